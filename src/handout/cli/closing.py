"""The last words of a run: what was released, what was refused and why, what still wants a clinician."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from handout.cli.report import paint, say, say_findings, say_table

if TYPE_CHECKING:
    from handout.batch import Done, Printed, Report, RunOptions
    from handout.errors import Finding


def close(report: Report, options: RunOptions) -> None:
    """Say it all: first the reasons, then what there is."""
    _say_refused(report)
    for one in report.done:
        for said in one.said:
            say(f"{one.job.title}: {said}")
    released = [one for one in report.done if one.released]
    if options.dry_run:
        head = ("order", "sheet", "language", "style", "length", "paper", "pages", "sheets", "card", "copies")
        say_table(head, [_line(one) for one in released])
    for line in (*_counts(report, options, released), *_files(report, options)):
        say(line)
    if released and not report.withheld:
        for line in _doubts(released, options):
            say(line)


def say_ready(report: Report, options: RunOptions) -> None:
    """How much of a run that writes nothing could be made, and what could not."""
    released = sum(one.released for one in report.done)
    if released < len(report.done) or report.refusals:
        close(report, options)
    say(f"Ready to be made: {released} of {len(report.done)}.")


def _say_refused(report: Report) -> None:
    """Everything that is wrong with a row stands together, whatever found it, in the order of the list."""
    reasons: list[tuple[int, list[str]]] = [
        (refusal.row, [_mend(finding.what, finding) for finding in refusal.findings]) for refusal in report.refusals
    ]
    for one in report.done:
        if not one.released:
            lines = [_mend(f"{one.job.title}: {finding.what}", finding) for finding in one.findings]
            reasons.append((one.job.order.number, lines))
    for _, lines in sorted(reasons, key=lambda reason: reason[0]):
        for line in lines:
            sys.stderr.write(f"{line}\n")
    for printed in report.printed:
        if printed.findings:
            sys.stderr.write(f"not printed: {printed.path}\n")
            say_findings(printed.findings)


def _mend(what: str, finding: Finding) -> str:
    """A reason with its next step. Where the file is not the list but content, its place stands with it."""
    place = f" [{finding.where}]" if finding.where else ""
    said = f"{paint('refused', 'red')} {what}{place}"
    return f"{said}\n    {finding.hint}" if finding.hint else said


def _counts(report: Report, options: RunOptions, released: Sequence[Done]) -> Iterator[str]:
    verb = "would be released" if options.dry_run else "released"
    count = 0 if report.withheld else len(released)
    folder = report.folder if options.records else options.out
    where = f" to {folder}" if count and not options.dry_run else ""
    refused = len(report.done) - len(released) + len(report.refusals)
    yield f"{count} {verb}{where}, {refused} refused."
    if report.withheld:
        yield "Nothing was printed, because of --strict."
    if report.purged:
        runs = "1 run was" if report.purged == 1 else f"{report.purged} runs were"
        yield f"{runs} older than the clinic keeps them (keep_days) and removed."


def _files(report: Report, options: RunOptions) -> Iterator[str]:
    companions = sum(bool(one.job.companion) for one in report.done if one.released)
    if companions and not report.withheld:
        yield f"{companions} with a companion for you (.with-{_beside(report)}), which no print file holds."
    pages = sum(bool(one.job.page) for one in report.done if one.released)
    if pages and not report.withheld:
        yield f"{pages} also as a page for a screen (.html), which needs no network."
    cards = [one.card for one in report.done if one.released and one.card]
    if cards and not report.withheld:
        sizes = sorted({card.paper.upper() for card in cards}, reverse=True)
        yield f"{len(cards)} with a fridge card (.card.pdf, on {' or '.join(sizes)})."
    for printed in report.printed:
        if not printed.findings:
            yield _printed(printed, dry_run=options.dry_run)
    for path in report.older:
        yield f"{path} is of an earlier list: do not print it with this one."
    if options.contact_to is not None and any(one.released for one in report.done) and not report.withheld:
        yield f"{options.contact_to}: the page of exercises of each sheet, to look at."


def _printed(printed: Printed, *, dry_run: bool) -> str:
    """What a print file holds, or would hold."""
    count, pages = printed.documents, printed.pages
    cards = f"{count} fridge card{'' if count == 1 else 's'} on {printed.paper.upper()}"
    held = cards if printed.cards else _sheets(count)
    if dry_run:
        return f"{printed.path} would hold {held}, {pages} pages{'' if printed.cards else ' with its checklist'}."
    return f"{printed.path}: {held}, {pages} pages, duplex-safe."


def _sheets(count: int) -> str:
    return "1 handout" if count == 1 else f"{count} handouts"


def _beside(report: Report) -> str:
    """The language of the companions: one for the whole run."""
    return next(one.job.beside for one in report.done if one.job.beside)


def _doubts(released: Sequence[Done], options: RunOptions) -> Iterator[str]:
    unsigned = sum(not one.signed for one in released)
    unsure = sum(bool(one.unsure) for one in released)
    if unsigned:
        doubts = f" {unsure} hold words that a translator was unsure of." if unsure else ""
        yield f"{unsigned} carry the stamp that no clinician has approved them yet.{doubts}"
    if options.dry_run:
        return
    if find_spec("page") is None:
        yield "Conformance to PDF/UA-1 and PDF/A-2a was not checked (install clinic-handout[proof])."
    elif options.final:
        yield "Each file was checked against PDF/UA-1 and PDF/A-2a."
    else:
        yield "handout proof FILE checks a file against PDF/UA-1 and PDF/A-2a."


def _line(one: Done) -> tuple[str, ...]:
    order = one.job.order
    return (
        str(order.number or ""), one.job.name, order.language, order.style, one.length, one.paper, str(one.pages),
        str(one.leaves), one.card.paper if one.card else "", str(order.copies),
    )  # fmt: skip
