"""From the manuscript to blocks of a page: the only module of the twin that knows what a manuscript is made of.

What is there to be written on with a pen (ruled lines, the box for notes) and what stands on every sheet of paper
(head, foot) is left out: on a screen there is nothing to write on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from handout.errors import Private
from handout.manuscript import Diary, Kind, Manuscript, Node, nodes
from handout.twin.tree import HtmlBlock

PAPER = frozenset({Kind.RUNNING, Kind.DAY, Kind.NOTES, Kind.ONLINE})  # of the sheet of paper alone
# Empty, they are a ruled line to write on.
PEN = frozenset({Kind.FOR, Kind.BY, Kind.ON, Kind.REFERENCE, Kind.CLINIC_PHONE, Kind.NUMBER})
# What is first on the page, and what is last; all else is its main part.
HEADER = frozenset({Kind.STAMPS, Kind.MASTHEAD, Kind.PATIENT})
FOOTER = frozenset({Kind.COLOPHON})
# The mark that is a class of its own beside the kind.
CLASSES = {
    Kind.PART: "name", Kind.SECTION: "name", Kind.TIP: "about", Kind.CAUTION: "effect",
    Kind.PICTURE: "shows", Kind.KEY: "allowed", Kind.CELL: "column", Kind.COLUMN: "column",
}  # fmt: skip
SHOWN = ("id", "number", "icon", "frame", "ref", "alt")


def blocks_of(manuscript: Manuscript) -> tuple[HtmlBlock, HtmlBlock, HtmlBlock]:
    """Header, main part and footer of the page, in the manuscript's order."""
    found = [node for node in nodes(manuscript) if node.kind not in PAPER]
    header = list(takewhile(lambda node: node.kind in HEADER, found))
    footer = list(takewhile(lambda node: node.kind in FOOTER, reversed(found)))[::-1]
    main = found[len(header) : len(found) - len(footer)]
    return _block("header", header), _block("main", main), _block("footer", footer)


def diary_of(manuscript: Manuscript) -> tuple[int, str]:
    """How many days the diary has, and the word for one."""
    diary = manuscript.first(Diary)
    return (diary.days, diary.day.plain) if diary else (0, "")


def _block(role: str, children: Sequence[Node]) -> HtmlBlock:
    return HtmlBlock(role, tuple(block for child in children for block in _read(child)))


def _read(node: Node, number: str = "") -> Iterator[HtmlBlock]:
    """The block of a node; none for what belongs to paper. An exercise's name shows its number: other places speak
    of exercises by number."""
    if node.kind in PAPER or (node.kind in PEN and not node.inlines):
        return
    children: list[str | Private | HtmlBlock] = [HtmlBlock("label", (node.label,)), " "] if node.label else []
    children += _words(node)
    for child in node.children:
        children += _read(child, node.mark("number") if child.kind is Kind.NAME else "")
    if children or node.kind.pdf == "Figure":
        own = {name: said for name in SHOWN if (said := node.mark(name))}
        yield HtmlBlock(node.kind.label, tuple(children), own | _class(node) | ({"number": number} if number else {}))


def _words(node: Node) -> Iterator[str | Private | HtmlBlock]:
    for one in node.inlines:
        if one.strong:
            yield HtmlBlock("b", (one.words,))
        elif one.language:
            yield HtmlBlock("lang", (one.words,), {"tag": one.language})
        else:
            yield one.words


def _class(node: Node) -> dict[str, str]:
    """What tells a block from others of its kind."""
    if node.kind is Kind.ENTRY:
        return {"kind": "exercise" if node.mark("number") else "pain"}
    if node.kind is Kind.STRIP:
        return {"kind": "figure" if any(child.kind is Kind.AMOUNT for child in node.children) else "phrase"}
    said = node.mark(CLASSES[node.kind]) if node.kind in CLASSES else ""
    return {"kind": said} if said else {}
