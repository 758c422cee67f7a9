"""Options of the whole suite."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the goldens anew, to be read in the diff before they are committed."""
    parser.addoption("--update-golden", action="store_true", help="write the goldens anew; never in CI")


# Rooms whose tests neither ink, print nor start a process: a first answer while working on the code.
FAST = ("source", "language", "drawing", "edition", "prescription", "manuscript", "text", "layout", "test_lock.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`pytest -m fast` runs the rooms of `FAST`."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).parts[0] in FAST:
            item.add_marker(pytest.mark.fast)


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused in CI: a golden is read by a person first")
