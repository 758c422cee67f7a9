"""The proof of a file alone, of a print job, and the validator's word."""

from __future__ import annotations

import importlib.util
import io
from dataclasses import replace
from pathlib import Path

import pdf_specimens as specimen
import proof_specimens as script
import pytest
from reportlab.pdfgen.canvas import Canvas

from handout.errors import Severity, errors_of
from handout.layout.pages import Tag
from handout.manuscript.blocks import Colophon, PanelLine
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Inline, Text
from handout.manuscript.words import folio, privates, shown, words_of
from handout.pdf import write
from handout.proof import conformance, proof_alone, proofread

NOTE = "Not checked without the manuscript: that every word, number and picture is the right one."


def test_a_file_alone_passes_and_the_proof_says_what_it_could_not_check(tmp_path: Path) -> None:
    path = tmp_path / "specimen.pdf"
    path.write_bytes(write(specimen.handout()))
    (note,) = proof_alone(path)
    assert (note.what, note.severity) == (NOTE, Severity.NOTE)


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    (finding,) = proof_alone(tmp_path / "nothing.pdf")
    assert "cannot be opened" in finding.what


def test_an_untagged_file_of_another_program_is_refused() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "Stop if it hurts")
    canvas.save()
    what = [finding.what for finding in errors_of(proof_alone(out.getvalue()))]
    assert "The safety panel is not in the structure of the file." in what
    assert "The pros and cons are not in the file." in what
    assert "The file is not tagged." in what
    assert "The font Helvetica on page 1 is not in the file." in what


def test_every_document_of_a_print_job_is_proofed_and_named() -> None:
    whole = specimen.handout()
    kept = tuple(tag for tag in whole.tree.children if tag.id.startswith(("exercise", "plan")))
    bare = replace(whole, pages=whole.pages[1:], tree=replace(whole.tree, children=kept))
    what = [one.what for one in errors_of(proof_alone(specimen.volume((whole, "Order 2"), (bare, "Order 3"))))]
    assert what == [
        "Order 3: The safety panel is not in the structure of the file.",
        "Order 3: The pros and cons are not in the file.",
    ]


def test_a_cover_sheet_of_a_print_job_is_passed_with_a_note() -> None:
    cover = specimen.one_page(*specimen.line(60, "p", specimen.run("Checklist")), tree=(Tag("p", "P"),))
    found = proof_alone(specimen.volume((cover, "Checklist"), (specimen.handout(), "Order 2")))
    assert errors_of(found) == ()
    assert found[0].what == "Checklist holds no exercise and was taken for a cover sheet."


def test_a_cover_sheet_alone_is_no_handout() -> None:
    cover = specimen.one_page(*specimen.line(60, "p", specimen.run("Checklist")), tree=(Tag("p", "P"),))
    assert errors_of(proof_alone(write(cover)))


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


def test_without_the_validator_nothing_is_said_to_conform(monkeypatch: pytest.MonkeyPatch) -> None:
    data = write(specimen.handout())  # before fonts cannot be found either
    monkeypatch.setattr(importlib.util, "find_spec", lambda *_: None)
    assert conformance(data) is None


def test_words_come_in_reading_order_with_labels_and_values() -> None:
    said = words_of(script.manuscript("Zdenka"))
    assert [one.text for one in said[:3]] == [
        "Ease a stiff back",
        "For: Zdenka, from the clinic.",
        "Your safety",
    ]
    assert [one.private for one in said[:3]] == [False, True, False]
    assert said[3].block == "safety/ask"
    assert said[3].path == "safety.lines.fracture"


def test_a_line_of_the_panel_is_said_once_with_its_letter_and_without_its_bold() -> None:
    said = (Inline("numb", strong=True), Inline(" there"))
    line = PanelLine(kind=Kind.LINE, inlines=said, id="x", label="B")
    manuscript = replace(script.manuscript(), blocks=(script.panel("", script.part("ask", line)),))
    assert [one.text for one in words_of(manuscript)] == ["B numb there"]


def test_pictures_folio_and_private_values_are_told_apart() -> None:
    manuscript = script.manuscript("Zdenka")
    assert [(one.alt, one.block) for one in shown(manuscript)] == [
        ("A person sits tall on a chair.", "exercise/cat-cow")
    ]
    assert folio(manuscript) == "page {page} of {pages}"
    assert privates(manuscript) == ("Zdenka",)


def test_a_language_that_is_not_marked_is_named() -> None:
    manuscript = script.manuscript()
    spoken = Colophon(texts=(Text(Kind.PARAGRAPH, (Inline("Página 1", language="es"),)),))
    own = replace(manuscript, blocks=(*manuscript.blocks, spoken))
    what = [one.what for one in proofread(write(specimen.handout()), own)]
    assert "Text in es is not marked as es." in what
