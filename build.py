#!/usr/bin/env python3
"""Build the chronology: content/ to docs/timeline/. `python build.py --help` lists all commands."""

from pathlib import Path

from timeline.__main__ import main

if __name__ == "__main__":
    main(Path(__file__).parent)
