"""Options of `handout render` for the run as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from handout.cli.options import Length, PaperOption, StyleOption

Routines = Annotated[list[str] | None, typer.Argument(metavar="[ROUTINE]...", help="Left out: all of them.")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the finished files.")]
OnPaper = Annotated[PaperOption | None, typer.Option("--paper", help="Left out: the clinic's, then the country's.")]
InStyle = Annotated[StyleOption, typer.Option("--style", help="How the sheet is set.")]
OfLength = Annotated[
    Length | None,
    typer.Option("--length", help="leaf is two pages, one sheet of paper; sheet is all there is to say (left out)."),
]
Card = Annotated[
    bool | None,
    typer.Option("--card/--no-card", help="With a fridge card: get help now, and the doses. Left out: the clinic's."),
]
Person = Annotated[str, typer.Option("--person", metavar="ID", help="One person in all pictures, such as ana.")]
RosterFile = Annotated[
    Path | None, typer.Option("--roster", metavar="FILE", help="A list of patients: CSV, Excel or YAML.")
]
OrdersFile = Annotated[
    Path | None,
    typer.Option(
        "--orders",
        metavar="FILE",
        help="Orders from a program, a JSON object a line; - reads the input stream. The results come out likewise.",
    ),
]
PrintTo = Annotated[
    Path | None, typer.Option("--print", metavar="FILE", help="One file for the printer, of the whole list.")
]
Replace = Annotated[
    bool, typer.Option("--replace", help="Put print file and contact sheet in the place of older ones.")
]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=0, help="How many processes; 0: every core.")]
Scheduler = Annotated[
    str,
    typer.Option("--scheduler", metavar="ADDRESS", help="Make the sheets on a Dask cluster of yours: tcp://host:8786."),
]
Plain = Annotated[
    bool,
    typer.Option("--plain", help="Print files in the simplest form, for a printer that refuses others: larger."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Print nothing unless everything is right.")]
Final = Annotated[bool, typer.Option("--final", help="Refuse what no clinician has approved.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Make and proof everything, and write nothing.")]
ByClinician = Annotated[bool, typer.Option("--by-clinician", help="Sort the print job by clinician.")]
Beside = Annotated[
    str,
    typer.Option(
        "--with", metavar="TAG", help="Also a companion in this language, for you: the same places and numbers."
    ),
]
Html = Annotated[
    bool, typer.Option("--html", help="Also as one page for a screen, beside each PDF: it needs no network.")
]
WebTo = Annotated[
    Path | None,
    typer.Option("--web", metavar="DIR", help="Pages of the plain sheets for your own site, in this folder; no PDF."),
]
ContactTo = Annotated[
    Path | None,
    typer.Option("--contact", metavar="FILE", help="Each sheet's page of exercises, small, in one PDF to look at."),
]
Names = Annotated[bool, typer.Option("--names", help="Patients' names in the manifest too.")]
