"""The proof of a file alone, of a print job, and the validator's word."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import cast

import pdf_specimens as specimen
import pikepdf
import proof_specimens as script
import pytest
from readback_specimens import CLAIMS, Line, read, tag
from reportlab.pdfgen.canvas import Canvas

from handout.errors import Finding, ProofError, Severity, errors_of
from handout.layout.pages import Tag
from handout.manuscript.blocks import PanelLine
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Inline
from handout.manuscript.words import folio, privates, shown, words_of
from handout.pdf import write
from handout.proof import BROKEN, Document, Eye, documents, entries, proof_alone, proofread, prove
from handout.proof.entries import _alone, compared
from handout.proof.eye import Drawn
from handout.proof.readback import gather

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


class Look:
    """An eye that finds nothing, and remembers whether it was told of stand-ins."""

    def __init__(self) -> None:
        self.stand_ins: list[bool] = []

    def look(self, *_: object, stand_ins: bool) -> list[Finding]:
        self.stand_ins.append(stand_ins)
        return []


def test_the_eye_that_is_given_looks_and_only_a_proof_that_is_kept_is_of_stand_ins() -> None:
    data, look = write(specimen.handout()), Look()
    assert proofread(data, script.manuscript(), eye=cast("Eye", look)) == ()
    assert look.stand_ins == [False]
    wrong = replace(script.manuscript(), title="Something else")
    with pytest.raises(ProofError, match="The file's title is not the manuscript's"):
        prove(data, wrong, {}, {}, cast("Eye", look))
    assert look.stand_ins == [False, True]


def test_a_fridge_card_has_no_page_numbers_and_a_sheet_has() -> None:
    for card, fault in ((True, False), (False, True)):
        own = replace(script.manuscript(), fridge_card=card, running=script.running("", "sheet {page}/{pages}"))
        found = compared(b"", read(Line("title", "Ease")), own, Drawn(), cast("Eye", Look()))
        assert any("does not say that it is page 1" in one.what for one in found) is fault


PANEL, BALANCE = Line("safety/now", "Get help now."), Line("balance", "You may ache.")
CAT, DOSES = Line("exercise/cat", "Cat"), Line("card-doses", "Cat: ten times")
NO_PANEL, NO_BALANCE = "The safety panel is not in the structure of the file.", "The pros and cons are not in the file."
CARD = "is a fridge card: pros and cons are on the sheet that it belongs to."
COVER = "holds no exercise and was taken for a cover sheet."


@pytest.mark.parametrize(
    ("name", "lines", "errors", "notes"),
    [
        ("", (PANEL, BALANCE, CAT), [], []),
        ("", (PANEL, CAT), [NO_BALANCE], []),
        ("", (PANEL, Line("balance", " "), CAT), [NO_BALANCE], []),
        ("", (), [NO_PANEL, NO_BALANCE, "The file is not tagged."], []),
        ("", (PANEL, BALANCE), [], []),
        ("Order 2", (PANEL, CAT), [f"Order 2: {NO_BALANCE}"], []),
        ("Order 2", (BALANCE,), [], [f"Order 2 {COVER}"]),
        ("", (PANEL, DOSES), [], [f"This {CARD}"]),
        ("Card", (PANEL, DOSES), [], [f"Card {CARD}"]),
        ("Card", (DOSES,), [f"Card: {NO_PANEL}"], [f"Card {CARD}"]),
        ("", (DOSES,), [NO_PANEL], [f"This {CARD}"]),
        ("Order 2", (PANEL, DOSES, CAT), [f"Order 2: {NO_BALANCE}"], []),
    ],
)
def test_each_document_is_a_sheet_a_fridge_card_or_a_cover(
    name: str, lines: tuple[Line, ...], errors: list[str], notes: list[str]
) -> None:
    whole = read(*lines, pages=1)
    whole = whole if lines else gather(CLAIMS, (), whole.sheets, ())
    found = _alone(whole, (Document(name, "en", 0, whole),))
    assert [one.what for one in errors_of(found)] == errors
    assert [one.what for one in found if one.severity is Severity.NOTE] == [*notes, NOTE]


def test_the_parts_of_a_file_are_its_documents_each_with_its_own_pages() -> None:
    whole = read(Line("a", "One"), Line("b", "Two", page=1), Line("c", "Three", page=2), Line("", "Blank", page=3))
    a, b, c = (node for node in whole.nodes[0].children)
    first = replace(tag("p1", a, role="Part"), title="Order 1", language="ar")
    second = replace(tag("p2", b, c, role="Part"), title="Order 2")
    empty = tag("p3", role="Part")
    job = gather(CLAIMS, (tag("document", first, second, empty),), whole.sheets, ())
    one, two, none = documents(job)
    assert (one.name, one.language, one.first, len(one.read.sheets)) == ("Order 1", "ar", 0, 1)
    assert (two.name, two.language, two.first, len(two.read.sheets)) == ("Order 2", "en", 1, 2)
    assert (none.name, none.language, none.first, none.read.sheets) == ("", "en", 0, ())
    assert two.read.text(two.read.nodes) == "Two Three"
    assert [stretch.page for stretch in two.read.stretches(two.read.nodes)] == [0, 1]
    assert two.read.nodes[0].children[1].marks == ((1, 0),)


def test_a_file_without_parts_is_one_document() -> None:
    whole = read(Line("a", "One"))
    assert [*documents(whole)] == [Document("", "en", 0, whole)]


def test_whatever_a_strangers_file_breaks_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: bytes) -> None:
        raise KeyError("/Pages")

    monkeypatch.setattr(entries, "read_back", broken)
    (finding,) = proof_alone(write(specimen.handout()))
    assert finding.what == "The file cannot be read back as a handout: KeyError"


def test_a_damaged_file_is_not_read_any_further_and_one_that_was_saved_again_is_named() -> None:
    data = write(specimen.handout())
    (damaged,) = proof_alone(data[:-40])
    assert damaged.what.startswith("The file is damaged: ")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out)
    assert errors_of(proof_alone(out.getvalue())) == (BROKEN,)
