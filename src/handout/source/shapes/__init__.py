"""Shapes: small pieces that a file's schema is put together from; each reads a node and describes itself."""

from __future__ import annotations

from handout.source.shapes.base import Findings, Json, Shape, find, join, suggestion
from handout.source.shapes.groups import Either, ListOf, TableOf
from handout.source.shapes.prose import Prose
from handout.source.shapes.records import Field, Record, Values, optional, values_only
from handout.source.shapes.values import (
    BLANK,
    ID,
    Bool,
    Choice,
    Date,
    Identifier,
    Integer,
    Number,
    NumberChoice,
    Text,
)

__all__ = [
    "BLANK", "ID", "Bool", "Choice", "Date", "Either", "Field", "Findings", "Identifier", "Integer", "Json", "ListOf",
    "Number", "NumberChoice", "Prose", "Record", "Shape", "TableOf", "Text", "Values", "find", "join",
    "optional", "suggestion", "values_only",
]  # fmt: skip
