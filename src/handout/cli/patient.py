"""Options for one patient without a list, and the questions that keep a name out of the shell's history."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

import typer

from handout.errors import Finding, StoppedError, UsageError

PATIENT = "One patient without a list"
Name = Annotated[str, typer.Option("--name", metavar="NAME", help="The patient's name.", rich_help_panel=PATIENT)]
Reference = Annotated[
    str, typer.Option("--reference", metavar="TEXT", help="The patient's reference.", rich_help_panel=PATIENT)
]
Born = Annotated[str, typer.Option("--born", metavar="DATE", help="The date of birth.", rich_help_panel=PATIENT)]
Ask = Annotated[
    bool,
    typer.Option("--ask", help="Ask for name, reference and date of birth: nothing of them stays in the shell."),
]
Doses = Annotated[
    list[str] | None, typer.Option("--dose", metavar="DOSE", help="seated-twist.repetitions=4. May be repeated.")
]
Exclude = Annotated[
    list[str] | None, typer.Option("--exclude", metavar="EXERCISE", help="Leave it out. May be repeated.")
]
Include = Annotated[
    list[str] | None,
    typer.Option("--include", metavar="EXERCISE", help="Add an optional one, or a version: march/easier."),
]
Flags = Annotated[list[str] | None, typer.Option("--flag", metavar="FLAG", help="Such as pregnancy. May be repeated.")]
Side = Annotated[str, typer.Option("--side", metavar="SIDE", help="left or right.")]
NoteFile = Annotated[
    Path | None, typer.Option("--note-file", metavar="FILE", help="A text file: a note to this patient, in a box.")
]
Clinician = Annotated[
    str, typer.Option("--clinician", metavar="ID", help="Who hands it out: an id of the clinic file, or a name.")
]
Day = Annotated[str, typer.Option("--date", metavar="DATE", help="The day it is handed out: 2026-11-20.")]
Copies = Annotated[str, typer.Option("--copies", metavar="N", help="How often it stands in the print file.")]


@dataclass(frozen=True, slots=True)
class PatientOptions:
    """What was said of one patient; "" and () for nothing. Named as the columns of a list."""

    name: str = ""
    reference: str = ""
    born: str = ""
    doses: Sequence[str] = ()
    exclude: Sequence[str] = ()
    include: Sequence[str] = ()
    flags: Sequence[str] = ()
    side: str = ""
    note: Path | None = None
    clinician: str = ""
    date: str = ""
    copies: str = ""
    ask: bool = False  # what was not said is asked for

    @property
    def given(self) -> bool:
        """Whether anything was said: then the run is one patient's."""
        return any(getattr(self, field.name) for field in fields(self))


def cells_of(options: PatientOptions, sheet: Mapping[str, str]) -> dict[str, str]:
    """The options as cells of a list's row. Raises UsageError when the note cannot be read."""
    told = {
        field.name: value if isinstance(value, str) else ", ".join(value)
        for field in fields(options)
        if field.name not in {"note", "ask"} and (value := getattr(options, field.name))
    }
    if options.note is not None:
        told["note"] = _note(options.note)
    return {**sheet, **told, **(_asked(told) if options.ask else {})}


def _note(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig").strip()
    except OSError:
        raise UsageError(Finding(f"there is no file {path}", "Check the name after --note-file.")) from None
    except UnicodeDecodeError:
        raise UsageError(Finding(f"{path} is not saved as UTF-8", "Save it again as UTF-8.")) from None


def _asked(told: Mapping[str, str]) -> dict[str, str]:
    """Answers to what was not said. Questions go to the error stream: the result may be read by a program."""
    questions = {"name": "Patient's name", "reference": "Reference", "born": "Date of birth"}
    try:
        return {
            column: typer.prompt(words, default="", show_default=False, err=True).strip()
            for column, words in questions.items()
            if column not in told
        }
    except typer.Abort:
        sys.stderr.write("\n")
        raise StoppedError(Finding("stopped before anything was made", "Start the command again.")) from None
