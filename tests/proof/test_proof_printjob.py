"""A print job that is not put together from the sheets that were proved: each way of it is seen."""

from __future__ import annotations

import io
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pdf_specimens as specimen
import pikepdf
import pypdfium2
import pytest
from masters_orders import NOTE, batch, order, shop

from handout.pdf import DocumentProperties, Member, write_blank, write_volume
from handout.proof import Listed, proof_print
from handout.proof.holes import holes_of
from handout.proof.printjob import _Job
from handout.store import cache_folder

ABOUT = DocumentProperties("Monday's handouts", "en", "ltr", "MONDAY2345")
Sheets = list[tuple[str, bytes]]  # as a print job calls them, and their files


@pytest.fixture(scope="module")
def proved() -> Sheets:
    """Three copies of one master, two of another with notes, and two in Arabic, which carry exact texts."""
    at = shop(cache_folder(), "en", "ar")
    alike = batch([order(2, name="Sam Oxenford"), order(3, name="Ann Oxenford"), order(4, name="Bo")], at)
    noted = batch([order(5, note=NOTE), order(6, note=NOTE.replace("Zebedee", "Barnaby"))], at)
    arabic = batch([order(7, "ar"), order(8, "ar", name="سامي حداد")], at)
    return [(f"Order {number}", copy.pdf) for number, copy in enumerate([*alike, *noted, *arabic], 2)]


@pytest.fixture(scope="module")
def other_dose() -> bytes:
    """The second sheet, had another dose been prescribed."""
    changed = replace(order(3, name="Ann Oxenford"), doses={"cat-cow": {"repetitions": 8}})
    return batch([changed], shop(cache_folder(), "en", "ar"))[0].pdf


def faults(printed: Sequence[tuple[str, bytes]], asked: Sequence[tuple[str, bytes]], folder: Path) -> list[str]:
    """What is wrong with a print job of some sheets when others were proved."""
    back = write_blank(specimen.blank(), (specimen.WIDTH, specimen.HEIGHT), "en")
    out = io.BytesIO()
    write_volume(out, (Member(pdf, name, back) for name, pdf in printed), ABOUT)
    job = folder / "job.pdf"
    job.write_bytes(out.getvalue())
    return [one.what for one in proof_print(job, (Listed(name, pdf) for name, pdf in asked))]


def with_a_letter_changed(pdf: bytes, *, exact: bool) -> bytes:
    """A sheet in which one letter of the patient's own words is another: on the page, or in the exact text."""
    hole = next(one for one in holes_of(pdf) if bool(one.element) == exact)
    was = hole.of(pdf)
    at = was.rindex(b"<" if exact else b"[<") + 8
    now = was[:at] + (b"1" if was[at : at + 1] != b"1" else b"2") + was[at + 1 :]
    return pdf.replace(was, now)


def test_a_print_job_of_the_sheets_that_were_proved_is_right(proved: Sheets, tmp_path: Path) -> None:
    assert faults(proved, proved, tmp_path) == []
    assert faults(proved[:1], proved[:1], tmp_path) == []


def exchanged(sheets: Sheets, one: int, other: int) -> Sheets:
    """The files of two documents exchanged, their names in place."""
    made = list(sheets)
    made[one], made[other] = (sheets[one][0], sheets[other][1]), (sheets[other][0], sheets[one][1])
    return made


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 2), (3, 4), (5, 6)])
def test_two_patients_sheets_exchanged_are_seen_and_not_told(
    proved: Sheets, one: int, other: int, tmp_path: Path
) -> None:
    found = faults(exchanged(proved, one, other), proved, tmp_path)
    for at in (one, other):
        assert f"{proved[at][0]} holds other words of the patient than its sheet." in found
    assert not any("Oxenford" in line for line in found)


@pytest.mark.parametrize("at", [0, 1, 4, 6])
def test_a_letter_of_the_patients_words_that_is_another_is_seen(proved: Sheets, at: int, tmp_path: Path) -> None:
    printed = list(proved)
    name, pdf = proved[at]
    printed[at] = name, with_a_letter_changed(pdf, exact=False)
    assert f"{name} holds other words of the patient than its sheet." in faults(printed, proved, tmp_path)


@pytest.mark.parametrize("at", [5, 6])
def test_a_letter_of_an_exact_text_that_is_another_is_seen(proved: Sheets, at: int, tmp_path: Path) -> None:
    printed = list(proved)
    name, pdf = proved[at]
    printed[at] = name, with_a_letter_changed(pdf, exact=True)
    assert f"{name} holds other words of the patient than its sheet." in faults(printed, proved, tmp_path)


def test_another_dose_is_seen_in_the_first_document_of_a_kind(
    proved: Sheets, other_dose: bytes, tmp_path: Path
) -> None:
    found = faults([("Order 3", other_dose)], [proved[1]], tmp_path)
    assert any(line.startswith("Order 3 has other pages than its sheet") for line in found)
    assert any(line.startswith("Order 3 reads otherwise than its sheet, page ") for line in found)


def test_another_dose_is_seen_in_a_later_document_of_a_kind(proved: Sheets, other_dose: bytes, tmp_path: Path) -> None:
    printed = [proved[0], ("Order 3", other_dose), *proved[2:]]
    assert "Order 3 is not the sheet that was proved." in faults(printed, proved, tmp_path)


OTHERS: dict[str, tuple[Callable[[Sheets], Sheets], str]] = {
    "one is left out": (lambda sheets: sheets[:-1], "The print job holds other documents than asked for."),
    "one stands twice": (lambda sheets: [*sheets, sheets[-1]], "The print job holds other documents than asked for."),
    "one is called by another's name": (
        lambda sheets: [("Order 3", sheets[0][1]), *sheets[1:]],
        "Order 2 is not in its place in the print job.",
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_documents_than_those_asked_for_are_seen(name: str, proved: Sheets, tmp_path: Path) -> None:
    change, what = OTHERS[name]
    assert what in faults(change(proved), proved, tmp_path)


def test_a_print_job_that_cannot_be_read_is_a_finding(proved: Sheets, tmp_path: Path) -> None:
    job = tmp_path / "job.pdf"
    job.write_bytes(proved[0][1][:5000])
    (found,) = proof_print(job, [Listed(*proved[0])])
    assert found.what.startswith("The print job cannot be read back: ")


def test_pages_after_the_last_document_are_seen(proved: Sheets, tmp_path: Path) -> None:
    faults(proved[:1], proved[:1], tmp_path)
    with pikepdf.open(tmp_path / "job.pdf") as pdf, pypdfium2.PdfDocument(tmp_path / "job.pdf") as seen:
        job = _Job(pdf, seen, tmp_path / "job.pdf")
        job._pages += [job._parts[-1] + 1, job._parts[-1] + 2]
        found = [one.what for one in job.against([Listed(*proved[0])])]
    assert found == [
        "Two readers find different numbers of pages in the print job.",
        "The print job holds pages that belong to no document.",
    ]


def test_objects_under_other_numbers_than_the_first_sheets_are_seen(proved: Sheets, tmp_path: Path) -> None:
    faults(proved[:2], proved[:2], tmp_path)
    with pikepdf.open(tmp_path / "job.pdf") as pdf, pypdfium2.PdfDocument(tmp_path / "job.pdf") as seen:
        assert [*_Job(pdf, seen, tmp_path / "job.pdf").against([Listed(*one) for one in proved[:2]])] == []
        job = _Job(pdf, seen, tmp_path / "job.pdf")
        documents = job.against([Listed(*one) for one in proved[:2]])
        second = next(page for page in job._pages if page > job._parts[0])
        for number in {job._entries[at][1] for at in job._entries.packed(range(second + 1, job._parts[1]))}:
            body, numbers, offsets = job._stream(number)
            job._streams[number] = body, array("L", [one + (one > second) for one in numbers]), offsets
        assert next(documents).what == "Order 3 is not the sheet that was proved."


def test_no_object_stream_but_that_of_the_pages_is_parsed(
    proved: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults(proved, proved, tmp_path)
    with pikepdf.open(tmp_path / "job.pdf") as pdf, pypdfium2.PdfDocument(tmp_path / "job.pdf") as seen:
        job = _Job(pdf, seen, tmp_path / "job.pdf")
        asked = list[int]()

        class Asked:
            Root = pdf.Root

            def get_object(self, number: tuple[int, int]) -> pikepdf.Object:
                asked.append(number[0])
                return pdf.get_object(number)

        monkeypatch.setattr(job, "_pdf", Asked())
        assert [*job.against([Listed(*one) for one in proved])] == []
        streams = {job._entries[number][1] for number in asked if job._entries[number][0] == 2}
        pages = {job._entries[number][1] for number in job._pages}
        parts = {job._entries[number][1] for number in job._parts}
    assert streams == pages | parts


@pytest.mark.parametrize("end", [b"", b"startxref\n12\n%%EOF\n", b"startxref\n999999999\n%%EOF\n"])
def test_a_file_whose_end_leads_to_no_cross_reference_is_refused(end: bytes, proved: Sheets, tmp_path: Path) -> None:
    faults(proved[:1], proved[:1], tmp_path)
    job = tmp_path / "job.pdf"
    whole = job.read_bytes()
    job.write_bytes(whole[: whole.rindex(b"startxref")] + end)
    (found,) = proof_print(job, [Listed(*proved[0])])
    assert found.what.startswith("The print job cannot be read back: ")
