"""The words of a manuscript as they are printed, in reading order, for the proof to look for.

This module may open a patient's values, because they are printed words too. A `Said` that holds one is
marked `private`: whoever reports on it names its kind and never its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handout.content.types import Part
from handout.errors import Private
from handout.manuscript.elements import ELEMENTS, Element, Manuscript

# How the panel may stand: its parts in reading order, and those that page 1 holds. Each part is whole on a page.
ORDERS: dict[str, tuple[tuple[Part, ...], frozenset[Part]]] = {
    "front": (("ask", "stop", "now", "today"), frozenset({"ask", "stop", "now", "today"})),
    "today-over": (("ask", "stop", "now", "today"), frozenset({"ask", "stop", "now"})),
    "now-first": (("now", "stop", "today", "ask"), frozenset({"now"})),
}
LARGE_PRINT = "large-print"


def orders_of(style: str) -> tuple[str, ...]:
    """The names of the orders in which a sheet of that style may print its panel."""
    return ("now-first",) if style == LARGE_PRINT else ("front", "today-over")


# Head, foot and grid of a page are artifacts: repeated or decorative, outside the reading order.
ARTIFACTS = frozenset({"running", "day"})
# Blocks whose words are found again as a whole: kind -> what names one of several.
BLOCKS = {"safety": "", "balance": "", "exercise": "id", "part": "kind", "section": "kind"}
ISOLATES = re.compile("[\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Said:
    """One stretch of printed text: an element's words, labels included."""

    kind: str  # of the element: "step"
    text: str
    path: str  # content path, "" where it comes from no file
    block: str  # "safety/ask", "balance", "exercise/seated-twist", "section/floor", "" elsewhere
    private: bool = False
    section: str = ""  # the kind of the handout's child it stands in: "plan"


@dataclass(frozen=True, slots=True)
class Shown:
    """One place of a picture: what it must say it shows."""

    alt: str
    path: str
    block: str
    name: str = ""  # of its drawing: "seated-twist/turn"


def words(manuscript: Manuscript) -> tuple[Said, ...]:
    """Every text in reading order."""
    return tuple(
        said
        for child in manuscript.root.children
        if isinstance(child, Element)
        for said in _said(child, "", child.kind)
    )


def shown(manuscript: Manuscript) -> tuple[Shown, ...]:
    """Every picture in reading order."""
    return tuple(_shown(manuscript.root, ""))


def languages(manuscript: Manuscript) -> frozenset[str]:
    """The languages that stand in the manuscript beside its own."""
    tags = {
        element.attributes.get("tag" if element.kind == "lang" else "lang", "")
        for element in manuscript.root.walk()
    }
    return frozenset(tags - {"", manuscript.tag})


def folio(manuscript: Manuscript) -> str:
    """The words of the folio, with `{page}` and `{pages}` in them; "" where there is none."""
    return next((_text(e) for e in manuscript.root.walk() if e.kind == "folio"), "")


def privates(manuscript: Manuscript) -> tuple[str, ...]:
    """The patient's values, so that the proof can say they are nowhere but on the page."""
    values = {c.reveal() for e in manuscript.root.walk() for c in e.children if isinstance(c, Private)}
    return tuple(sorted(plain for value in values if (plain := ISOLATES.sub("", value)).strip()))


def _said(element: Element, block: str, section: str) -> Iterator[Said]:
    """The texts of an element and of those below it."""
    if element.kind in ARTIFACTS:
        return
    block = _inside(element, block)
    if ELEMENTS[element.kind].text:
        text = _text(element)
        if text:
            private = any(isinstance(c, Private) for e in element.walk() for c in e.children)
            yield Said(element.kind, text, element.path, block, private, section)
        return
    for child in element.children:
        if isinstance(child, Element):
            yield from _said(child, block, section)


def _shown(element: Element, block: str) -> Iterator[Shown]:
    block = _inside(element, block)
    if element.kind in {"picture", "logo"}:
        yield Shown(
            element.attributes.get("alt", ""), element.path, block, element.attributes.get("ref", "")
        )
    for child in element.children:
        if isinstance(child, Element):
            yield from _shown(child, block)


def _inside(element: Element, block: str) -> str:
    """The block an element stands in."""
    if element.kind not in BLOCKS:
        return block
    named = element.attributes.get(BLOCKS[element.kind], "") if BLOCKS[element.kind] else ""
    if element.kind == "part":
        return f"{block}/{named}"
    return f"{element.kind}/{named}" if named else element.kind


def _text(element: Element) -> str:
    """Its words as they are printed: a label in front, values opened, inline elements joined."""
    inside = "".join(_pieces(element)).strip(" ")
    return " ".join(part for part in (element.attributes.get("label", ""), inside) if part)


def _pieces(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Private):
            yield child.reveal()
        elif isinstance(child, str):
            yield child
        else:
            yield from _pieces(child)
