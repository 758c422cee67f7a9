"""Files as they are read back, made of plain objects: lines of text, each with an element of its own that says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import proof_specimens as script

from handout.errors import Finding
from handout.manuscript import Said
from handout.proof.asked import Asked
from handout.proof.ink import Box, InkedSheet, Stretch
from handout.proof.readback import Claims, ReadBack, gather
from handout.proof.tree import TagNode

A4 = (0.0, 0.0, 595.28, 841.89)
CLAIMS = Claims(
    title="Ease a stiff back",
    shows_title=True,
    marked=True,
    language="en",
    metadata="",
    identifier="ABCDEFGH23",
    names="",
)


@dataclass(frozen=True, slots=True)
class Line:
    """Words on a page; those of one name are said by one element, those without a name are an artifact."""

    name: str
    words: str
    page: int = 0  # from 0
    foot: float = 0.0  # of its box, from the foot of the page; 0: 20 pt under the line before
    size: float = 14.0  # pt
    visible: bool = True
    box: Box | None = None
    says: str = ""  # the exact text that its element brings


def tag(name: str, *below: TagNode, role: str = "P", **more: Any) -> TagNode:
    """An element."""
    bare = TagNode(role, name, "", "", "", "", box=False, marks=(), children=below)
    return replace(bare, **more)


def ink(words: str, mark: int = 0, page: int = 0, baseline: float = 700.0, size: float = 14.0) -> Stretch:
    """One text object."""
    return Stretch(page, mark, words, size, (60.0, baseline, 400.0, baseline + 12), True, baseline)


def inked(stretches: Iterable[Stretch], box: Box = A4) -> InkedSheet:
    """One page."""
    found = tuple(stretches)
    return InkedSheet(box, "\r\n".join(one.text for one in found), found, (), 0)


def read(*lines: Line, pages: int = 0, claims: Claims = CLAIMS, fonts: tuple[Finding, ...] = ()) -> ReadBack:
    """A file with these lines, drawn and said in this order."""
    count = max([pages, *(one.page + 1 for one in lines)])
    found: list[list[Stretch]] = [[] for _ in range(count)]
    nodes: dict[str, TagNode] = {}
    foot = [780.0] * count
    for one in lines:
        foot[one.page] = one.foot or foot[one.page] - 20
        box = one.box or (60.0, foot[one.page], 400.0, foot[one.page] + 12)
        mark = sum(stretch.mark >= 0 for stretch in found[one.page]) if one.name else -1
        found[one.page].append(Stretch(one.page, mark, one.words, one.size, box, one.visible, box[1]))
        if one.name:
            node = nodes.setdefault(one.name, tag(one.name, actual_text=one.says))
            nodes[one.name] = replace(node, marks=(*node.marks, (one.page, mark)))
    document = tag("document", *nodes.values(), role="Document")
    return gather(claims, (document,), tuple(map(inked, found)), fonts)


def said(
    block: str, words: str, kind: str = "line", *, section: str = "", path: str = "", private: bool = False
) -> Said:
    """A text of the manuscript, in that block."""
    return Said(kind, words, path, block, private, section or block.partition("/")[0])


def asked(*words: Said, **more: Any) -> Asked:
    """A manuscript that says these texts."""
    made = Asked(replace(script.manuscript(), **more))
    made._words = words
    return made
