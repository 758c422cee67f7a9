"""The specimen sheet as layout sets it, written and read back: every style, both papers, in a print job."""

from __future__ import annotations

import io
from dataclasses import replace

import layout_specimens as sheet
import pdf_specimens as specimen
import pikepdf
import pytest

from handout.errors import errors_of
from handout.layout import Pages
from handout.manuscript.elements import Manuscript
from handout.pdf import About, Member, write, write_volume
from handout.proof import conformance, proof_alone, proofread

STYLES = [("standard", "a4"), ("standard", "letter"), ("mono", "a4"), ("large-print", "a4")]


def made(style: str = "standard", paper: str = "a4") -> tuple[Pages, Manuscript]:
    return sheet.laid(None, style, paper), sheet.manuscript(None, style, paper)


@pytest.mark.parametrize(("style", "paper"), STYLES)
def test_a_laid_out_sheet_is_whole_and_conforms(style: str, paper: str) -> None:
    pages, manuscript = made(style, paper)
    data = write(pages)
    assert [str(finding) for finding in proofread(data, manuscript)] == []
    assert conformance(data) == ()
    assert errors_of(proof_alone(data)) == ()


def test_the_form_of_the_panel_that_layout_records_is_the_one_on_the_page() -> None:
    pages, manuscript = made()
    other = {"full": "short", "short": "full"}[pages.safety_form]
    assert pages.safety_form in {"full", "short"}

    def only(form: str) -> Manuscript:
        """The manuscript with the lines' other form made different."""
        xml = sheet.markup().replace(f"</{form}>", f" or otherwise</{form}>")
        return sheet.manuscript(xml)

    data = write(pages)
    assert proofread(data, only(other)) == ()
    assert proofread(data, only(pages.safety_form))
    assert manuscript.title == pages.title


def test_a_panel_on_the_second_page_of_a_large_print_sheet_is_refused_when_it_does_not_open_it() -> None:
    pages, manuscript = made("large-print")
    data = write(pages)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        blank = pdf.pages[2]
        pdf.pages.insert(1, blank)  # another page comes between
        del pdf.pages[3]
        pdf.save(out)
    what = [finding.what for finding in proofread(out.getvalue(), manuscript)]
    assert any("The part “ask” of the safety panel is not whole" in said for said in what)


def test_a_print_job_of_laid_out_sheets_conforms_and_shares_its_pages() -> None:
    pages, _ = made()
    members = [Member(pages, f"Order {number}", specimen.blank()) for number in range(2, 7)]
    data = write_volume(members, About("Monday", "en", "ltr"))
    assert errors_of(proof_alone(data)) == ()
    assert conformance(data) == ()
    assert len(data) < 3 * len(write(pages))


def test_another_sheets_file_does_not_pass_for_this_one() -> None:
    pages, manuscript = made()
    other = replace(manuscript, content_id="AAAAAAAAAA", title="Something else")
    what = {finding.what for finding in proofread(write(pages), other)}
    assert {
        "The file's title is not the manuscript's.",
        "The file's content id is not the manuscript's.",
    } <= what
