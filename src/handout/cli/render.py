"""`handout render`: sheets for everybody, or for the patients of a roster."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handout.cli.closing import close
from handout.cli.options import ClinicFile, Languages, Libraries, Paper, Style
from handout.cli.ordering import desk_of, no_language, roster_orders, stock_orders, warnings_of
from handout.cli.report import progress, say_findings
from handout.errors import Finding, UsageError

if TYPE_CHECKING:
    from handout.batch.jobs import Job
    from handout.batch.roster import Refusal
    from handout.batch.run import Wishes
    from handout.pipeline import Desk
    from handout.prescription import Order


def render(
    routines: Annotated[
        list[str] | None, typer.Argument(metavar="[ROUTINE]...", help="Left out: all of them.")
    ] = None,
    lang: Languages = None,
    out: Annotated[Path, typer.Option("--out", help="The folder for the finished files.")] = Path("out"),
    library: Libraries = None,
    clinic: ClinicFile = None,
    paper: Annotated[Paper | None, typer.Option(help="Left out: the clinic's, then the country's.")] = None,
    style: Annotated[Style, typer.Option(help="How the sheet is set.")] = Style.standard,
    person: Annotated[str, typer.Option(help="One person in all pictures, such as ana.")] = "",
    roster: Annotated[
        Path | None, typer.Option("--roster", help="A list of patients: CSV, Excel or YAML.")
    ] = None,
    print_to: Annotated[
        Path | None, typer.Option("--print", help="One file for the printer, of the whole list.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=0, help="How many processes; 0: every core.")] = 0,
    strict: Annotated[
        bool, typer.Option("--strict", help="Print nothing unless everything is right.")
    ] = False,
    final: Annotated[bool, typer.Option("--final", help="Refuse what no clinician has signed.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")] = False,
    by_clinician: Annotated[
        bool, typer.Option("--by-clinician", help="Sort the print job by clinician.")
    ] = False,
    beside: Annotated[
        str, typer.Option("--with", help="Also a companion in this language, for you: the same places and numbers.")
    ] = "",
    contact: Annotated[
        Path | None, typer.Option("--contact", help="Page 1 of each sheet, small, in one PDF to look at.")
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Patients' names in the manifest too.")] = False,
) -> None:
    """Write handouts as PDF: each is read back by other software before it is released."""
    from handout.authoring.contact import contact_sheet
    from handout.batch.jobs import jobs_of
    from handout.batch.run import Wishes

    if roster and (routines or lang):
        raise UsageError(Finding("a roster says which routine and language", "Leave out ROUTINE and --lang."))
    desk = desk_of(library, clinic, lang and [*lang, *([beside] if beside else [])])
    if beside and beside not in desk.library.languages:
        raise UsageError(no_language(beside, desk))
    if roster:
        listed = roster_orders(roster, desk)
        orders, refusals = listed.orders, listed.refusals
    else:
        sheet = style.value, paper.value if paper else "", person
        orders, refusals = stock_orders(desk, routines or [], lang, *sheet), ()
    if by_clinician:
        orders = tuple(sorted(orders, key=_by_clinician))
    wishes = Wishes(
        out, print_to, jobs, strict, final, dry_run, roster is not None, names, contact, contact_sheet
    )
    _carry_out(jobs_of(orders, beside), refusals, desk, wishes)


def _by_clinician(order: Order) -> tuple[bool, str, int]:
    """By name, in the order of the list; sheets without a clinician last."""
    name = order.clinician.name if order.clinician else ""
    return not name, name, order.number


def _carry_out(
    work: Sequence[Job], refusals: Sequence[Refusal], desk: Desk, wishes: Wishes
) -> None:
    """Say what is wrong with the list, print the rest, and leave with the run's exit code."""
    from handout.batch.run import run

    say_findings([finding for refusal in refusals for finding in refusal.findings])
    say_findings(warnings_of(desk))
    if desk.clinic is None:
        sys.stderr.write(
            "No clinic file: the numbers to call are left as lines to write on (handout new clinic).\n"
        )
    with progress(len(work), "sheets") as tick:
        report = run(work, refusals, desk, wishes, tick)
    close(report, wishes)
    if report.exit_code:
        raise typer.Exit(report.exit_code)
