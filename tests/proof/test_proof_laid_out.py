"""The specimen sheet as layout sets it, written and read back: every style, both papers, in a print job."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import layout_specimens as sheet
import pdf_specimens as specimen
import pikepdf
import pytest

from handout.errors import errors_of
from handout.layout import Pages
from handout.layout.pages import Page
from handout.manuscript.manuscript import Manuscript
from handout.pdf import master, write
from handout.proof import conformance, proof_alone, proofread

SaidOf = Callable[[Pages, Manuscript], str]
STYLES = [("standard", "a4"), ("standard", "letter"), ("mono", "a4"), ("large-print", "a4")]


def made(style: str = "standard", paper: str = "a4", more: str = "") -> tuple[Pages, Manuscript]:
    """The specimen laid out; `more`: words behind every line of its panel."""
    xml = sheet.lengthened(more) if more else None
    return sheet.laid(xml, style, paper), sheet.manuscript(xml, style, paper)


def over() -> tuple[Pages, Manuscript]:
    """The specimen with what is for today at the head of page 2."""
    return made(paper="letter", more="so much, so much so")


@pytest.mark.parametrize(("style", "paper"), STYLES)
def test_a_laid_out_sheet_is_whole_and_conforms(style: str, paper: str) -> None:
    pages, manuscript = made(style, paper)
    data = write(pages)
    assert [str(finding) for finding in proofread(data, manuscript)] == []
    assert conformance(data) == ()
    assert errors_of(proof_alone(data)) == ()


def moved(pages: Pages, part: str, page: int, by: float = 0.0) -> Pages:
    """The sheet with that part's words drawn last on another page (from 0), or lower on its own."""
    gone = [item for one in pages.pages for item in one.items if _of(item, part)]
    kept = [[item for item in one.items if not _of(item, part)] for one in pages.pages]
    kept[page].extend(replace(item, y=item.y + by) for item in gone)
    return replace(pages, pages=tuple(Page(tuple(items)) for items in kept))


@pytest.fixture
def said_of(monkeypatch: pytest.MonkeyPatch) -> SaidOf:
    """What the proof says of pages that the writer would have refused to draw in this order."""
    monkeypatch.setattr(master, "refuse", lambda _: None)
    return lambda pages, manuscript: " | ".join(one.what for one in proofread(write(pages), manuscript))


def test_the_order_of_the_panel_that_layout_records_is_the_one_on_the_pages() -> None:
    for (pages, manuscript), order in ((made(), "front"), (over(), "today-over")):
        assert pages.panel_order == order
        assert proofread(write(pages), manuscript) == ()


@pytest.mark.parametrize("part", ["ask", "stop", "now"])
def test_a_part_of_the_front_on_the_second_page_is_refused(part: str, said_of: SaidOf) -> None:
    pages, manuscript = made()
    assert f"The part “{part}” of the safety panel is not whole on page 1." in said_of(
        moved(pages, part, 1), manuscript
    )


def test_today_on_the_second_page_is_refused_when_it_does_not_open_it(said_of: SaidOf) -> None:
    pages, manuscript = over()
    last = moved(pages, "today", 1)  # drawn after everything else on its page
    assert "Page 2 does not begin with the safety panel." in said_of(last, manuscript)


def test_today_on_the_third_page_is_refused(said_of: SaidOf) -> None:
    pages, manuscript = over()
    what = said_of(moved(pages, "today", 2), manuscript)
    assert "The part “today” of the safety panel is not whole on page 1." in what or "torn apart" in what


def test_a_part_torn_over_two_pages_is_refused(said_of: SaidOf) -> None:
    pages, manuscript = made()
    lines = [item for item in pages.pages[0].items if str(getattr(item, "tag", "")).startswith("safety/now/lines")]
    first = Page(tuple(item for item in pages.pages[0].items if item not in lines[-3:]))
    second = Page((*lines[-3:], *pages.pages[1].items))
    torn = replace(pages, pages=(first, second, *pages.pages[2:]))
    assert "The part “now” of the safety panel is not whole on page 1." in said_of(torn, manuscript)


def test_ask_first_of_large_print_goes_over_to_the_very_next_page_alone(said_of: SaidOf) -> None:
    pages, manuscript = made("large-print", more="so")
    on = {n for n, page in enumerate(pages.pages) for item in page.items if _of(item, "ask")}
    assert len(on) == 2
    lines = [item for item in pages.pages[max(on)].items if _of(item, "ask")]
    kept = tuple(item for item in pages.pages[max(on)].items if item not in lines)
    far = [*pages.pages]
    far[max(on)] = Page(kept)
    far[max(on) + 1] = Page((*lines, *far[max(on) + 1].items))
    what = said_of(replace(pages, pages=tuple(far)), manuscript)
    assert "The part “ask” of the safety panel is not whole on one page." in what


def _of(item: object, part: str) -> bool:
    return str(getattr(item, "tag", "")).startswith(f"safety/{part}")


def test_parts_that_change_places_on_the_page_are_refused(said_of: SaidOf) -> None:
    pages, manuscript = made()
    assert "stands before one that comes before it" in said_of(moved(pages, "now", 0, by=-300), manuscript)


def test_large_print_that_does_not_open_with_get_help_now_is_refused(said_of: SaidOf) -> None:
    pages, manuscript = made("large-print")
    assert "The part “now” of the safety panel is not whole on page 1." in said_of(moved(pages, "now", 1), manuscript)


def test_a_page_between_the_parts_of_a_large_print_panel_is_refused() -> None:
    pages, manuscript = made("large-print")
    data = write(pages)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        blank = pdf.pages[-1]
        pdf.pages.insert(1, blank)  # another page comes between
        del pdf.pages[-1]
        pdf.save(out)
    what = [finding.what for finding in proofread(out.getvalue(), manuscript)]
    assert any("torn apart by another page" in said or "does not begin with" in said for said in what)


def test_a_print_job_of_laid_out_sheets_conforms_and_shares_its_pages() -> None:
    pages, _ = made()
    data = specimen.volume(*((pages, f"Order {number}") for number in range(2, 7)))
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
