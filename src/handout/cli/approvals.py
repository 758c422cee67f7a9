"""`handout approve`, and what a run says about approvals."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handout.cli.clock import today
from handout.cli.options import ClinicFile, Libraries
from handout.cli.ordering import shop_of
from handout.cli.report import say, say_findings
from handout.errors import Finding, HandoutError, UsageError

if TYPE_CHECKING:
    from handout.authoring import TextTable
    from handout.batch import Job
    from handout.content import Library
    from handout.edition import Edition
    from handout.shop import Shop

Name = Annotated[str, typer.Option("--name", metavar="NAME", help="Who approves it: the clinician's full name.")]
Role = Annotated[str, typer.Option("--role", metavar="ROLE", help="A term of the language files: physiotherapist.")]
Registration = Annotated[
    str, typer.Option("--registration", metavar="NUMBER", help="The number in the register of the profession.")
]
Read = Annotated[str, typer.Option("--read", metavar="TEXT", help="What was read: every line, a printed sheet, …")]
Accept = Annotated[
    list[str] | None, typer.Option("--accept", metavar="PATH", help="A text in doubt, accepted as it is. Repeat it.")
]


def approve(
    routine: Annotated[str, typer.Argument(metavar="ROUTINE", help="The routine that was read.")],
    lang: Annotated[str, typer.Option("--lang", metavar="TAG", help="The language it was read in.")],
    name: Name = "",
    role: Role = "",
    registration: Registration = "",
    read: Read = "",
    accept: Accept = None,
    review_by: Annotated[
        str, typer.Option("--review-by", metavar="DATE", help="When it must be read again; left out: in two years.")
    ] = "",
    library: Libraries = None,
    clinic: ClinicFile = None,
) -> None:
    """A clinician approves a routine in one language.

    All that its sheets can print is approved, until any of it changes.
    """
    from handout.approval import Approving
    from handout.approval import approve as write
    from handout.content import Approver
    from handout.edition import localise
    from handout.figure import Gallery

    if not library:
        hint = "Name your library's folder, where the approval is kept: --library clinic"
        raise UsageError(Finding("an approval belongs to a clinic's own library", hint))
    shop = shop_of(library, clinic, [lang])
    if routine not in shop.library.routines:
        hint = f"Known: {', '.join(sorted(shop.library.routines))}."
        raise UsageError(Finding(f"there is no routine “{routine}”", hint))
    edition = localise(shop.library, routine, lang, shop.country)
    told = [
        _told("The clinician's full name", name), _told("Role, such as physiotherapist", role),
        _told("Number in the register of the profession", registration), _told("What was read", read),
    ]  # fmt: skip
    accepted = frozenset(accept or _accepted(edition))
    said = Approving(Approver(*told[:3]), told[3], date.fromisoformat(today()), review_by, accepted)
    path = write(edition, shop.country, Gallery(shop.library, shop.cache), said, library[-1])
    say(f"{shop.standing(routine, lang).name} is approved by {told[0]}: written to {path}.")
    read_lines, lines = _read_in_reviews(edition, shop)
    say(f"{read_lines} of its {lines} lines were ticked in review files (handout review).")
    say("It holds until anything that its sheets can print changes; the run then names the line.")


def _read_in_reviews(edition: Edition, shop: Shop) -> tuple[int, int]:
    """How many lines of the edition reviewers have ticked, and how many there are. It is told, and not required."""
    from handout.authoring import read_ticks, review_lines
    from handout.edition import localise

    english = localise(shop.library, edition.routine.id, "en", shop.country)
    hashes = {line.hash for line in review_lines(edition, english, shop.country)}
    return len(hashes & read_ticks(shop.library.layers, edition.tag).keys()), len(hashes)


def _told(question: str, given: str) -> str:
    """An answer given as an option; asked for where somebody sits at the keyboard."""
    return given or (str(typer.prompt(question)) if sys.stdin.isatty() else "")


def _accepted(edition: Edition) -> Iterator[str]:
    """The texts in doubt that are accepted one by one, where somebody can be asked."""
    from handout.approval import unsettled

    for path, (words, doubt) in unsettled(edition).items() if sys.stdin.isatty() else ():
        say(f"{path}\n    {words}\n    in doubt: {doubt}")
        if typer.confirm("    Is it right as it stands?"):
            yield path


def approval_warnings(jobs: Iterable[Job], shop: Shop) -> Iterator[Finding]:
    """What no longer holds of the approvals of the editions that a run prints, and what is due to be read again."""
    approved = {(one.routine, one.language) for one in shop.library.approvals.editions}
    asked = {(shop.routine_of(job.name), tag) for job in jobs for tag in (job.order.language, job.beside) if tag}
    for routine, tag in sorted(approved & asked):
        try:
            standing = shop.standing(routine, tag)
        except HandoutError:
            continue  # the sheet itself is refused, and says why
        if standing.approval is not None:
            yield from standing.findings()


def approvals_table(library: Library) -> TextTable:
    """Every approved edition and how it stands; each change since is said on the error stream."""
    from handout.authoring import standings, table_of
    from handout.store import cache_folder

    found = standings(library, cache_folder(), date.fromisoformat(today()))
    for one in found:
        say_findings((*one.every_change(), *one.reasons))
    return table_of(found)


def into(library: Libraries) -> Path:
    """The clinic's own library: the one named last. Raises UsageError where there is none."""
    if not library:
        raise UsageError(Finding("nothing is written to the shipped content", "Name your own folder: --library mine"))
    return library[-1]
