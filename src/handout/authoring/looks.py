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
                    sheet = f"{routine} in {tag}, {style}"
                    yield from (replace(one, what=f"{sheet}: {one.what}") for one in error.findings)
