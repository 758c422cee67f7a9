"""`handout check` and `handout proof`: what is wrong, where, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from handout import authoring
from handout.cli.json_out import Json, findings_fields, say_json
from handout.cli.options import ClinicFile, Libraries
from handout.cli.report import say, say_findings
from handout.errors import Finding, Severity, UsageError, errors_of

if TYPE_CHECKING:
    from handout.authoring import Ordered


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[DIR]...",
            help="Content folders to check, laid over the shipped content; or folders of single exercises.",
        ),
    ] = None,
    notes: Annotated[bool, typer.Option("--notes", help="Also print what a reviewer should look at.")] = False,
    score: Annotated[
        bool, typer.Option("--score", help="Also score each sheet by PEMAT-P and the CDC's Clear Communication Index.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Read all content, and list what is wrong.

    Every figure is drawn, and every safety panel is set.
    """
    from handout.cli.clock import today
    from handout.content import layers_of, shipped_root
    from handout.store import cache_folder

    alone = [path for path in paths or () if authoring.is_exercise(path)]
    cache, day = cache_folder(), date.fromisoformat(today())
    looks: list[authoring.LibraryCheck] = [
        lambda library: authoring.poses(library, cache),
        lambda library: authoring.sheets(library, cache, day),
    ]
    if notes:
        looks.append(lambda library: authoring.readability_notes(library, day))
    scored: list[str] = []
    looks += [lambda library: _told(scored, authoring.score_lines(library, day))] if score else []
    libraries = [path for path in paths or () if path not in alone]
    findings = tuple(one for folder in alone for one in authoring.check_exercise(folder, shipped_root()))
    if libraries or not alone:
        findings += tuple(authoring.check_library(layers_of(libraries or ()), looks))
    shown = [finding for finding in findings if notes or finding.severity is not Severity.NOTE]
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    if as_json:
        told: dict[str, Any] = {f"{severity.value}s": count for severity, count in counts.items()}
        told["findings"] = findings_fields(shown)
        if score:
            told["scores"] = scored
        say_json("check", **told)
    else:
        say_findings(shown)
        for line in scored:
            say(line)
        say(
            f"{counts[Severity.ERROR]} errors, {counts[Severity.WARNING]} warnings,"
            f" {counts[Severity.NOTE]} notes{'' if notes else ' (--notes shows them)'}."
        )
    if counts[Severity.ERROR]:
        raise typer.Exit(3)


def _told(told: list[str], lines: Iterable[str]) -> tuple[Finding, ...]:
    """Keep lines to tell; they are no findings."""
    told.extend(lines)
    return ()


def proof(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Finished PDF files: sheets and print jobs.")],
    record: Annotated[Path, typer.Option("--record", metavar="DIR", help="The folder of records.")] = Path(
        "out/record"
    ),
    library: Libraries = None,
    clinic: ClinicFile = None,
) -> None:
    """Read finished PDF files back.

    Each is made again from the content it names: it is unchanged, changed, damaged, or unknown.
    """
    from handout.authoring import Ordered
    from handout.cli.ordering import shop_of

    missing = [file for file in files if not file.is_file()]
    if missing:
        raise UsageError(Finding(f"there is no file {file}", "Check the name.") for file in missing)
    ordered: list[Ordered] = []  # made once, and only for a file that is not damaged

    def known() -> Ordered:
        if not ordered:
            ordered.append(Ordered(shop_of(library, clinic), record))
        return ordered[0]

    right = [_proofed(file, known) for file in files]
    if not all(right):
        raise typer.Exit(4)


def _proofed(file: Path, known: Callable[[], Ordered]) -> bool:
    """Say what is known of one file; whether it may be handed out."""
    from handout.proof import BROKEN, conformance, proof_alone

    findings = [*proof_alone(file)]
    if any(one != BROKEN for one in errors_of(findings)):
        say_findings(findings)
        say(f"{file}: refused.")
        return False
    checked = conformance(file)
    findings += checked or ()
    verdict, right = _verdict(file, known())
    if not verdict.startswith("unknown"):  # made again: nothing is left unchecked
        findings = [one for one in findings if one.severity is not Severity.NOTE and one != BROKEN]
    say_findings(findings)
    standard = (
        "conformance not checked (install clinic-handout[proof])"
        if checked is None
        else "PDF/UA-1 and PDF/A-2a refused it"
        if checked
        else "PDF/UA-1 and PDF/A-2a checked"
    )
    say(f"{file}: {verdict}; {standard}.")
    return right and not errors_of(findings)


def _verdict(file: Path, ordered: Ordered) -> tuple[str, bool]:
    """What is known of a file that shows no fault by itself, in words, and whether it may be handed out."""
    from handout.authoring import compare

    found = compare(file.read_bytes(), ordered)
    several = bool(found.unknown) and found.unknown != ("",)
    lost = f" of {', '.join(found.unknown[:3])}{' and others' if len(found.unknown) > 3 else ''}" if several else ""
    aside = ", nor were the checklist and blank backs" if found.aside else ""
    changed = f"page {', '.join(map(str, found.pages))}" if found.pages else "not its pages, but what it says of itself"
    said = {
        "unchanged": "made here, unchanged",
        "own": f"made here; the patient's own words and the day were not checked{aside}; all else is unchanged",
        "changed": f"changed: {changed}",
        "unknown": f"unknown: it looks like a handout; which words, numbers and pictures it should hold{lost} was not "
        f"checked{aside}",
    }
    return said[found.answer], found.answer != "changed"
