"""`handout list`, `handout preview` and `handout figure`: look before you print."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from handout.cli.approvals import approvals_table
from handout.cli.json_out import Json, say_json
from handout.cli.options import ClinicFile, Languages, Length, Libraries, PaperOption, StyleOption, loaded
from handout.cli.report import say, say_stderr, say_table
from handout.errors import Finding, UsageError


class ListedKind(StrEnum):
    """What can be listed."""

    routines = "routines"
    exercises = "exercises"
    languages = "languages"
    packs = "packs"
    flags = "flags"
    conditions = "conditions"
    signs = "signs"
    equipment = "equipment"
    people = "people"
    countries = "countries"
    placeholders = "placeholders"
    approvals = "approvals"


def listing(
    what: Annotated[
        ListedKind, typer.Argument(metavar="[WHAT]", help=f"One of {', '.join(ListedKind)}.")
    ] = ListedKind.routines,
    library: Libraries = None,
    as_json: Json = False,
) -> None:
    """List routines, exercises, languages, flags, people, …

    A language is listed with how complete it is.
    """
    from handout.authoring import listing_of

    content = loaded(library)
    table = approvals_table(content) if what is ListedKind.approvals else listing_of(what.value, content)
    if as_json:
        keys = [name.replace(" ", "_") for name in table.head]
        say_json("list", what=what.value, entries=[dict(zip(keys, row, strict=True)) for row in table.rows])
    else:
        say_table(table.head, table.rows)


def preview(
    routine: Annotated[str, typer.Argument(metavar="ROUTINE", help="The routine to look at.")],
    lang: Languages = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the pictures go.")] = Path("out"),
    library: Libraries = None,
    clinic: ClinicFile = None,
    paper: Annotated[PaperOption | None, typer.Option(help="Left out: the clinic's, then the country's.")] = None,
    style: Annotated[StyleOption, typer.Option(help="How the sheet is set.")] = StyleOption.standard,
    length: Annotated[Length | None, typer.Option(help="leaf is two pages; left out: sheet.")] = None,
    dpi: Annotated[int, typer.Option(metavar="N", min=40, max=600, help="Dots per inch.")] = 110,
    grey: Annotated[bool, typer.Option("--grey", help="As a black-and-white printer shows it.")] = False,
) -> None:
    """Draw a routine's pages as PNG pictures.

    To look at before you print.
    """
    from handout.authoring import pictures_of
    from handout.batch import Job, stock_orders
    from handout.cli.ordering import shop_of
    from handout.pipeline import publish

    shop = shop_of(library, clinic, lang)
    look = style.value, paper.value if paper else "", ""
    for order in stock_orders(shop, [routine], lang, look, length.value if length else "").orders:
        job = Job(order, order.routines[0])
        publication = publish(order, job.name, shop)
        for notice in publication.laid.notices:
            say_stderr(f"{job.title}: {notice}")
        out.mkdir(parents=True, exist_ok=True)
        for number, picture in enumerate(pictures_of(publication.pdf, dpi, grey), 1):
            path = out / f"{job.file.removesuffix('.pdf')}.{number:02d}.png"  # so that page 10 sorts behind page 9
            path.write_bytes(picture)
            say(str(path))


def figure(
    exercise: Annotated[
        str | None,
        typer.Argument(metavar="[EXERCISE]", help="The exercise to draw: its name, its folder, or its picture.yaml."),
    ] = None,
    frame: Annotated[str, typer.Option(metavar="FRAME", help="One frame only, such as end.")] = "",
    person: Annotated[str, typer.Option(metavar="ID", help="Who is drawn; left out: the exercise's own.")] = "",
    style: Annotated[StyleOption, typer.Option(help="standard is colour, mono is line art.")] = StyleOption.standard,
    height: Annotated[
        float, typer.Option(metavar="N", min=40, max=800, help="Printed length of the long side, in points.")
    ] = 128.0,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Ending in .svg, .pdf or .png.")] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Draw again whenever the file is saved.")] = False,
    choose: Annotated[bool, typer.Option("--choose", help="Let the engine choose the camera.")] = False,
    sheet: Annotated[
        Path | None, typer.Option("--sheet", metavar="FILE", help="A contact sheet of the whole library instead.")
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="DIR", help="Ink all into a folder of SVG (assets/figures).")
    ] = None,
    library: Libraries = None,
) -> None:
    """Draw an exercise from its pose.

    Faults are marked in red. Or draw all of them on one contact sheet.
    """
    from handout.content import layers_of
    from handout.store import cache_folder

    ink = "mono" if style is StyleOption.mono else "colour"
    if keep is not None:
        from handout.figure import Gallery

        say(f"{Gallery(loaded(library), cache_folder()).keep(keep)} drawings in {keep}")
    elif sheet is not None and exercise is None:
        from handout.authoring import draw_sheet

        draw_sheet(loaded(library), ink, person, sheet, cache_folder())
        say(f"wrote {sheet}")
    elif exercise is not None and choose and sheet is None:
        from handout.cli.drafting import choose_camera

        choose_camera(layers_of(library or ()), exercise, person)
    elif exercise is not None and out is not None and sheet is None:
        from handout.authoring import Wish
        from handout.cli.drafting import draw_draft, watch_draft

        draw = watch_draft if watch else draw_draft
        draw(layers_of(library or ()), exercise, Wish(frame, person, ink, height), out)
    else:
        raise UsageError(Finding("nothing to draw to", "Give EXERCISE and --out FILE, or --sheet FILE."))
