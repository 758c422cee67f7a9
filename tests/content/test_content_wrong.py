"""Files whose values are wrong, each with all of its findings, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handout.content.schema.approvals import APPROVALS
from handout.content.schema.clinic import CLINIC
from handout.content.schema.exercise import EXERCISE
from handout.content.schema.routine import PACK, ROUTINE
from handout.content.schema.safety import SAFETY
from handout.errors import Finding, HandoutError
from handout.language.schema import LANGUAGE
from handout.source import read
from handout.source.shapes import ValueShape

WRONG = Path(__file__).parent / "wrong"
SHAPES: dict[str, ValueShape[Any]] = {
    "approvals": APPROVALS,
    "exercise": EXERCISE,
    "routine": ROUTINE,
    "clinic": CLINIC,
    "safety": SAFETY,
    "pack": PACK,
    "language": LANGUAGE,
}


def findings_of(path: Path) -> str:
    found: list[Finding] = []
    try:
        SHAPES[path.stem.partition("-")[0]].read(read(path, path.name), "", found)
    except HandoutError as error:
        found.extend(error.findings)
    return "".join(f"{finding}\n    at {finding.path}\n" for finding in found)


@pytest.mark.parametrize("path", sorted(WRONG.glob("*.yaml")), ids=lambda path: path.stem)
def test_wrong_values_are_refused_in_these_words(path: Path, request: pytest.FixtureRequest) -> None:
    said = findings_of(path)
    assert said
    if request.config.getoption("--update-golden"):
        path.with_suffix(".txt").write_text(said, "utf-8")
    assert said == path.with_suffix(".txt").read_text("utf-8")
