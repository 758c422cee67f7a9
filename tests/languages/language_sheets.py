"""The shipped sheets in every complete language, made once a process."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import gettempdir

import pytest

from handout.content import load, shipped_root
from handout.edition import complete_languages
from handout.manuscript.manuscript import Manuscript
from handout.pipeline import Publication, compose, localise, open_shop, prescribe, publish
from handout.prescription import Order
from handout.shop import Shop

TODAY = date(2026, 11, 21)
CACHE = Path(gettempdir()) / "handout-test-drawings"


@cache
def shop() -> Shop:
    return open_shop((shipped_root(),), None, TODAY, CACHE)


@cache
def sheets() -> tuple[tuple[str, str], ...]:
    """Every routine in every language it is complete in."""
    library = load([shipped_root()])[0]
    return tuple((name, tag) for name in sorted(library.routines) for tag in complete_languages(library, name))


def each_sheet(*, english: bool = True) -> pytest.MarkDecorator:
    """A test for each of them."""
    return pytest.mark.parametrize(("routine", "tag"), [one for one in sheets() if english or one[1] != "en"])


@cache
def manuscript(routine: str, tag: str) -> Manuscript:
    """What is printed, in words."""
    made = prescribe(localise(shop().library, routine, tag), Order(0, (routine,), tag), None, None, TODAY, routine)
    return compose(made)


@cache
def published(routine: str, tag: str) -> Publication:
    """The finished file; it has passed the proof."""
    return publish(Order(0, (routine,), tag), routine, shop())


def extracted_by_poppler(pdf: bytes, folder: Path) -> tuple[str, ...] | None:
    """The text of each page in content order, by pdftotext; None where it is not installed."""
    tool = shutil.which("pdftotext")
    if tool is None:
        return None
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    done = subprocess.run([tool, "-raw", str(file), "-"], capture_output=True, check=True)
    return tuple(done.stdout.decode("utf-8").split("\f")[:-1])
