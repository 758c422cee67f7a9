"""`handout render --web DIR`: pages of the plain sheets for the clinic's own site."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from handout.cli.json_out import findings_fields, say_json
from handout.cli.options import StyleOption
from handout.cli.report import paint, progress, say, say_findings
from handout.errors import Finding, UsageError

if TYPE_CHECKING:
    from handout.batch import Site
    from handout.cli.ordering import RunRequest
    from handout.prescription import Order
    from handout.shop import Shop


def refuse_beside_web(asked: RunRequest, others: Mapping[str, object]) -> None:
    """Raises UsageError for options that speak of patients or of paper."""
    patients = {
        "--roster": asked.roster, "--orders": asked.orders, "--style": asked.style != StyleOption.standard,
        "--length": asked.length, "--card": asked.card,
        "what is said of a patient": asked.patient.given,
    }  # fmt: skip
    given = [option for option, value in {**others, **patients}.items() if value]
    if given:
        hint = f"Leave out {' and '.join(given)}, or leave out --web."
        raise UsageError(Finding("--web writes plain sheets for everybody, for a screen", hint))


def write_pages(orders: Sequence[Order], shop: Shop, out: Path, *, final: bool, dry_run: bool, as_json: bool) -> None:
    """Write the folder, say what is in it and what is not, and leave with the exit code."""
    from handout.batch import write_site

    say_findings(shop.warnings())
    with progress(len(orders), "pages") as tick:
        site = write_site(orders, shop, None if dry_run else out, tick, final=final)
    if as_json:
        _say_json(site, out)
    else:
        _say(site, out, dry_run=dry_run)
    if site.exit_code:
        raise typer.Exit(site.exit_code)


def _say(site: Site, out: Path, *, dry_run: bool) -> None:
    for title, findings, _ in site.refused:
        for finding in findings:
            place = f" [{finding.where}]" if finding.where else ""
            sys.stderr.write(f"{paint('refused', 'red')} {title}: {finding.what}{place}\n    {finding.hint}\n")
    verb = "would be written" if dry_run else f"written to {out}, with index.html" if site.entries else "written"
    say(f"{len(site.entries)} pages {verb}, {len(site.refused)} refused.")
    if site.entries and not dry_run:
        say("Put the whole folder on your site. Nothing of it is about a patient, and it loads nothing from elsewhere.")


def _say_json(site: Site, out: Path) -> None:
    say_json(
        "web",
        exit_code=site.exit_code,
        folder=str(out),
        pages=[{"language": one.language.tag, "title": one.title, "file": one.name} for one in site.entries],
        refused=[{"page": title, "findings": findings_fields(found)} for title, found, _ in site.refused],
    )
