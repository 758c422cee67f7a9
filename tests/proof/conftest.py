"""The hand-set pages of the PDF tests, the laid-out specimen and the small morning serve the proof, too."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

for room in ("pdf", "layout", "masters"):
    sys.path.insert(0, str(Path(__file__).parents[1] / room))


@pytest.fixture
def pdf() -> Iterator[pikepdf.Pdf]:
    """Two empty pages, without a font."""
    with pikepdf.new() as new:
        new.add_blank_page()
        new.add_blank_page()
        yield new
