"""`handout warm`: all that can be made before a morning's list is, overnight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace as changed
from pathlib import Path
from typing import TYPE_CHECKING

import handout.cli.run_options as to
from handout.cli.closing import say_ready
from handout.cli.options import ClinicFile, Languages, Libraries, StyleOption
from handout.cli.ordering import RunRequest, orders_of, shop_of
from handout.cli.patient import PatientOptions
from handout.cli.render import carry_out, wishes, work_of

if TYPE_CHECKING:
    from handout.prescription import Order
    from handout.shop import Shop


# What a patient's row may hold, told by stand-ins: name and reference that take one line, and such as take two.
ROWS = (("W", "W"), ("Vera Vyvyan-Oxenford", "AV-1234567"))
BORN = "2000-01-01"
PATIENTS = tuple(
    PatientOptions(name=name, reference=reference, born=born)
    for name, own in ROWS
    for reference, born in ((own, ""), ("", BORN), (own, BORN))
)


def warm(
    routines: to.Routines = None,
    lang: Languages = None,
    library: Libraries = None,
    clinic: ClinicFile = None,
    style: to.InStyle = StyleOption.standard,
    length: to.OfLength = None,
    roster: to.RosterFile = None,
    jobs: to.Jobs = 0,
) -> None:
    """Make and prove what a list will need, and write no sheet.

    Drawings that were never inked, sheets that were never laid out and proved: a patient's sheet is then a copy, half a
    second from the command to the file. Nothing of a patient is kept.
    """
    asked = RunRequest(routines or (), lang or (), style, "", "", roster, None, PatientOptions(), length or "")
    asked.refuse_mixed()
    shop = shop_of(library, clinic, lang)
    listed = orders_of(asked, shop)
    if roster is None:
        named = (order for plain in listed.orders for order in _for_patients(plain, asked, shop))
        orders = (*listed.orders, *named)
        listed = changed(listed, orders=tuple(changed(one, number=at) for at, one in enumerate(orders, 1)))
    options = changed(wishes(Path(), (None, None), (), for_patients=False), dry_run=True, workers=jobs)
    carry_out(listed, work_of(listed, "", html=False), shop, options, say_ready)


def _for_patients(plain: Order, asked: RunRequest, shop: Shop) -> Iterator[Order]:
    """The same sheet with somebody's row: orders of the likeness that `render --name` asks for."""
    for patient in PATIENTS:
        one = changed(asked, routines=plain.routines, lang=(plain.language,), patient=patient)
        yield from orders_of(one, shop).orders
