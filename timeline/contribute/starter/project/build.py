"""`python build.py COMMAND` is `dateline COMMAND`, for this project."""

import sys
from pathlib import Path

try:
    from timeline.__main__ import main
except ModuleNotFoundError:
    sys.exit("Error: Dateline is not installed\nhelp: python -m pip install -r requirements.txt")

if __name__ == "__main__":
    main(Path(__file__).parent)
