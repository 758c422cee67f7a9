"""`handout render`: sheets for everybody, or for the patients of a roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as changed
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import handout.cli.patient as of
import handout.cli.run_options as to
from handout.cli.approvals import approval_warnings
from handout.cli.closing import close
from handout.cli.json_out import Json, say_report
from handout.cli.options import ClinicFile, Languages, Libraries, Style, moment
from handout.cli.ordering import no_language, patient_orders, roster_orders, shop_of, stock_orders, warnings_of
from handout.cli.report import progress, say_findings, say_stderr
from handout.errors import Finding, UsageError

if TYPE_CHECKING:
    from handout.batch.report import Wishes
    from handout.batch.roster import Roster
    from handout.prescription import Order
    from handout.shop import Shop


def render(
    routines: to.Routines = None,
    lang: Languages = None,
    out: to.Out = Path("out"),
    library: Libraries = None,
    clinic: ClinicFile = None,
    paper: to.OnPaper = None,
    style: to.InStyle = Style.standard,
    person: to.Person = "",
    roster: to.RosterFile = None,
    print_to: to.PrintTo = None,
    replace: to.Replace = False,
    jobs: to.Jobs = 0,
    strict: to.Strict = False,
    final: to.Final = False,
    dry_run: to.DryRun = False,
    by_clinician: to.ByClinician = False,
    beside: to.Beside = "",
    contact: to.ContactTo = None,
    names: to.Names = False,
    name: of.Name = "",
    reference: of.Reference = "",
    born: of.Born = "",
    ask: of.Ask = False,
    dose: of.Doses = None,
    exclude: of.Exclude = None,
    include: of.Include = None,
    flag: of.Flags = None,
    side: of.Side = "",
    note_file: of.NoteFile = None,
    clinician: of.Clinician = "",
    day: of.Day = "",
    copies: of.Copies = "",
    as_json: Json = False,
) -> None:
    """Write handouts as PDF: each is read back by other software before it is released."""
    told = of.PatientOptions(
        name, reference, born, dose or (), exclude or (), include or (), flag or (), side, note_file, clinician, day,
        copies, ask,
    )  # fmt: skip
    _refuse_mixed(roster, routines, lang, one=told.given)
    shop = _shop(library, clinic, lang, beside)
    listed = _listed(roster, (routines or [], lang), (style.value, paper.value if paper else "", person), told, shop)
    if by_clinician:
        listed = changed(listed, orders=tuple(sorted(listed.orders, key=_by_clinician)))
    inputs = tuple(path for path in (roster, clinic, note_file, *(library or ())) if path)
    wishes = _wishes(out, (print_to, contact), inputs, for_patients=roster is not None or told.given)
    wishes = changed(
        wishes, replace=replace, workers=jobs, strict=strict, final=final, dry_run=dry_run, names=names
    )
    _carry_out(listed, beside, shop, wishes, as_json=as_json)


def _shop(library: list[Path] | None, clinic: Path | None, lang: list[str] | None, beside: str) -> Shop:
    """The content of the run, with the companions' language."""
    shop = shop_of(library, clinic, lang and [*lang, *([beside] if beside else [])])
    if beside and beside not in shop.library.languages:
        raise UsageError(no_language(beside, shop))
    return shop


def _listed(
    roster: Path | None,
    asked: tuple[Sequence[str], Sequence[str] | None],
    sheet: tuple[str, str, str],
    told: of.PatientOptions,
    shop: Shop,
) -> Roster:
    """The orders of the run: of a list, of one patient, or for everybody. `asked` is routines and languages.
    Where nobody else is named, the clinic's own clinician hands the sheet out."""
    from handout.pipeline import handed_out

    routines, lang = asked
    if roster:
        found = roster_orders(roster, shop)
    elif told.given:
        found = patient_orders(shop, routines, lang or [], sheet, partial(of.cells_of, told))
    else:
        found = stock_orders(shop, routines, lang, *sheet)
    return changed(found, orders=tuple(handed_out(order, shop.clinic) for order in found.orders))


def _wishes(
    out: Path, targets: tuple[Path | None, Path | None], inputs: tuple[Path, ...], *, for_patients: bool
) -> Wishes:
    from handout.authoring.contact import contact_sheet
    from handout.batch.report import Wishes

    return Wishes(out, moment() if for_patients else "", *targets, contact_sheet, inputs)


def _refuse_mixed(
    roster: Path | None, routines: Sequence[str] | None, lang: Sequence[str] | None, *, one: bool
) -> None:
    """Raises UsageError for a command that asks for two kinds of run at once."""
    if roster and (routines or lang):
        raise UsageError(Finding("a roster says which routine and language", "Leave out ROUTINE and --lang."))
    if roster and one:
        hint = "Write it into the list, or leave out --roster."
        raise UsageError(Finding("a roster says what each patient gets", hint))
    if one and (not routines or len(lang or ()) != 1):
        hint = "Write, for instance: handout render back --lang ar --ask"
        raise UsageError(Finding("a sheet for one patient needs a routine and one language", hint))


def _by_clinician(order: Order) -> tuple[bool, str, int]:
    """By name, in the order of the list; sheets without a clinician last."""
    name = order.clinician.name if order.clinician else ""
    return not name, name, order.number


def _carry_out(
    listed: Roster, beside: str, shop: Shop, wishes: Wishes, *, as_json: bool
) -> None:
    """Say what must be known first, make the sheets, and leave with the run's exit code."""
    from handout.batch.archive import unfinished
    from handout.batch.jobs import jobs_of
    from handout.batch.run import run

    say_findings(warnings_of(shop))
    for row in listed.totals:
        say_stderr(f"Row {row} counts the others, and is passed over.")
    stopped = [run.name for run in unfinished(wishes.out)] if wishes.records and not wishes.dry_run else []
    if shop.clinic is None:
        say_stderr("No clinic file: the numbers to call are left as lines to write on (handout new clinic).")
    work = jobs_of(listed.orders, beside)
    say_findings(approval_warnings(work, shop))
    with progress(len(work), "sheets") as tick:
        report = run(work, listed.refusals, shop, wishes, tick)
    for name in stopped:
        if (wishes.out / name).is_dir() and wishes.out / name != report.folder:
            say_stderr(f"{wishes.out / name} is of a run that was stopped, with another list, content or day.")
    if as_json:
        say_report(report, wishes)
    else:
        close(report, wishes)
    if report.exit_code:
        raise typer.Exit(report.exit_code)
