"""Orders from another program as NDJSON: one JSON object a line, each an order by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import NoReturn

from handout.batch.columns import Known
from handout.batch.fields import read_fields
from handout.batch.roster import Refusal, Roster
from handout.batch.tables import MOST_BYTES
from handout.batch.workbook import MOST_ROWS
from handout.errors import BatchError, Finding
from handout.prescription import Order

ONE_OBJECT = "Write one JSON object a line, such as {“routine”: “back”, “language”: “ar”}."


class _WrongLineError(Exception):
    """A line that is no order; what it is, and what to write."""


def read_json_orders(content: bytes, name: str, known: Known) -> Roster:
    """The orders of a stream, numbered by line from 1, and the lines that are none. An empty line is passed over.
    Raises BatchError for a stream that is too long."""
    if len(content) > MOST_BYTES:
        raise BatchError(Finding("the orders are larger than 32 MB", "Send them in several runs.", path=name))
    orders: list[Order] = []
    refusals: list[Refusal] = []
    for number, line in _lines(content):
        order, findings = _order(line, number, known)
        if order is None:
            refusals.append(Refusal(number, findings))
        else:
            orders.append(order)
    if len(orders) + len(refusals) > MOST_ROWS:
        raise BatchError(Finding(f"there are more than {MOST_ROWS} orders", "Send them in several runs.", path=name))
    return Roster(name, tuple(replace(order, listed=True) for order in orders), tuple(refusals))


def _lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield number, line


def _order(line: bytes, number: int, known: Known) -> tuple[Order | None, tuple[Finding, ...]]:
    """A line quotes nothing of itself in its findings: it holds a patient."""
    try:
        return read_fields(_object(line), known, number)
    except UnicodeDecodeError:
        return None, (Finding(f"line {number}: is not UTF-8", "Write the orders as UTF-8."),)
    except (_WrongLineError, ValueError, RecursionError) as error:
        what = str(error) if isinstance(error, _WrongLineError) else "is not JSON"
        return None, (Finding(f"line {number}: {what}", ONE_OBJECT),)


def _object(line: bytes) -> dict[str, object]:
    value = json.loads(line.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    if not isinstance(value, dict):
        raise _WrongLineError("is JSON, but no object")
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object; a key that stands there twice would say two things of one patient."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _WrongLineError("has a field twice")
    return fields


def _no_number(_: str) -> NoReturn:
    raise _WrongLineError("holds NaN or Infinity, which is no number")
