"""`handout render`: sheets for everybody, or for the patients of a roster."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handout.cli.options import ClinicFile, Languages, Libraries, cache_folder, layers, today
from handout.cli.report import progress, say, say_findings, say_table
from handout.cli.show import Paper, Style
from handout.errors import Finding, Severity, UsageError

if TYPE_CHECKING:
    from handout.batch.jobs import Done
    from handout.batch.roster import Known, Refusal, Roster
    from handout.batch.run import Report
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


def desk_of(library: Sequence[Path] | None, clinic: Path | None) -> Desk:
    """The content of this run."""
    from handout.pipeline import open_desk

    return open_desk(layers(library), clinic, date.fromisoformat(today()), cache_folder())


def warnings_of(desk: Desk) -> tuple[Finding, ...]:
    """What the person who prints must know: a number nobody confirmed, content whose review is overdue."""
    found: list[Finding] = []
    country, clinic = desk.country, desk.clinic
    unsure = country is not None and country.emergency.status == "unconfirmed"
    if unsure and country is not None and clinic is not None and not clinic.emergency:
        what = f"the emergency number of {country.code}, {country.emergency.number}, is not confirmed by a source"
        hint = "Check it, and write it as emergency: in the clinic file."
        found.append(Finding(what, hint, clinic.where, severity=Severity.WARNING))
    for _, routine in sorted(desk.library.routines.items()):
        if routine.review_by < desk.today.isoformat():
            what = f"{routine.id} was due for review by {routine.review_by}"
            found.append(Finding(what, "Have a clinician read it again.", routine.where, severity=Severity.WARNING))
    return tuple(found)


def stock_orders(
    desk: Desk, routines: Sequence[str], lang: Sequence[str] | None, style: str, paper: str, person: str = ""
) -> tuple[Order, ...]:
    """The clinic's plain sheets: every routine asked for in every language asked for."""
    from handout.edition import complete_languages
    from handout.prescription import Order

    known = desk.library.routines
    unknown = [name for name in routines if desk.routine_of(name) not in known]
    strange = [tag for tag in lang or () if tag not in desk.library.languages]
    if unknown or strange:
        raise UsageError(
            [
                Finding(f"there is no routine “{name}”", f"Known: {', '.join(sorted(known))}.")
                for name in unknown
            ]
            + [
                Finding(
                    f"there is no language “{tag}”", f"Known: {', '.join(sorted(desk.library.languages))}."
                )
                for tag in strange
            ]
        )
    return tuple(
        Order(0, (name,), tag, style=style, paper=paper, person=person)
        for name in routines or sorted(known)
        for tag in lang or complete_languages(desk.library, desk.routine_of(name))
    )


def roster_orders(path: Path, desk: Desk) -> Roster:
    """The orders of a list, and the rows that were refused."""
    from handout.batch.roster import read_orders
    from handout.batch.tables import read_table

    return read_orders(read_table(path), known_of(desk))


def known_of(desk: Desk) -> Known:
    """What a roster may name here."""
    from handout.batch.roster import Known
    from handout.prescription import Clinician

    library, clinic = desk.library, desk.clinic
    words = clinic.roster if clinic else None
    people = clinic.clinicians if clinic else {}
    autonyms = {language.autonym.casefold(): tag for tag, language in library.languages.items()}
    english = {language.english_name.casefold(): tag for tag, language in library.languages.items()}
    return Known(
        routines={*library.routines, *library.packs},
        exercises=library.exercises.keys(),
        flags={condition.flag for condition in library.safety.conditions.values() if condition.flag},
        languages=library.languages.keys(),
        people=desk.gallery.people.keys(),
        clinicians={key: Clinician(entry.name, entry.role) for key, entry in people.items()},
        columns=words.columns if words else {},
        language_names={**autonyms, **english, **(words.languages if words else {})},
        ignore=words.ignore if words else (),
    )


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
