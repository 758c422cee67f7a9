"""Strict YAML with the place of every node, read into typed values by shapes that also write JSON Schema.

file -> `Node` (`read`), `Node` -> value (`ValueShape.read`), shape -> JSON Schema (`ValueShape.schema`).
"""

from __future__ import annotations

from handout.source.merging import merged, said
from handout.source.node import Mapping, Node, NodeList, Scalar, one_spaced, texts_below
from handout.source.places import place_of
from handout.source.reader import parse, read
from handout.source.scalars import plain
from handout.source.shapes import (
    BLANK,
    ID,
    Bool,
    Choice,
    Date,
    Either,
    Field,
    Findings,
    Identifier,
    Integer,
    Json,
    ListOf,
    Number,
    NumberChoice,
    ProseShape,
    Record,
    TableOf,
    TextShape,
    Values,
    ValueShape,
    optional,
    suggestion,
    values_only,
)
from handout.source.shapes.base import find, join, kind_of

__all__ = [
    "BLANK", "ID", "Bool", "Choice", "Date", "Either", "Field", "Findings", "Identifier", "Integer", "Json",
    "ListOf", "Mapping", "Node", "NodeList", "Number", "NumberChoice", "ProseShape", "Record", "Scalar", "TableOf",
    "TextShape", "ValueShape", "Values", "find", "join", "kind_of", "merged", "one_spaced", "optional", "parse",
    "place_of", "plain", "read", "said", "suggestion", "texts_below", "values_only",
]  # fmt: skip
