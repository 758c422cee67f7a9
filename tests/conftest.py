"""Options of the whole suite."""

from __future__ import annotations

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the goldens anew, to be read in the diff before they are committed."""
    parser.addoption("--update-golden", action="store_true", help="write the goldens anew; never in CI")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused in CI: a golden is read by a person first")
