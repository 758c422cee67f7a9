"""The words of a manuscript as they are printed, in reading order, for the proof to look for.

This module may open a patient's values, because they are printed words too. A `Said` that holds one is
marked `private`: whoever reports on it names its kind and never its text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handout.content import Part
from handout.errors import Private
from handout.manuscript.blanks import OwnBlock
from handout.manuscript.blocks import Note
from handout.manuscript.kinds import Kind
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.text import Text
from handout.manuscript.walk import Node, node_of, nodes, walked

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


# Blocks whose words are found again as a whole.
BLOCKS = frozenset(
    {Kind.SAFETY, Kind.PART, Kind.BALANCE, Kind.WAYS, Kind.EXERCISE, Kind.SECTION, Kind.OWN_TEXT, Kind.QUESTION}
)
ISOLATES = re.compile("[\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Said:
    """One stretch of printed text: an element's words, labels included."""

    kind: str  # of the text: "step"
    text: str
    path: str  # content path, "" where it comes from no file
    block: str  # "safety/ask", "balance", "exercise/seated-twist", "section/floor", "" elsewhere
    private: bool = False
    section: str = ""  # the kind of the block it stands in: "plan"


@dataclass(frozen=True, slots=True)
class Shown:
    """One place of a picture: what it must say it shows."""

    alt: str
    path: str
    block: str
    name: str = ""  # of its drawing: "seated-twist/turn"


def words_of(manuscript: Manuscript) -> tuple[Said, ...]:
    """Every text in reading order."""
    return tuple(
        Said(node.kind.label, said, node.path, block, node.private, top.kind.label)
        for top in nodes(manuscript)
        for node, block in _placed(top)
        if (said := printed(node))
    )


def shown(manuscript: Manuscript) -> tuple[Shown, ...]:
    """Every picture in reading order."""
    return tuple(
        Shown(node.mark("alt"), node.path, block, node.mark("ref"))
        for top in nodes(manuscript)
        for node, block in _placed(top)
        if node.kind.pdf == "Figure"
    )


def languages(manuscript: Manuscript) -> frozenset[str]:
    """The languages that stand in the manuscript beside its own."""
    found = (one.language for node in walked(manuscript) for one in node.inlines)
    return frozenset(found) - {"", manuscript.tag}


def folio(manuscript: Manuscript) -> str:
    """The words of the folio, with `{page}` and `{pages}` in them."""
    return manuscript.running.folio.plain


def privates(manuscript: Manuscript) -> tuple[str, ...]:
    """The patient's values, so that the proof can say they are nowhere but on the page."""
    inlines = (one for node in walked(manuscript) for one in node.inlines)
    values = {one.words.reveal() for one in inlines if isinstance(one.words, Private) and one.words.of_patient}
    return tuple(sorted(plain for value in values if (plain := ISOLATES.sub("", value)).strip()))


def printed(node: Node) -> str:
    """A text as it is printed: a label in front, a patient's values opened."""
    inside = "".join(one.words.reveal() if isinstance(one.words, Private) else one.words for one in node.inlines)
    return " ".join(part for part in (node.label, inside.strip(" ")) if part)


def own_texts(blocks: Iterable[OwnBlock]) -> dict[str, str]:
    """What the blocks that hold one order's own say, by the id of the element of the structure that says it."""
    return {name: said for name, own in _own(blocks) if (said := printed(node_of(own)))}


def own_keys(blocks: Iterable[OwnBlock]) -> dict[str, str]:
    """Of such blocks with blanks: the key of the blank that each element holds, by its id in the structure."""
    held = ((name, one.words) for name, own in _own(blocks) for one in own.inlines)
    return {name: words.reveal() for name, words in held if isinstance(words, Private)}


def _own(blocks: Iterable[OwnBlock]) -> Iterator[tuple[str, Text]]:
    for block in blocks:
        if isinstance(block, Note):
            yield "note-1/heading", block.title
            yield from ((f"note-1/{number}", text) for number, text in enumerate(block.texts, 1))
            continue
        counts: Counter[Kind] = Counter()
        for entry in block.entries:
            counts[entry.kind] += 1
            nth = counts[entry.kind]
            yield f"patient/{entry.kind.label}" + (f"-{nth}" if nth > 1 else ""), entry


def _placed(node: Node, block: str = "") -> Iterator[tuple[Node, str]]:
    """A node and those below it in reading order, each with the block it stands in."""
    if node.kind.artifact:
        return
    if node.kind is Kind.PART:
        block = f"{block}/{node.name}"
    elif node.kind in BLOCKS:
        block = f"{node.kind.label}/{node.name}" if node.name else node.kind.label
    yield node, block
    for child in node.children:
        yield from _placed(child, block)
