"""What all tests share: a project folder made from text, and the switch that refreshes the golden site."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write the golden site anew instead of comparing with it")
