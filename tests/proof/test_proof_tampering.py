"""A finished file is changed behind the program's back; the proof says so. One change, one test."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pdf_specimens as specimen
import pikepdf
import proof_specimens as script
import pytest

from handout.pdf import write
from handout.proof import proofread

Change = Callable[[pikepdf.Pdf], None]


def changed(change: Change, data: bytes | None = None) -> bytes:
    """The specimen after a change."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data or write(specimen.handout()))) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def found(data: bytes, manuscript: script.Manuscript | None = None) -> list[str]:
    return [finding.what for finding in proofread(data, manuscript or script.manuscript())]


def element(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and str(o.get("/ID", "")) == name)


def without(pdf: pikepdf.Pdf, name: str) -> None:
    """Take an element out of the tree."""
    gone = element(pdf, name)
    kids = gone.P.K
    gone.P.K = pikepdf.Array([kid for kid in kids if getattr(kid, "objgen", None) != gone.objgen])


def rewritten(pdf: pikepdf.Pdf, page: int, pattern: bytes, put: bytes, marks: range | None = None) -> None:
    """Replace in the content of a page, within those marked-content numbers where given."""
    count = 0
    for part in pdf.pages[page].Contents:
        data = part.read_bytes()

        def one(match: re.Match[bytes]) -> bytes:
            nonlocal count
            block = match.group(0)
            number = re.search(rb"/MCID (\d+)", block)
            if marks is not None and (number is None or int(number.group(1)) not in marks):
                return block
            block, done = re.subn(pattern, put, block)
            count += done
            return block

        part.write(re.sub(rb"BT\n.*?\nET", one, data, flags=re.DOTALL))
    assert count, "the change changed nothing"


PANEL = range(2, 6)  # the marks of the safety panel on page 1


def test_the_untouched_file_passes() -> None:
    assert found(write(specimen.handout())) == []


def test_a_panel_taken_out_of_the_structure_is_missed() -> None:
    what = found(changed(lambda pdf: without(pdf, "safety")))
    assert "The safety panel is not in the structure of the file." in what


def test_a_panel_whose_words_are_gone_from_the_page_is_missed() -> None:
    what = found(changed(lambda pdf: rewritten(pdf, 0, rb"\[<.*?>\]TJ", b"", PANEL)))
    assert "The safety panel has no words on any page." in what


def test_one_line_gone_from_the_page_is_missed_in_the_text_and_in_the_structure() -> None:
    what = found(changed(lambda pdf: rewritten(pdf, 0, rb"\[<.*?>\]TJ", b"", range(5, 6))))
    assert "In the pages “Get help now: call 999.” is missing." in what
    assert "In the structure tree “Get help now: call 999.” is missing." in what


def test_a_panel_pushed_off_the_page_is_missed() -> None:
    what = found(changed(lambda pdf: rewritten(pdf, 0, rb"1 0 0 1 60 ", b"1 0 0 1 560 ", PANEL)))
    assert "Words of the safety panel stand outside the page." in what


def test_a_panel_cropped_away_is_missed() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].cropbox = [0, 0, 595.276, 640]

    assert "Words of the safety panel stand outside the page." in found(changed(crop))


def test_a_panel_shrunk_by_its_matrix_is_measured() -> None:
    what = found(changed(lambda pdf: rewritten(pdf, 0, rb"1 0 0 1 60 ", b"0.5 0 0 0.5 60 ", PANEL)))
    assert any("it must be 12 pt or more" in said for said in what)


def test_an_invisible_panel_is_missed() -> None:
    what = found(changed(lambda pdf: rewritten(pdf, 0, rb"BDC\n", b"BDC\n3 Tr\n", PANEL)))
    assert "Words of the safety panel are invisible." in what


def test_a_panel_on_the_second_page_is_refused() -> None:
    def swap(pdf: pikepdf.Pdf) -> None:
        pdf.pages.insert(0, pdf.pages[1])
        del pdf.pages[2]

    what = found(changed(swap))
    assert "The safety panel does not begin on page 1." in what
    assert "Page 1 does not say that it is page 1 of 2." in what


def test_an_exercise_before_the_panel_in_the_structure_is_refused() -> None:
    def first(pdf: pikepdf.Pdf) -> None:
        document = element(pdf, "safety").P
        kids = list(document.K)
        document.K = pikepdf.Array([kids[-1], *kids[:-1]])

    assert "An exercise comes before the safety panel is complete." in found(changed(first))


def test_an_exercise_above_the_panel_on_the_page_is_refused() -> None:
    """The balance takes the id of an exercise and the place of one above the panel."""

    def above(pdf: pikepdf.Pdf) -> None:
        element(pdf, "balance").ID = pikepdf.String("exercise/other")
        rewritten(pdf, 0, rb"1 0 0 1 60 [\d.]+ Tm", b"1 0 0 1 60 830 Tm", range(8, 9))

    assert "An exercise stands above the safety panel." in found(changed(above))


def test_a_picture_taken_out_of_the_structure_or_off_the_page_is_missed() -> None:
    gone = found(changed(lambda pdf: without(pdf, "exercise/cat-cow/picture")))
    assert "The picture “A person sits tall on a chair.” is not in the file." in gone

    def unpainted(pdf: pikepdf.Pdf) -> None:
        for part in pdf.pages[1].Contents:
            part.write(re.sub(rb"/X\d+ Do", b"", part.read_bytes()))

    assert "The picture “A person sits tall on a chair.” is not in the file." in found(changed(unpainted))


def test_a_lost_page_is_missed() -> None:
    def lose(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1]

    what = found(changed(lose))
    assert "Page 1 does not say that it is page 1 of 1." in what
    assert any("“10 times, twice a day” is missing" in said for said in what)


def test_a_font_that_is_not_in_the_file_is_named() -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
                del one["/FontFile2"]

    assert any("NotoSans-Regular on page 1 is not in the file." in said for said in found(changed(strip)))


def test_characters_without_unicode_are_found() -> None:
    def mute(pdf: pikepdf.Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
                one.ToUnicode = pdf.make_stream(one.ToUnicode.read_bytes().replace(b"<0041>", b"<FFFD>"))

    assert "Page 1 has characters that cannot be read." in found(changed(mute))


def test_a_patients_name_in_the_metadata_is_found_and_not_repeated() -> None:
    def leak(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Keywords"] = "Ann Ó Brien"

    what = found(changed(leak))
    assert what == ["A patient's value stands in the file's metadata or bookmarks."]


def test_a_patients_name_in_an_id_of_the_structure_is_found() -> None:
    def leak(pdf: pikepdf.Pdf) -> None:
        element(pdf, "title").ID = pikepdf.String("title/Ann Ó Brien")

    assert "A patient's value stands in the file's metadata or bookmarks." in found(changed(leak))


@pytest.mark.parametrize("name", ["adobe", "purl", "xpacket", "handout", "2"])
def test_a_name_that_every_file_has_in_its_metadata_is_no_leak(name: str) -> None:
    assert found(write(specimen.handout(name)), script.manuscript(name)) == []


def test_the_letters_of_a_name_in_another_order_are_another_name() -> None:
    """As many of each letter stand on the page, so counting them finds nothing."""
    what = found(write(specimen.handout(name="Nan Ó Brien")), script.manuscript("Ann Ó Brien"))
    assert "In the pages the line with the patient's own words is missing." in what


def test_bytes_that_are_no_pdf_are_a_finding_and_no_traceback() -> None:
    (finding,) = proofread(b"%PDF-1.7 nothing else", script.manuscript())
    assert "cannot be read back" in finding.what
    assert proofread(b"", script.manuscript())


def test_an_endless_structure_tree_is_a_finding_and_no_traceback() -> None:
    def loop(pdf: pikepdf.Pdf) -> None:
        safety = element(pdf, "safety")
        safety.K = pikepdf.Array([safety])

    assert any("stands twice in it" in said for said in found(changed(loop)))


def test_a_word_the_manuscript_has_and_the_file_has_not_is_named_with_its_path() -> None:
    manuscript = script.manuscript()
    title = script.title("Ease a sore back", "routines.back.title")
    manuscript = replace(manuscript, blocks=(title, *manuscript.blocks[1:]))
    findings = proofread(write(specimen.handout()), manuscript)
    assert {(one.path, one.what) for one in findings} == {
        ("routines.back.title", "In the structure tree “Ease a sore back” is missing."),
        ("routines.back.title", "In the pages “Ease a sore back” is missing."),
        ("", "4 letters or digits are on the pages that the manuscript does not say."),
        ("", "3 letters or digits of the manuscript are not on the pages."),
    }


def test_large_print_wants_large_type_in_the_panel() -> None:
    what = found(write(specimen.handout()), script.manuscript(style="large-print"))
    assert what == [
        "The safety panel is printed at 12.0 pt; it must be 18 pt or more.",
        "The safety panel has its parts in the order ask, stop, now, and not now, stop, today, ask.",
        "On page 1 “Clinic sheet” is smaller than 18 pt, and so are 12 more.",
        "On page 2 “Move” is smaller than 18 pt, and so are 6 more.",
    ]
