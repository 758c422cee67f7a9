"""`handout review`: an edition as a file to mail, and the reviewer's answers taken back."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handout.cli.approvals import into
from handout.cli.clock import today
from handout.cli.options import ClinicFile, Libraries
from handout.cli.ordering import shop_of
from handout.cli.report import say, say_findings
from handout.errors import Finding, UsageError, errors_of

if TYPE_CHECKING:
    from handout.authoring import Proposal, ReviewLine
    from handout.edition import Edition
    from handout.shop import Shop

review = typer.Typer(help="Have an edition read by somebody who needs no program.", no_args_is_help=True)


@review.command("export")
def export(
    routine: Annotated[str, typer.Argument(metavar="ROUTINE", help="The routine to be read.")],
    lang: Annotated[str, typer.Option("--lang", metavar="TAG", help="The language to be read.")],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Left out: review.ROUTINE.TAG.html")] = None,
    library: Libraries = None,
    clinic: ClinicFile = None,
) -> None:
    """Write one HTML file to mail to a reviewer.

    Every line as printed stands beside the English, to tick, remark on, or say better.
    """
    from handout.authoring import Review, read_back, read_ticks, review_page
    from handout.figure import Gallery, Look

    shop = shop_of(library, clinic, [lang])
    lines, edition, english = _lines(shop, routine, lang)
    gallery = Gallery(shop.library, shop.cache)
    pictures = {name: gallery.pictures(one, Look()) for name, one in edition.exercises.items()}
    code = shop.country.code if shop.country else ""
    ticks = read_ticks(shop.library.layers, lang)
    target = out or Path(f"review.{routine}.{lang}.html")
    page = review_page(Review(edition, english, code, lines, pictures, ticks, read_back(shop.library, lang)))
    target.write_text(page, "utf-8", newline="\n")
    left = sum(line.hash not in ticks for line in lines)
    doubts = sum(bool(line.doubt) for line in lines)
    say(f"wrote {target}: {len(lines)} lines, {left} to read, {doubts} of them in doubt.")
    say("Mail it to the reviewer. What comes back: handout review import FILE.json")


@review.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The .json that the review page saved.")],
    yes: Annotated[bool, typer.Option("--yes", help="Accept every proposal.")] = False,
    library: Libraries = None,
    clinic: ClinicFile = None,
) -> None:
    """Take a reviewer's answers back.

    The ticks are kept, what is stale is said, and each proposal is shown, to accept into your library.
    """
    from handout.authoring import doubts_ticked, held_against, keep_ticks, read_answers, take_over
    from handout.content import load

    layer = into(library)
    answers = read_answers(file)
    shop = shop_of(library, clinic, [answers.language])
    lines, *_ = _lines(shop, answers.routine, answers.language)
    taken = held_against(answers, lines)
    say_findings(taken.findings)
    who = ", ".join(part for part in (answers.name or "somebody", answers.role, today()) if part)
    keep_ticks(layer, answers.language, dict.fromkeys(taken.ticks, who))
    left = len({line.hash for line in lines} - {*taken.ticks})
    say(f"{len(taken.ticks)} lines were found right by {who}; {left} are left to read.")
    for line in doubts_ticked(taken, lines):
        say(f"{line.path} was in doubt and was found right: handout approve … --accept {line.path}")
    accepted = {one.line.path: one.words for one in _asked(taken.proposals, yes)}
    if accepted:
        result = take_over(shop.library, layer, answers.language, accepted, (answers.name or "a reviewer", today()))
        say_findings(result.findings)
        say(f"{result.strings} proposals written to {result.written} files of {layer}.")
        say_findings(errors_of(load(shop.library.layers, [answers.language])[1]))  # a safety text wants a clinician


def _asked(proposals: Sequence[Proposal], yes: bool) -> Iterator[Proposal]:
    """Those that are accepted; without a keyboard, and without --yes, they are only shown."""
    for one in proposals:
        say(str(one))
        if yes or (sys.stdin.isatty() and typer.confirm("    Take it over?")):
            yield one
    if proposals and not yes and not sys.stdin.isatty():
        say("Nothing was taken over. Add --yes to accept them all.")


def _lines(shop: Shop, routine: str, tag: str) -> tuple[tuple[ReviewLine, ...], Edition, Edition]:
    """What is to be read of an edition, the edition, and the English. Raises UsageError for an unknown routine."""
    from handout.authoring import review_lines
    from handout.edition import localise

    if routine not in shop.library.routines:
        hint = f"Known: {', '.join(sorted(shop.library.routines))}."
        raise UsageError(Finding(f"there is no routine “{routine}”", hint))
    edition, english = (localise(shop.library, routine, one, shop.country) for one in (tag, "en"))
    return review_lines(edition, english, shop.country), edition, english
