"""From the manuscript to blocks: the only module of the twin that knows what a manuscript is made of.

What is there to be written on with a pen (ruled lines, the box for notes) and what stands on every sheet of paper
(head, foot) is left out: on a screen there is nothing to write on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from handout.errors import Private
from handout.manuscript.elements import Element, Manuscript
from handout.twin.tree import Block

PAPER = frozenset({"running", "day", "notes"})  # of the sheet of paper alone
PEN = frozenset({"for", "by", "on", "reference", "clinic-phone", "number"})  # empty: a ruled line to write on
# What is first on the page, and what is last; all else is its main part.
HEADER = frozenset({"stamp", "masthead", "patient"})
FOOTER = frozenset({"colophon"})


def blocks_of(manuscript: Manuscript) -> tuple[Block, Block, Block]:
    """Header, main part and footer of the page, in the manuscript's order."""
    children = [child for child in manuscript.root.children if isinstance(child, Element) and child.kind not in PAPER]
    header = list(takewhile(lambda child: child.kind in HEADER, children))
    footer = list(takewhile(lambda child: child.kind in FOOTER, reversed(children)))[::-1]
    main = children[len(header) : len(children) - len(footer)]
    return _block("header", header), _block("main", main), _block("footer", footer)


def diary_of(manuscript: Manuscript) -> tuple[int, str]:
    """How many days the diary has, and the word for one."""
    diary = next((one for one in manuscript.root.walk() if one.kind == "diary"), None)
    day = diary.first("day") if diary else None
    return (int(diary.attributes["days"]), "".join(map(str, day.children)) if day else "") if diary else (0, "")


def _block(role: str, children: list[Element]) -> Block:
    return Block(role, tuple(block for child in children for block in _read(child)))


def _numbered(name: Element, exercise: Element) -> Iterator[Block]:
    """An exercise's name, which shows its number: other places speak of exercises by number."""
    for block in _read(name):
        yield replace(block, attributes={**block.attributes, "number": exercise.attributes["number"]})


def _read(element: Element) -> Iterator[Block]:
    """The block of an element; none for what belongs to paper."""
    if element.kind in PAPER or (element.kind in PEN and not element.children):
        return
    children: list[str | Private | Block] = []
    for child in element.children:
        if isinstance(child, Element):
            children.extend(_numbered(child, element) if child.kind == "name" else _read(child))
        else:
            children.append(child)
    label = element.attributes.get("label", "")
    if label:
        children[:0] = [Block("label", (label,)), " "]
    if children or element.kind in {"picture", "logo"}:
        kept = {key: value for key, value in element.attributes.items() if key not in {"path", "label"}}
        yield Block(element.kind, tuple(children), kept)
