"""`handout warm`: all that can be made before a morning's list is, overnight."""

from __future__ import annotations

from dataclasses import replace as changed
from pathlib import Path

import handout.cli.run_options as to
from handout.cli.closing import say_ready
from handout.cli.options import ClinicFile, Languages, Libraries, StyleOption
from handout.cli.ordering import RunRequest, orders_of, shop_of
from handout.cli.patient import PatientOptions
from handout.cli.render import carry_out, wishes, work_of


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

    Drawings that were never inked, leaves that were never set, pages and fonts that were never looked at: the first
    sheet of each kind then takes half the time. Nothing of a patient is kept.
    """
    asked = RunRequest(routines or (), lang or (), style, "", "", roster, None, PatientOptions(), length or "")
    asked.refuse_mixed()
    shop = shop_of(library, clinic, lang)
    listed = orders_of(asked, shop)
    options = changed(wishes(Path(), (None, None), (), for_patients=False), dry_run=True, workers=jobs)
    carry_out(listed, work_of(listed, "", html=False), shop, options, say_ready)
