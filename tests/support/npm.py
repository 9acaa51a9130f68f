"""Packages of the npm registry that read our files as their users' programs would. No part of the site needs them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

NPM = shutil.which("npm")


def need_package(package: str, version: str, folder: Path) -> Path:
    """A package with what it depends on, below a folder; where it cannot be had the test is skipped, in CI it fails."""
    if not NPM:
        return _without(f"npm is not installed, so {package} cannot read our file (Debian: apt-get install npm)")
    command = [NPM, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev", "--prefix", folder]
    done = subprocess.run([*command, f"{package}@{version}"], capture_output=True, text=True, timeout=300)
    if done.returncode:
        return _without(f"npm did not bring {package}@{version}: {done.stderr.strip()[-300:]}")
    return folder / "node_modules" / package


def _without(reason: str) -> Path:
    if os.environ.get("CI"):
        pytest.fail(f"{reason}; and this is CI")
    pytest.skip(reason)
