"""The Typer application and its commands, in the order in which `handout --help` lists them."""

from __future__ import annotations

import typer

from handout.cli.approvals import approve
from handout.cli.archive import given, purge
from handout.cli.check import check, proof
from handout.cli.make import migrate, new, schema
from handout.cli.render import render
from handout.cli.review import review
from handout.cli.show import figure, listing, preview
from handout.cli.stock import stock
from handout.cli.tracing import affected, why
from handout.cli.warm import warm
from handout.cli.words import diff, translate
from handout.version import __version__

app = typer.Typer(
    name="handout",
    help="Illustrated exercise handouts in many languages, always with a safety panel.",
    no_args_is_help=True,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"handout {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Illustrated exercise handouts in many languages, always with a safety panel."""


app.command("render")(render)
app.command("stock")(stock)
app.command("warm")(warm)
app.command("given")(given)
app.command("purge")(purge)
app.command("list")(listing)
app.command("check")(check)
app.command("proof")(proof)
app.command("preview")(preview)
app.command("figure")(figure)
app.command("new")(new)
app.command("schema")(schema)
app.command("migrate")(migrate)
app.add_typer(translate, name="translate")
app.command("diff")(diff)
app.command("approve")(approve)
app.add_typer(review, name="review")
app.command("why")(why)
app.command("affected")(affected)
app.command("sign", hidden=True)(approve)
