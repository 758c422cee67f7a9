"""`handout new` and `handout schema`: files to fill in, and what an editor may offer while you do."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from handout.cli.options import ClinicFile, loaded
from handout.cli.report import say
from handout.errors import Finding, UsageError


class Made(StrEnum):
    """What can be begun."""

    routine = "routine"
    exercise = "exercise"
    language = "language"
    clinic = "clinic"
    pack = "pack"
    roster = "roster"


class SchemaOf(StrEnum):
    """What a schema speaks of."""

    routine = "routine"
    exercise = "exercise"
    language = "language"
    clinic = "clinic"
    safety = "safety"
    pack = "pack"
    country = "country"
    region = "region"
    equipment = "equipment"
    sources = "sources"
    approvals = "approvals"
    words = "words"
    picture = "picture"
    poses = "poses"
    people = "people"
    theme = "theme"


def new(
    kind: Annotated[Made, typer.Argument(metavar="KIND", help=f"One of {', '.join(Made)}.")],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id: small letters and hyphens (a language: its tag).")],
    library: Annotated[Path, typer.Option("--library", metavar="DIR", help="The folder to write into.")] = Path(),
    like: Annotated[
        str, typer.Option("--from", metavar="ID", help="An exercise to begin with: its facts, words and picture.")
    ] = "",
    clinic: ClinicFile = None,
) -> None:
    """Write a commented file with blanks to fill in."""
    from handout.authoring import files_like, new_files
    from handout.cli.lists import write_lists

    if like and kind is not Made.exercise:
        raise UsageError(Finding("only an exercise can begin with another", "Leave --from out."))
    pattern = files_like(loaded([library] if library.is_dir() else None), like) if like else None
    roster = kind is Made.roster
    for path in write_lists(name, library, clinic) if roster else new_files(kind.value, name, library, pattern):
        say(f"wrote {path}")
    if roster:
        file = library / f"{name}.xlsx"
        more = f" --clinic {clinic}" if clinic else ""
        say(f"Put your patients in place of the example, then run: handout render --roster {file}{more} --dry-run")
    elif kind is Made.clinic:
        say(f"Fill in the blanks, then run: handout render --clinic {library / name}.yaml")
    elif like:
        say(f"It is still {like}: change its facts, words and picture, then run: handout check {library}")
    else:
        say("Fill in the blanks, then run: handout check" + ("" if library == Path() else f" {library}"))


def schema(kind: Annotated[SchemaOf, typer.Argument(metavar="KIND", help=f"One of {', '.join(SchemaOf)}.")]) -> None:
    """Print a JSON Schema, for completion in an editor."""
    from handout.authoring import schema_of

    say(schema_of(kind.value))


def migrate(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A library made for version 0.1.0.")]) -> None:
    """Bring a library of version 0.1.0 up to date.

    It is reduced to what it adds or says in its own way. Keep a copy before.
    """
    from handout.authoring import migrate_library

    done = migrate_library(folder)
    for name in done.removed:
        say(f"removed {name}: it said only what is shipped")
    for text in done.renewed:
        say(f"corrected since, now as shipped: {text}")
    for text in done.kept:
        say(f"kept, in your own words: {text}")
    for text in done.gone:
        say(f"taken out, because that text is no longer; say it anew if its sign is not said now: {text}")
    say(f"wrote {', '.join(done.written)}; {done.signatures} signatures kept in approvals.yaml.")
    say(f"Then run: handout check {folder}")
