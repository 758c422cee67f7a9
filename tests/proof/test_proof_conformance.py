"""What the validator says becomes findings; without one nothing is said to conform."""

from __future__ import annotations

import io
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pdf_specimens as specimen
import pytest
from reportlab.pdfgen.canvas import Canvas

from handout.pdf import write
from handout.proof.conformance import conformance


class UnreadableError(Exception):
    """What the validator raises for a file that it cannot read."""


@pytest.fixture
def validator(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """One that finds nothing in any file, and keeps what it was asked."""
    made = ModuleType("page")
    made.__spec__ = ModuleSpec("page", None)
    made.asked, made.failures = [], {}  # type: ignore[attr-defined]
    made.PageError = UnreadableError  # type: ignore[attr-defined]

    def validate(data: bytes, profile: str) -> SimpleNamespace:
        made.asked.append((data, profile))  # type: ignore[attr-defined]
        found = made.failures.get(profile)  # type: ignore[attr-defined]
        if isinstance(found, str):
            raise UnreadableError(found)
        return SimpleNamespace(is_compliant=found is None, failures=found or [])

    made.validate_pdf_bytes = validate  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "page", made)
    return made


def test_a_file_is_held_against_both_standards(validator: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"words")
    assert conformance(b"words") == conformance(path) == ()
    assert validator.asked == [(b"words", "ua1"), (b"words", "2a")] * 2


def test_each_reason_is_named_once_with_its_standard(validator: ModuleType) -> None:
    validator.failures = {"ua1": ["no title", "no language", "no title"], "2a": []}  # type: ignore[attr-defined]
    assert [one.what for one in conformance(b"") or ()] == [
        "The file breaks PDF/UA-1: no language",
        "The file breaks PDF/UA-1: no title",
        "The file breaks PDF/A-2a: the validator gives no reason",
    ]


def test_a_file_that_the_validator_cannot_read_is_still_held_against_the_other_standard(validator: ModuleType) -> None:
    validator.failures = {"ua1": "no trailer", "2a": ["no metadata"]}  # type: ignore[attr-defined]
    assert [one.what for one in conformance(b"") or ()] == [
        "PDF/UA-1 could not be checked: no trailer",
        "The file breaks PDF/A-2a: no metadata",
    ]


def test_without_the_validator_nothing_is_said_to_conform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda *_: None)
    assert conformance(b"") is None


# The validator itself


def test_the_validator_finds_nothing_in_a_finished_file_and_something_in_a_plain_one() -> None:
    assert conformance(write(specimen.handout())) == ()
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "Stop if it hurts")
    canvas.save()
    found = conformance(out.getvalue())
    assert found
    assert {finding.what.split(":")[0] for finding in found} == {
        "The file breaks PDF/A-2a",
        "The file breaks PDF/UA-1",
    }


def test_what_the_validator_cannot_read_does_not_conform() -> None:
    found = [finding.what for finding in conformance(b"%PDF-1.7 nothing else") or ()]
    assert len(found) == 2
    assert found[0].startswith("PDF/UA-1 could not be checked: ")
    assert found[1].startswith("PDF/A-2a could not be checked: ")
