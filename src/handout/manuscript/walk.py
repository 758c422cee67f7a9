"""A manuscript as a tree of nodes, in reading order: what the proof reads, and what HTML is rendered from.

No block is named here: the fields of a block are its texts, its parts and its marks, in the order in which they are
read.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Protocol

from handout.errors import Private
from handout.manuscript.kinds import Kind
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.text import Inline, Text

# What stands round texts and parts that follow each other in one field.
WITHIN = {
    Kind.ITEM: Kind.LIST, Kind.LINE: Kind.LINES, Kind.STRIP: Kind.DOSE, Kind.ENTRY: Kind.ENTRIES,
    Kind.STEP: Kind.STEPS, Kind.CARD_DOSE: Kind.LIST, Kind.ROW: Kind.TABLE, Kind.PICTURE: Kind.PICTURES,
}  # fmt: skip
_OF_THE_NODE = frozenset({"path", "label", "detail"})


@dataclass(frozen=True, slots=True)
class Node:
    """A block, a part of one, or a text: its kind, and either words or children. Its marks are what it says besides
    words: an exercise's id and number, the icon of a strip, what a tip is about."""

    kind: Kind
    children: tuple[Node, ...] = ()
    inlines: tuple[Inline, ...] = ()
    label: str = ""
    path: str = ""
    marks: tuple[tuple[str, str], ...] = ()

    def mark(self, name: str) -> str:
        """What it says under that name, "" for nothing."""
        return next((value for own, value in self.marks if own == name), "")

    @property
    def name(self) -> str:
        """What tells it from others of its kind: an exercise's id, "tips", "ask"."""
        return self.mark("name") or self.mark("id")

    @property
    def private(self) -> bool:
        """Whether a patient's value stands in it or anywhere below."""
        return any(isinstance(one.words, Private) for node in self.walk() for one in node.inlines)

    def walk(self) -> Iterator[Node]:
        """Itself and every node below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Readable(Protocol):
    """A block, a part of one, or a text: what has a place in the reading order."""

    @property
    def kind(self) -> Kind: ...


def nodes(manuscript: Manuscript) -> tuple[Node, ...]:
    """The blocks as nodes, in reading order; last what runs along at the foot of each page."""
    return (*(node_of(block) for block in manuscript.blocks), node_of(manuscript.running))


def walked(manuscript: Manuscript) -> Iterator[Node]:
    """Every node of the manuscript, in reading order."""
    return (node for top in nodes(manuscript) for node in top.walk())


def node_of(thing: Readable) -> Node:
    """One block, part or text as a node."""
    children: list[Node] = []
    marks: list[tuple[str, str]] = []
    for name in _fields(type(thing)):
        value = getattr(thing, name)
        children += _below(value)
        if name not in _OF_THE_NODE and (said := _mark(value)):
            marks.append((name, said))
    if len(children) == 1 and children[0].kind is thing.kind:
        return children[0]  # a title: the block is its text
    inlines = thing.inlines if isinstance(thing, Text) else ()
    label, path = getattr(thing, "label", ""), getattr(thing, "path", "")
    return Node(thing.kind, tuple(children), inlines, label, path, tuple(marks))


@cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    """The fields of a type in reading order."""
    assert isinstance(kind, type)
    assert is_dataclass(kind)
    return tuple(field.name for field in fields(kind))


def _below(value: object) -> tuple[Node, ...]:
    """The nodes of one field; what follows each other in it stands in a list or a table."""
    things = value if isinstance(value, tuple) else (value,)
    if not things or not all(isinstance(getattr(one, "kind", None), Kind) for one in things):
        return ()
    made = tuple(map(node_of, things))
    within = WITHIN.get(made[0].kind) if things is value else None
    return made if within is None else (Node(within, made),)


def _mark(value: object) -> str:
    """A plain value as text; "" for none, and for what is no plain value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int) else ""
