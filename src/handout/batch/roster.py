"""A roster's rows as orders, each row by itself: a bad row is refused by number and reason, the rest go on."""

from __future__ import annotations

from dataclasses import dataclass

from handout.batch.columns import COLUMNS, Known, columns_of
from handout.batch.rows import RowReader
from handout.batch.tables import Table
from handout.errors import Finding
from handout.prescription.order import Order

__all__ = ["COLUMNS", "Known", "Refusal", "Roster", "read_orders"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that is not printed, and every reason."""

    row: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """The orders of a list in its order, and the rows that were refused."""

    file: str
    orders: tuple[Order, ...]
    refusals: tuple[Refusal, ...]


def read_orders(table: Table, known: Known) -> Roster:
    """All orders of a table. Raises BatchError when its columns cannot be understood."""
    names = columns_of(table, known)
    orders: list[Order] = []
    refusals: list[Refusal] = []
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for row in table.rows:
        reader = RowReader(table.file, row, names, known)
        order = reader.order(seen)
        if reader.findings:
            refusals.append(Refusal(row.number, tuple(reader.findings)))
        elif order is not None:
            orders.append(order)
    return Roster(table.file, tuple(orders), tuple(refusals))
