"""Results for a program: one JSON object on the result stream. The shape stands in docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from handout.cli.report import say, say_findings
from handout.errors import Finding

if TYPE_CHECKING:
    from handout.batch import Done, Report, RunOptions

VERSION = 1  # of the shape; a key that goes or changes its meaning raises it

Json = Annotated[bool, typer.Option("--json", help="The result as one JSON object, for a program.")]


def say_json(kind: str, indent: int | None = 1, **fields: Any) -> None:
    """One object with its kind and the version of the shape; on one line without an indent."""
    say(json.dumps({"handout": kind, "version": VERSION, **fields}, ensure_ascii=False, indent=indent))


def finding_fields(finding: Finding) -> dict[str, Any]:
    """A finding as an object; "" for what it has none of."""
    where = finding.where
    return {
        "what": finding.what,
        "hint": finding.hint,
        "severity": finding.severity.value,
        "file": where.file if where else "",
        "line": where.line if where else 0,
        "column": where.column if where else 0,
        "path": finding.path,
    }


def findings_fields(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Several of them."""
    return [finding_fields(finding) for finding in findings]


def say_error(findings: Iterable[Finding], exit_code: int, *, line: bool) -> None:
    """Why the command did nothing; as a line where a program reads lines."""
    say_json("error", None if line else 1, exit_code=exit_code, findings=findings_fields(findings))


def say_results(report: Report, options: RunOptions) -> None:
    """What became of each order of a program: one object a line, in their order. No value of a patient is in it."""
    folder = "" if options.dry_run or report.withheld else str(report.folder)
    lines: dict[int, dict[str, Any]] = {
        one.row: {"released": False, "folder": folder, "sheets": [], "findings": findings_fields(one.findings)}
        for one in report.refusals
    }
    for done in report.done:
        fields = {"released": True, "folder": folder, "sheets": [], "findings": []}
        line = lines.setdefault(done.job.order.number, fields)
        line["released"] &= done.released and not report.withheld
        line["sheets"].append(_sheet(done))
    for number, fields in sorted(lines.items()):
        say_json("order", None, order=number, **fields)
    for printed in report.printed:
        say_findings(printed.findings)


def say_report(report: Report, options: RunOptions) -> None:
    """What became of a run. No value of a patient is in it."""
    released = 0 if report.withheld else sum(one.released for one in report.done)
    say_json(
        "render",
        exit_code=report.exit_code,
        dry_run=options.dry_run,
        withheld=report.withheld,
        released=released,
        refused=len(report.done) - sum(one.released for one in report.done) + len(report.refusals),
        folder="" if options.dry_run else str(report.folder if options.records else options.out),
        sheets=[_sheet(one) for one in report.done],
        rows=[{"row": one.row, "findings": findings_fields(one.findings)} for one in report.refusals],
        print=[
            {"file": str(one.path), "cards": one.cards, "paper": one.paper, "documents": one.documents,
             "pages": one.pages, "findings": findings_fields(one.findings)}
            for one in report.printed
        ],
    )  # fmt: skip


def _sheet(one: Done) -> dict[str, Any]:
    findings = findings_fields(one.findings)
    return {**one.fields(), "released": one.released, "unsure": one.unsure, "findings": findings}
