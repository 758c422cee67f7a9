"""A part of a cell of a leaf, with its tags."""

from __future__ import annotations

from dataclasses import dataclass

from handout.layout.frame import Block
from handout.layout.pages import Tag

Tags = tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class CellPart:
    """It as set; its tags in the order in which it is drawn."""

    block: Block
    tags: Tags
