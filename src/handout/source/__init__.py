"""Strict YAML with the place of every node, read into typed values by shapes that also write JSON Schema.

file -> `Node` (`read`), `Node` -> value (`Shape.read`), shape -> JSON Schema (`Shape.schema`).
"""

from __future__ import annotations

from handout.source.merging import merged, said
from handout.source.node import Mapping, Node, Scalar, Sequence
from handout.source.places import place_of
from handout.source.reader import parse, read
from handout.source.scalars import plain

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "merged", "parse", "place_of", "plain", "read", "said"]
