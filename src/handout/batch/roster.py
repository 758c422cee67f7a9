"""A roster's rows as orders, each row by itself: a bad row is refused by number and reason, the rest go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handout.batch.columns import COLUMNS, Known, columns_of
from handout.batch.rows import Naming, RowReader, private_words
from handout.batch.tables import Table, TableRow, letter_of
from handout.batch.vocabulary import plainly, vocabulary
from handout.errors import Finding
from handout.prescription import Order

__all__ = ["COLUMNS", "Known", "Refusal", "Roster", "read_orders"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that is not printed, and every reason."""

    row: int
    findings: tuple[Finding, ...]
    meant: Order | None = None  # the order with the words that the hints suggest, where each reason suggests one


@dataclass(frozen=True, slots=True)
class Roster:
    """The orders of a list in its order, the rows that were refused, and those that only count the others."""

    file: str
    orders: tuple[Order, ...]
    refusals: tuple[Refusal, ...]
    totals: tuple[int, ...] = ()


def read_orders(table: Table, known: Known) -> Roster:
    """All orders of a table. Raises BatchError when its columns cannot be understood."""
    names = columns_of(table, known)
    letters = {names[column]: letter_of(index) for index, column in enumerate(table.columns, 1) if column in names}
    naming = Naming(letters, private_words(table.rows, names))
    orders: list[Order] = []
    refusals: list[Refusal] = []
    totals: list[int] = []
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for row in table.rows:
        if row.empty:
            continue
        if _is_total(row, names):
            totals.append(row.number)
            continue
        reader = RowReader(row, names, known, naming)
        order = reader.order(seen)
        if reader.findings:
            meant = order if reader.suggested == len(reader.findings) else None
            refusals.append(Refusal(row.number, tuple(reader.findings), meant))
        elif order is not None:
            orders.append(order)
    return Roster(table.file, tuple(orders), tuple(refusals), tuple(totals))


def _is_total(row: TableRow, names: Mapping[str, str]) -> bool:
    """Whether a row only counts the others: it begins "Total", and asks for no sheet."""
    asks = any(row.cells.get(column, "").strip() for column, ours in names.items() if ours in {"language", "routine"})
    first = next((cell for cell in row.cells.values() if cell.strip()), "")
    words = [word for word in plainly(first).split() if not word.isdigit()]
    return not asks and " ".join(words) in vocabulary().totals
