"""`handout render`: sheets for everybody, or for the patients of a roster."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handout.cli.options import ClinicFile, Languages, Libraries, Paper, Style
from handout.cli.ordering import desk_of, roster_orders, stock_orders, warnings_of
from handout.cli.report import progress, say, say_findings, say_table
from handout.errors import Finding, UsageError

if TYPE_CHECKING:
    from handout.batch.jobs import Done
    from handout.batch.roster import Refusal
    from handout.batch.run import Report


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
    names: Annotated[bool, typer.Option("--names", help="Patients' names in the manifest too.")] = False,
) -> None:
    """Write handouts as PDF: each is read back by other software before it is released."""
    from handout.batch.jobs import jobs_of
    from handout.batch.run import Wishes, run

    if roster and (routines or lang):
        raise UsageError(Finding("a roster says which routine and language", "Leave out ROUTINE and --lang."))
    desk = desk_of(library, clinic)
    if roster:
        listed = roster_orders(roster, desk)
        orders, refusals = listed.orders, listed.refusals
    else:
        orders, refusals = (
            stock_orders(desk, routines or [], lang, style.value, paper.value if paper else "", person),
            (),
        )
    if by_clinician:
        orders = tuple(
            sorted(orders, key=lambda one: (one.clinician.name if one.clinician else "", one.number))
        )
    say_findings([finding for refusal in refusals for finding in refusal.findings])
    say_findings(warnings_of(desk))
    if clinic is None:
        sys.stderr.write(
            "No clinic file: the numbers to call are left as lines to write on (handout new clinic).\n"
        )
    wishes = Wishes(out, print_to, jobs, strict, final, dry_run, roster is not None, names)
    work = jobs_of(orders)
    with progress(len(work), "sheets") as tick:
        report = run(work, refusals, desk, wishes, tick)
    close(report, wishes.dry_run, out)
    if report.exit_code:
        raise typer.Exit(report.exit_code)


def close(report: Report, dry_run: bool, out: Path) -> None:
    """The closing words: what was released, what was refused and why, what still wants a clinician."""
    refused = [one for one in report.done if not one.released]
    for one in refused:
        sys.stderr.write(f"refused: {one.job.title}\n")
        say_findings(one.findings)
    say_findings([finding for refusal in _again(report) for finding in refusal.findings])
    for one in report.done:
        for said in one.said:
            say(f"{one.job.title}: {said}")
    released = [one for one in report.done if one.released]
    if dry_run:
        head = ("order", "sheet", "language", "pages", "paper")
        say_table(head, [_line(one) for one in released])
    verb = "would be released" if dry_run else "released"
    count = 0 if report.withheld else len(released)
    say(
        f"{count} {verb}{f' to {out}' if count and not dry_run else ''}, {len(refused) + len(report.refusals)} refused."
    )
    for printed in report.printed:
        say(f"{printed.path}: {printed.documents} sheets, {printed.pages} pages, duplex-safe.")
    unsigned = sum(not one.signed for one in released)
    unsure = sum(bool(one.unsure) for one in released)
    if count and unsigned:
        doubts = f" {unsure} hold words that a translator was unsure of." if unsure else ""
        say(f"{unsigned} carry the stamp that no clinician has approved them yet.{doubts}")
    if count and not dry_run:
        say(_conformance())


def _again(report: Report) -> Sequence[Refusal]:
    """Refused rows are said before the run, and again at the end when much was printed in between."""
    return report.refusals if len(report.done) > 20 else ()


def _line(one: Done) -> tuple[str, ...]:
    order = one.job.order
    return str(order.number or ""), one.job.name, order.language, str(one.pages), one.paper


def _conformance() -> str:
    from importlib.util import find_spec

    if find_spec("page") is None:
        return "Conformance to PDF/UA-1 and PDF/A-2a was not checked (install clinic-handout[proof])."
    return "handout proof FILE checks a file against PDF/UA-1 and PDF/A-2a."
