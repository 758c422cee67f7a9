"""`handout why` and `handout affected`: where words on a sheet come from, and which sheets carried them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from handout.cli.options import ClinicFile, Libraries, loaded
from handout.cli.report import say, say_findings, say_table
from handout.errors import Finding, UsageError

HEAD = ("run", "row", "sheet", "language", "content", "copies", "file")


def why(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A finished sheet.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Words on it, such as “5 times”.")],
    record: Annotated[Path, typer.Option("--record", metavar="DIR", help="The folder of records.")] = Path(
        "out/record"
    ),
    library: Libraries = None,
    clinic: ClinicFile = None,
) -> None:
    """Say why a sheet says what it says.

    File and line, source, limits, rule, and who approved it.
    """
    from handout.authoring import reasons, sheet_of
    from handout.cli.ordering import shop_of

    if not file.is_file():
        raise UsageError(Finding(f"there is no file {file}", "Check the name."))
    sheet = sheet_of(file, shop_of(library, clinic), record)
    if sheet.changed:
        say(sheet.changed)
    for line in reasons(sheet, text):
        say(line)


def affected(
    thing: Annotated[str, typer.Argument(metavar="EXERCISE|LINE", help="An exercise, or a line of the panel.")],
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="From that day on: 2026-11-20.")] = "",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder of the runs.")] = Path("out"),
    library: Libraries = None,
) -> None:
    """List the sheets that carried an exercise or a line.

    To call them back.
    """
    from handout.authoring import recall_of

    try:
        day = date.fromisoformat(since) if since else None
    except ValueError:
        raise UsageError(Finding(f"“{since}” is not a date", "Write year, month and day: 2026-11-20")) from None
    found = recall_of(out, thing, loaded(library), day)
    say_findings(found.findings)
    keys = ("order", "sheet", "language", "content_id", "copies", "file")
    rows = [(one.run.name, *(str(one.entry.get(key, "")) for key in keys)) for one in found.sheets]
    if rows:
        say_table(HEAD, rows)
    say(f"{len(rows)} {'sheet' if len(rows) == 1 else 'sheets'} carried {thing}.")
    if found.findings:
        say(f"Of {len(found.findings)} more contents there is no record any more: look at their sheets.")
