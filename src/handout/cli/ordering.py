"""From arguments to the content of a run, and to its orders."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from handout.cli.clock import today
from handout.cli.patient import PatientOptions, cells_of
from handout.errors import Finding, UsageError
from handout.store import Store, Verdicts, cache_folder

if TYPE_CHECKING:
    from handout.batch import Roster
    from handout.shop import Shop

STDIN = Path("-")
KEPT = "found"  # of the cache: what was found of masters in earlier runs


@dataclass(frozen=True, slots=True)
class RunRequest:
    """Who the sheets of a run are for: a list, a program's orders, one patient, or everybody."""

    routines: Sequence[str]
    lang: Sequence[str]
    style: str
    paper: str
    person: str
    roster: Path | None
    orders: Path | None  # NDJSON; "-" is the input stream
    patient: PatientOptions
    length: str = ""  # of the orders that name none
    card: bool | None = None  # of those that do not say

    @property
    def for_patients(self) -> bool:
        """Whether what is made is filed by run, with manifest, record and notes."""
        return self.roster is not None or self.orders is not None or self.patient.given

    def refuse_mixed(self) -> None:
        """Raises UsageError for a command that asks for two kinds of run at once."""
        if self.roster and self.orders:
            raise UsageError(Finding("orders come from a list or from a program", "Leave out --roster or --orders."))
        named = "a roster" if self.roster else "a line of --orders" if self.orders else ""
        if named and (self.routines or self.lang):
            raise UsageError(Finding(f"{named} says which routine and language", "Leave out ROUTINE and --lang."))
        if named and self.patient.given:
            hint = f"Write it there, or leave out {'--roster' if self.roster else '--orders'}."
            raise UsageError(Finding(f"{named} says what each patient gets", hint))
        if self.patient.given and (not self.routines or len(self.lang) != 1):
            hint = "Write, for instance: handout render back --lang ar --ask"
            raise UsageError(Finding("a sheet for one patient needs a routine and one language", hint))


def shop_of(library: Sequence[Path] | None, clinic: Path | None, lang: Sequence[str] | None = None) -> Shop:
    """The content of this run; of a few languages only, where no others are asked for."""
    from handout.api import open_shop
    from handout.proof import Eye

    shop = open_shop(library or (), clinic, languages=lang or None, today=date.fromisoformat(today()))
    store = Store(cache_folder() / KEPT)
    return replace(shop, eye=Eye(remembered=Verdicts(store)), store=store)


def orders_of(asked: RunRequest, shop: Shop) -> Roster:
    """The orders of the run, and what was refused. Where nobody else is named, the clinic's own clinician hands the
    sheet out."""
    from handout.pipeline import handed_out

    found = _orders(asked, shop)
    length, card = asked.length, {None: "", True: "yes", False: "no"}[asked.card]
    orders = (replace(one, length=one.length or length, card=one.card or card) for one in found.orders)
    return replace(found, orders=tuple(handed_out(order, shop.clinic) for order in orders))


def _orders(asked: RunRequest, shop: Shop) -> Roster:
    from handout.batch import known_of, read_json_orders, read_patient, refuse_unknown, roster_orders, stock_orders

    if asked.roster:
        return roster_orders(asked.roster, shop)
    if asked.orders:
        return read_json_orders(_stream(asked.orders), asked.orders.name, known_of(shop))
    sheet = str(asked.style), str(asked.paper), asked.person
    if not asked.patient.given:
        return stock_orders(shop, asked.routines, asked.lang, sheet)
    refuse_unknown(shop, asked.routines, asked.person)  # before anybody is asked for a name
    told = {"routine": ", ".join(asked.routines), "language": asked.lang[0]}
    cells = cells_of(asked.patient, {**told, **dict(zip(("style", "paper", "person"), sheet, strict=True))})
    return read_patient(cells, known_of(shop))


def _stream(path: Path) -> bytes:
    """The orders of a program: of a file, or of the input stream, to its end. Raises UsageError."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    if not path.is_file():
        raise UsageError(Finding(f"there is no file {path}", "Check the name after --orders."))
    return path.read_bytes()
