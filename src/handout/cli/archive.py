"""`handout given` and `handout purge`: what somebody was given, and the end of what is kept."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from handout.cli.clock import today
from handout.cli.json_out import Json, say_json
from handout.cli.report import say, say_table
from handout.errors import Finding, Private, StoppedError, UsageError

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder of the runs.")]
HEAD = ("date", "sheet", "language", "length", "content", "clinician", "copies", "file")


def given(
    reference: Annotated[
        str, typer.Argument(metavar="[REFERENCE]", help="A patient's reference. Left out: it is asked for.")
    ] = "",
    out: Out = Path("out"),
    as_json: Json = False,
) -> None:
    """Say what a patient was given, when, and on which content."""
    from handout.batch import given as find

    told = reference or _asked("Reference")
    found = find(out, Private(told, "reference"))
    rows = [(one.run, one.entry) for one in found]
    if as_json:
        say_json("given", sheets=[{**entry, "run": str(run)} for run, entry in rows])
    elif not rows:
        say(f"No run in {out} gave that patient a sheet.")
    else:
        keys = ("date", "sheet", "language", "length", "content_id", "clinician", "copies")
        say_table(HEAD, [(*(str(entry.get(key, "")) for key in keys), str(run / entry["file"])) for run, entry in rows])
        say(f"handout diff compares two contents: the records are in {out / 'record'}.")
    if not rows:
        raise typer.Exit(3)


def purge(
    before: Annotated[str, typer.Option("--before", metavar="DATE", help="Runs before that day go: 2026-11-20.")] = "",
    days: Annotated[int, typer.Option("--days", metavar="N", min=0, help="Runs older than so many days go.")] = 0,
    out: Out = Path("out"),
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove old runs: sheets, notes and manifests.

    Records of content stay; they hold nothing of a patient.
    """
    from handout.batch import older_than
    from handout.batch import purge as remove

    if bool(before) == bool(days):
        raise UsageError(Finding("nothing says which runs are to go", "Give --before DATE or --days N."))
    try:
        first_kept = date.fromisoformat(before) if before else date.fromisoformat(today()) - timedelta(days)
    except ValueError:
        raise UsageError(Finding(f"“{before}” is not a date", "Write it like this: 2026-11-20.")) from None
    runs = older_than(out, first_kept)
    if not runs:
        say(f"There is no run before {first_kept} in {out}.")
        return
    for run in runs:
        say(str(run))
    if not yes and not _sure(len(runs)):
        say("Nothing was removed.")
        return
    say(f"{remove(runs)} removed.")


def _sure(count: int) -> bool:
    try:
        return typer.confirm(f"Remove {'this run' if count == 1 else f'these {count} runs'} for good?")
    except typer.Abort:
        return False


def _asked(words: str) -> str:
    try:
        return str(typer.prompt(words, err=True)).strip()
    except typer.Abort:
        raise StoppedError(Finding("stopped", "Start the command again.")) from None
