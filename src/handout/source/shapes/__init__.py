"""Shapes: small pieces that a file's schema is put together from; each reads a node and describes itself."""

from __future__ import annotations

from handout.source.shapes.base import Findings, Json, ValueShape, find, join, suggestion
from handout.source.shapes.groups import Either, ListOf, TableOf
from handout.source.shapes.prose import ProseShape
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
    TextShape,
)

__all__ = [
    "BLANK", "ID", "Bool", "Choice", "Date", "Either", "Field", "Findings", "Identifier", "Integer", "Json",
    "ListOf", "Number", "NumberChoice", "ProseShape", "Record", "TableOf", "TextShape", "ValueShape", "Values",
    "find", "join", "optional", "suggestion", "values_only",
]  # fmt: skip
