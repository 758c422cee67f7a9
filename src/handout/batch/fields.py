"""An order told by a program, as fields of the names that a list's columns have: values to cells, by one reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from handout.batch.cells import suggestion
from handout.batch.columns import COLUMNS, Known
from handout.batch.rows import Naming, RowReader, private_words
from handout.batch.tables import TableRow
from handout.errors import Finding
from handout.prescription import Order

NAMES = {name: name for name in COLUMNS}
LISTS = {"routine", "include", "exclude", "flags", "doses"}  # may be a list of texts
FIGURES = {"copies"}
DAYS = {"born", "date"}


class _FieldNaming(Naming):
    """Messages call a value by its field; `row` is a line of a stream, 0 where there is none."""

    def of(self, row: int, column: str) -> str:
        """The start of a message."""
        return f"line {row}, {column}" if row else column


class _WrongValueError(Exception):
    """A value that is not of the kind its field holds; its text is what should stand there."""


def read_fields(
    fields: Mapping[str, object], known: Known, number: int = 0
) -> tuple[Order | None, tuple[Finding, ...]]:
    """The order that the fields tell, or every reason why they tell none. `number` is its line in a stream."""
    cells: dict[str, str] = {}
    wrong: list[tuple[str, str, str]] = []
    for name, value in fields.items():
        if name not in COLUMNS:
            near = suggestion(name, COLUMNS)
            hint = f"Did you mean “{near}”?" if near else f"Known: {', '.join(COLUMNS)}."
            wrong.append(("order", "has a field that is not known here", hint))
            continue
        try:
            cells[name] = _cell(name, value)
        except _WrongValueError as error:
            wrong.append((name, "is not a value that this field holds", str(error)))
    row = TableRow(number, cells)
    naming = _FieldNaming({}, private_words([row], NAMES))
    reader = RowReader(row, NAMES, known, naming)
    order = reader.order({})
    named = [(f"{naming.of(number, name)}: ", what, hint) for name, what, hint in wrong]
    findings = [Finding(f"{place}{what}", hint) for place, what, hint in named]
    findings += [one for one in reader.findings if not one.what.startswith(tuple(place for place, _, _ in named))]
    return (None, tuple(findings)) if findings else (order, ())


def _cell(name: str, value: object) -> str:
    """A value as a list's cell says it. Raises _WrongValueError."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if name == "card" and isinstance(value, bool):
        return "yes" if value else "no"
    if name in DAYS and isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if name in FIGURES and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if name == "doses" and isinstance(value, Mapping):
        return ", ".join(_dose(exercise, fields) for exercise, fields in value.items())
    if name in LISTS and isinstance(value, Sequence) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    raise _WrongValueError(_hint(name))


def _dose(exercise: object, fields: object) -> str:
    if not isinstance(fields, Mapping):
        raise _WrongValueError(_hint("doses"))
    pairs = []
    for field, number in fields.items():
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise _WrongValueError(_hint("doses"))
        pairs.append(f"{exercise}.{field}={number}")
    return ", ".join(pairs)


def _hint(name: str) -> str:
    if name == "doses":
        return "Write the exercise, what changes, and the number: {“march”: {“duration_s”: 60}}."
    if name in FIGURES:
        return "Write a whole number."
    if name in DAYS:
        return "Write the day: “2026-11-20”."
    return "Write a list of texts." if name in LISTS else "Write a text."
