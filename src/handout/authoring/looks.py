"""Looks at a library by the rooms after `content`: can every pose be drawn, and does every sheet fit its pages?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from handout.content import Library
from handout.edition import complete_languages
from handout.errors import Finding, HandoutError
from handout.figure.gallery import Gallery
from handout.pipeline import lay
from handout.prescription import Order
from handout.shop import Shop

STYLES = ("standard", "large-print")


def poses(library: Library, cache: Path) -> Iterator[Finding]:
    """Impossible or unclear pictures of the exercises' own people."""
    try:
        gallery = Gallery(library, cache)
    except HandoutError as error:
        yield from error.findings
        return
    for _, exercise in sorted(library.exercises.items()):
        try:
            yield from gallery.check(exercise)
        except HandoutError as error:
            yield from error.findings


def sheets(library: Library, cache: Path, today: date) -> Iterator[Finding]:
    """What keeps a routine's sheet from its pages, in every complete language: above all the safety panel."""
    shop = Shop(library, today, cache)
    for routine in sorted(library.routines):
        for tag in complete_languages(library, routine):
            for style in STYLES:
                try:
                    lay(Order(0, (routine,), tag, style=style), routine, shop)
                except HandoutError as error:
                    yield from (_of_sheet(one, f"{routine} in {tag}, {style}") for one in error.findings)


def _of_sheet(finding: Finding, sheet: str) -> Finding:
    """The finding with the sheet that it was made on; a fault of the template is that of every sheet."""
    if finding.where is not None and finding.where.file.endswith(".j2"):
        return finding
    return replace(finding, what=f"{sheet}: {finding.what}")
