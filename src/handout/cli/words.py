"""`handout translate` and `handout diff`: words, and what changed in them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from handout.cli.clock import today
from handout.cli.options import Libraries, loaded
from handout.cli.report import say, say_findings

translate = typer.Typer(help="Send words to a translator and take them back.", no_args_is_help=True)


@translate.command("export")
def export(
    tag: Annotated[str, typer.Argument(metavar="TAG", help="The language to translate into.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The PO file to write.")],
    missing: Annotated[bool, typer.Option("--missing", help="Only what is missing, stale or in doubt.")] = False,
    routine: Annotated[str, typer.Option("--routine", metavar="ID", help="Only what its sheets print.")] = "",
    library: Libraries = None,
) -> None:
    """Write every string as a gettext PO file.

    The English and the pictures' captions stand beside it.
    """
    from handout.authoring import ExportScope, export_po

    count = export_po(loaded(library), tag, out, ExportScope(missing, routine))
    say(f"wrote {out}: {count} strings")


@translate.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The PO file that came back.")],
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="DIR", help="The content folder to write to. Left out: the last --library."),
    ] = None,
    library: Libraries = None,
) -> None:
    """Read a translated PO file into words files.

    They are checked like any content.
    """
    from handout.authoring import import_po

    target = into or (library[-1] if library else Path())
    result = import_po(loaded(library), file, target, today())
    say_findings(result.findings)
    say(f"{result.written} files written, {result.strings} strings taken over, {result.open} still open.")


@translate.command("accept")
def accept(
    tag: Annotated[str, typer.Argument(metavar="TAG", help="The language whose translations are up to date.")],
    library: Libraries = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remember that translations fit the changed English.

    Each change is shown first.
    """
    from handout.authoring import accept_changes, changes_since

    changes = changes_since(loaded(library), tag)
    for change in changes:
        say(f"{change.context}\n    English now: {change.english}\n    {tag}: {change.words}")
    if not changes:
        say("Nothing is stale.")
        return
    if not yes:
        typer.confirm(f"Do these {len(changes)} translations still say what the English says?", abort=True)
    written = accept_changes(loaded(library), tag)
    say(f"{len(changes)} translations accepted in {len(written)} files.")


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A content id, as printed at the end of a sheet.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Another one.")],
    record: Annotated[Path, typer.Option("--record", metavar="DIR", help="The folder of records.")] = Path(
        "out/record"
    ),
) -> None:
    """Say in words what changed between two editions of a sheet."""
    from handout.authoring import differences

    lines = differences(record, old, new)
    say("\n".join(lines) if lines else "The two sheets say the same.")
