"""`handout render`: sheets for everybody, or for the patients of a roster."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handout.cli import patient
from handout.cli.closing import close
from handout.cli.json_out import Json, say_report
from handout.cli.options import ClinicFile, Languages, Libraries, Paper, Style, moment
from handout.cli.ordering import desk_of, no_language, patient_orders, roster_orders, stock_orders, warnings_of
from handout.cli.report import progress, say_findings, say_stderr
from handout.errors import Finding, UsageError

if TYPE_CHECKING:
    from handout.batch.report import Wishes
    from handout.batch.roster import Roster
    from handout.pipeline import Desk
    from handout.prescription import Order


def render(
    routines: Annotated[
        list[str] | None, typer.Argument(metavar="[ROUTINE]...", help="Left out: all of them.")
    ] = None,
    lang: Languages = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the finished files.")] = Path("out"),
    library: Libraries = None,
    clinic: ClinicFile = None,
    paper: Annotated[Paper | None, typer.Option(help="Left out: the clinic's, then the country's.")] = None,
    style: Annotated[Style, typer.Option(help="How the sheet is set.")] = Style.standard,
    person: Annotated[str, typer.Option(metavar="ID", help="One person in all pictures, such as ana.")] = "",
    roster: Annotated[
        Path | None, typer.Option("--roster", metavar="FILE", help="A list of patients: CSV, Excel or YAML.")
    ] = None,
    print_to: Annotated[
        Path | None, typer.Option("--print", metavar="FILE", help="One file for the printer, of the whole list.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put print file and contact sheet in the place of older ones.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=0, help="How many processes; 0: every core.")] = 0,
    strict: Annotated[
        bool, typer.Option("--strict", help="Print nothing unless everything is right.")
    ] = False,
    final: Annotated[bool, typer.Option("--final", help="Refuse what no clinician has signed.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Make and proof everything, and write nothing.")
    ] = False,
    by_clinician: Annotated[
        bool, typer.Option("--by-clinician", help="Sort the print job by clinician.")
    ] = False,
    beside: Annotated[
        str,
        typer.Option(
            "--with", metavar="TAG", help="Also a companion in this language, for you: the same places and numbers."
        ),
    ] = "",
    contact: Annotated[
        Path | None,
        typer.Option("--contact", metavar="FILE", help="Each sheet's page of exercises, small, in one PDF to look at."),
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Patients' names in the manifest too.")] = False,
    name: patient.Name = "",
    reference: patient.Reference = "",
    born: patient.Born = "",
    ask: patient.Ask = False,
    dose: patient.Doses = None,
    exclude: patient.Exclude = None,
    include: patient.Include = None,
    flag: patient.Flags = None,
    side: patient.Side = "",
    note_file: patient.NoteFile = None,
    clinician: patient.Clinician = "",
    day: patient.Day = "",
    copies: patient.Copies = "",
    as_json: Json = False,
) -> None:
    """Write handouts as PDF: each is read back by other software before it is released."""
    from handout.authoring.contact import contact_sheet
    from handout.batch.report import Wishes

    told = patient.PatientOptions(
        name, reference, born, dose or (), exclude or (), include or (), flag or (), side, note_file, clinician, day,
        copies,
    )  # fmt: skip
    _refuse_mixed(roster, routines, lang, one=told.given or ask)
    desk = desk_of(library, clinic, lang and [*lang, *([beside] if beside else [])])
    if beside and beside not in desk.library.languages:
        raise UsageError(no_language(beside, desk))
    sheet = style.value, paper.value if paper else "", person
    if roster:
        listed = roster_orders(roster, desk)
    elif told.given or ask:
        say_of_her = partial(patient.cells_of, told, ask=ask)
        listed = patient_orders(desk, routines or [], lang or [], sheet, say_of_her)
    else:
        listed = stock_orders(desk, routines or [], lang, *sheet)
    inputs = [path for path in (roster, clinic, note_file, *(library or ())) if path]
    wishes = Wishes(
        out, moment() if roster or told.given or ask else "", print_to, contact, contact_sheet, tuple(inputs), replace,
        jobs, strict, final, dry_run, names,
    )  # fmt: skip
    orders = sorted(listed.orders, key=_by_clinician) if by_clinician else listed.orders
    _carry_out(orders, beside, listed, desk, wishes, as_json=as_json)


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
    orders: Sequence[Order], beside: str, listed: Roster, desk: Desk, wishes: Wishes, *, as_json: bool
) -> None:
    """Say what must be known first, make the sheets, and leave with the run's exit code."""
    from handout.batch.archive import unfinished
    from handout.batch.jobs import jobs_of
    from handout.batch.run import run

    say_findings(warnings_of(desk))
    for row in listed.totals:
        say_stderr(f"Row {row} counts the others, and is passed over.")
    stopped = [run.name for run in unfinished(wishes.out)] if wishes.records and not wishes.dry_run else []
    if desk.clinic is None:
        say_stderr("No clinic file: the numbers to call are left as lines to write on (handout new clinic).")
    work = jobs_of(orders, beside)
    with progress(len(work), "sheets") as tick:
        report = run(work, listed.refusals, desk, wishes, tick)
    for name in stopped:
        if (wishes.out / name).is_dir() and wishes.out / name != report.folder:
            say_stderr(f"{wishes.out / name} is of a run that was stopped, with another list, content or day.")
    if as_json:
        say_report(report, wishes)
    else:
        close(report, wishes)
    if report.exit_code:
        raise typer.Exit(report.exit_code)
