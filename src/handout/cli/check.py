"""`handout check` and `handout proof`: what is wrong, where, and what to do next."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from handout.cli.json_out import Json, findings_fields, say_json
from handout.cli.report import say, say_findings
from handout.errors import Finding, Severity, UsageError


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Content folders to check, laid over the shipped content; or folders of single exercises."),
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="Also print what a reviewer should look at.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Read all content, draw every figure, set every safety panel, and list what is wrong."""
    from handout.authoring.check import Look, check_exercise, is_exercise
    from handout.authoring.check import check as check_content
    from handout.authoring.looks import poses, sheets
    from handout.authoring.readability import readability_notes
    from handout.cli.options import cache_folder, layers, today
    from handout.content import shipped_root

    alone = [path for path in paths or () if is_exercise(path)]
    cache, day = cache_folder(), date.fromisoformat(today())
    looks: list[Look] = [lambda library: poses(library, cache), lambda library: sheets(library, cache, day)]
    if notes:
        looks.append(lambda library: readability_notes(library, day))
    libraries = [path for path in paths or () if path not in alone]
    findings = tuple(one for folder in alone for one in check_exercise(folder, shipped_root()))
    if libraries or not alone:
        findings += tuple(check_content(layers(libraries), looks))
    shown = [finding for finding in findings if notes or finding.severity is not Severity.NOTE]
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    if as_json:
        counted = {f"{severity.value}s": count for severity, count in counts.items()}
        say_json("check", **counted, findings=findings_fields(shown))
    else:
        say_findings(shown)
        say(
            f"{counts[Severity.ERROR]} errors, {counts[Severity.WARNING]} warnings,"
            f" {counts[Severity.NOTE]} notes{'' if notes else ' (--notes shows them)'}."
        )
    if counts[Severity.ERROR]:
        raise typer.Exit(3)


def proof(
    files: Annotated[list[Path], typer.Argument(help="Finished PDF files.")],
) -> None:
    """Read finished PDF files back: panels, words, tags, fonts, and conformance where it can be checked."""
    from handout.proof import conformance, proof_alone

    missing = [file for file in files if not file.is_file()]
    if missing:
        raise UsageError(Finding(f"there is no file {file}", "Check the name.") for file in missing)
    failed = 0
    for file in files:
        findings = [*proof_alone(file)]
        checked = conformance(file)
        findings += checked or ()
        say_findings(findings)
        wrong = any(finding.severity is Severity.ERROR for finding in findings)
        failed += wrong
        verdict = "refused" if wrong else "whole"
        standard = (
            "conformance not checked (install clinic-handout[proof])"
            if checked is None
            else "PDF/UA-1 and PDF/A-2a checked"
        )
        say(f"{file}: {verdict}; {standard}.")
    if failed:
        raise typer.Exit(4)
