"""Shapes of single values: texts, numbers, yes or no, choices, ids and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from handout.source.node import Node, Scalar, one_spaced
from handout.source.scalars import INTEGER, NUMBER, doubt, looks_typed
from handout.source.shapes.base import Findings, Json, ValueShape, begins_with_brace, find, kind_of, suggestion

BLANK = "___"  # what a file begun by `handout new` leaves to be filled in

ID = "[a-z0-9]+(?:-[a-z0-9]+)*"


def _scalar(node: Node, path: str, wanted: str, findings: Findings) -> Scalar | None:
    """The node as a scalar that says something, or a finding."""
    if not isinstance(node, Scalar):
        if begins_with_brace(node):
            what, hint = "a text begins with {", 'Put the whole text in quotes: "{hold} ...".'
        else:
            what, hint = (
                f"{wanted} is needed here, not {kind_of(node)}",
                "Write it on one line behind the colon.",
            )
        find(findings, node.where, path, what, hint)
        return None
    if not node.text.strip():
        hint = f"Write {wanted} behind the colon."
        if node.comment:
            hint = "What stands behind # is a comment. Put a text that begins with # in quotes."
        find(findings, node.where, path, f"{wanted} is missing", hint)
        return None
    if BLANK in node.text:
        find(findings, node.where, path, "a blank is not filled in yet", f"Write {wanted} in place of {BLANK}")
        return None
    return node


@dataclass(frozen=True, slots=True)
class TextShape(ValueShape[str]):
    """A text that is no prose: a name, a telephone number, a file. `pattern` must match all of it; with `ties` a space
    that holds two words together (U+00A0) stays."""

    about: str = "a text"
    pattern: str = ""
    example: str = ""
    ties: bool = False

    def read(self, node: Node, path: str, findings: Findings) -> str | None:
        scalar = _scalar(node, path, self.about, findings)
        if scalar is None:
            return None
        text = one_spaced(scalar.text) if self.ties else " ".join(scalar.text.split())
        if not scalar.quoted and looks_typed(text):
            what = doubt(text) or f"“{text}” is not a text to every program that reads it"
            find(findings, scalar.where, path, what, f'Put it in quotes: "{text}".')
            return None
        if self.pattern and not re.fullmatch(self.pattern, text):
            hint = (
                f"Write it like this: {self.example}" if self.example else "Look at the shipped files for an example."
            )
            find(findings, scalar.where, path, f"“{text}” is not {self.about}", hint)
            return None
        return text

    def schema(self) -> Json:
        made: Json = {"type": "string", "minLength": 1}
        if self.pattern:
            made["pattern"] = f"^(?:{self.pattern})$"
        if self.example:
            made["examples"] = [self.example]
        return made


@dataclass(frozen=True, slots=True)
class Integer(ValueShape[int]):
    """A whole number, from `low` to `high`."""

    low: int = 0
    high: int = 10_000
    unit: str = ""

    def read(self, node: Node, path: str, findings: Findings) -> int | None:
        scalar = _scalar(node, path, "a whole number", findings)
        if scalar is None or not self._is_number(scalar, path, findings):
            return None
        value = int(scalar.text)
        if not self.low <= value <= self.high:
            unit = f" {self.unit}" if self.unit else ""
            hint = f"Write a number from {self.low} to {self.high}{unit}."
            find(findings, scalar.where, path, f"{value}{unit} is out of range", hint)
            return None
        return value

    def _is_number(self, scalar: Scalar, path: str, findings: Findings) -> bool:
        hint = "Write a whole number in plain digits, without quotes or unit: 5"
        if not scalar.quoted and INTEGER.fullmatch(scalar.text):
            return True
        what = f"“{scalar.text}” is not a whole number"
        if scalar.quoted and INTEGER.fullmatch(scalar.text):
            what = f"“{scalar.text}” stands in quotes, and so is a text"
        elif why := doubt(scalar.text):
            what = f"a whole number is needed, and {why}"
        elif NUMBER.fullmatch(scalar.text):
            hint = "Round it, or use the smaller unit."
        find(findings, scalar.where, path, what, hint)
        return False

    def schema(self) -> Json:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class NumberChoice(ValueShape[int]):
    """One of a few whole numbers."""

    options: tuple[int, ...]

    def read(self, node: Node, path: str, findings: Findings) -> int | None:
        value = Integer().read(node, path, findings)
        if value is None or value in self.options:
            return value
        hint = f"Write one of: {', '.join(map(str, self.options))}."
        find(findings, node.where, path, f"{value} is not known here", hint)
        return None

    def schema(self) -> Json:
        return {"type": "integer", "enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Number(ValueShape[float]):
    """A number, from `low` to `high`, with a decimal point if need be."""

    low: float = 0.0
    high: float = 10_000.0

    def read(self, node: Node, path: str, findings: Findings) -> float | None:
        scalar = _scalar(node, path, "a number", findings)
        if scalar is None:
            return None
        if scalar.quoted or not NUMBER.fullmatch(scalar.text):
            why = doubt(scalar.text)
            what = f"a number is needed, and {why}" if why else f"“{scalar.text}” is not a number"
            find(findings, scalar.where, path, what, "Write it in plain digits, with a point: 1.5")
            return None
        value = float(scalar.text)
        if not self.low <= value <= self.high:
            hint = f"Write a number from {self.low:g} to {self.high:g}."
            find(findings, scalar.where, path, f"{value:g} is out of range", hint)
            return None
        return value

    def schema(self) -> Json:
        return {"type": "number", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Bool(ValueShape[bool]):
    """`true` or `false`, and no other spelling."""

    def read(self, node: Node, path: str, findings: Findings) -> bool | None:
        scalar = _scalar(node, path, "true or false", findings)
        if scalar is None:
            return None
        if scalar.quoted or scalar.text not in {"true", "false"}:
            find(findings, scalar.where, path, f"“{scalar.text}” is not true or false", "Write true or false.")
            return None
        return scalar.text == "true"

    def schema(self) -> Json:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Choice(ValueShape[str]):
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, node: Node, path: str, findings: Findings) -> str | None:
        scalar = _scalar(node, path, f"one of {', '.join(self.options)}", findings)
        if scalar is None:
            return None
        if scalar.text not in self.options:
            hint = suggestion(scalar.text, self.options) or "Look at `handout schema`."
            if len(self.options) <= 12:
                hint = f"Write one of: {', '.join(self.options)}."
            find(findings, scalar.where, path, f"“{scalar.text}” is not known here", hint)
            return None
        return scalar.text

    def schema(self) -> Json:
        return {"type": "string", "enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Identifier(ValueShape[str]):
    """An id that files and paths are named by: small Latin letters, digits and hyphens."""

    about: str = "an id"

    def read(self, node: Node, path: str, findings: Findings) -> str | None:
        scalar = _scalar(node, path, self.about, findings)
        if scalar is None:
            return None
        if not re.fullmatch(ID, scalar.text):
            what = f"“{scalar.text}” cannot be {self.about}"
            find(
                findings,
                scalar.where,
                path,
                what,
                "Use small letters a to z, digits and hyphens: seated-twist",
            )
            return None
        return scalar.text

    def schema(self) -> Json:
        return {"type": "string", "pattern": f"^{ID}$"}


@dataclass(frozen=True, slots=True)
class Date(ValueShape[str]):
    """A day of the calendar, as 2026-11-20."""

    def read(self, node: Node, path: str, findings: Findings) -> str | None:
        scalar = _scalar(node, path, "a date", findings)
        if scalar is None:
            return None
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", scalar.text, re.ASCII):
                raise ValueError
            return date.fromisoformat(scalar.text).isoformat()
        except ValueError:
            what = f"“{scalar.text}” is not a date"
            find(findings, scalar.where, path, what, "Write year, month and day: 2026-11-20")
            return None

    def schema(self) -> Json:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
