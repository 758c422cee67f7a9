"""`handout stock`: sheets to keep in a drawer, with boxes to tick and doses to write in by hand."""

from __future__ import annotations

from dataclasses import replace as changed
from pathlib import Path
from typing import Annotated

import typer

import handout.cli.run_options as to
from handout.cli.closing import close
from handout.cli.json_out import Json, say_report
from handout.cli.options import ClinicFile, Languages, Libraries, StyleOption
from handout.cli.ordering import RunRequest, orders_of, shop_of
from handout.cli.patient import PatientOptions
from handout.cli.render import carry_out, wishes, work_of

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the finished files.")]
PrintTo = Annotated[
    Path | None, typer.Option("--print", metavar="FILE", help="All of them in one file for the printer.")
]
Copies = Annotated[int, typer.Option("--copies", metavar="N", min=1, max=100, help="How often each is in that file.")]


def stock(
    routines: to.Routines = None,
    lang: Languages = None,
    out: Out = Path("stock"),
    library: Libraries = None,
    clinic: ClinicFile = None,
    paper: to.OnPaper = None,
    style: to.InStyle = StyleOption.standard,
    length: to.OfLength = None,
    person: to.Person = "",
    print_to: PrintTo = None,
    copies: Copies = 1,
    replace: to.Replace = False,
    jobs: to.Jobs = 0,
    final: to.Final = False,
    dry_run: to.DryRun = False,
    as_json: Json = False,
) -> None:
    """Write stock sheets: boxes to tick, doses to fill in.

    They are for nobody yet: a box stands beside each exercise, and lines to write its dose on.
    """
    nobody = PatientOptions()
    asked = RunRequest(routines or (), lang or (), style, paper or "", person, None, None, nobody, length or "")
    shop = shop_of(library, clinic, lang)
    plain = orders_of(asked, shop)
    listed = changed(plain, orders=tuple(changed(order, stock=True, copies=copies) for order in plain.orders))
    inputs = tuple(path for path in (clinic, *(library or ())) if path)
    options = wishes(out, (print_to, None), inputs, for_patients=False)
    options = changed(options, replace=replace, workers=jobs, final=final, dry_run=dry_run)
    carry_out(listed, work_of(listed, "", html=False), shop, options, say_report if as_json else close)
