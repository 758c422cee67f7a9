"""A print job that is not put together from the sheets that were proved: each way of it is seen."""

from __future__ import annotations

import io
import re
import struct
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import copy_specimens as script
import pdf_specimens as specimen
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array

from handout.layout.pages import Page, Pages, Tag, TextItem
from handout.pdf import DocumentProperties, Member, write, write_blank, write_volume
from handout.proof import Listed, proof_print
from handout.proof.holes import holes_of
from handout.proof.printjob import _Job

ABOUT = DocumentProperties("Monday's handouts", "en", "ltr", "MONDAY2345")
Sheets = list[tuple[str, bytes]]  # as a print job calls them, and their files


def front(name: str = "Bo") -> Pages:
    """A sheet of one page, whose back is left blank, without an exact text."""
    base = script.sheet(name)
    tags = tuple(_plain(tag) for tag in base.tree.children[:4])
    return replace(base, pages=base.pages[:1], tree=replace(base.tree, children=tags))


def _plain(tag: Tag) -> Tag:
    return replace(tag, actual_text="", children=tuple(_plain(child) for child in tag.children))


def with_words(pages: Pages, was: str, now: str) -> Pages:
    """Pages on which other words stand in the place of some."""
    changed = [
        Page(tuple(
            replace(one, run=specimen.run(now, size=one.run.size)) if isinstance(one, TextItem) and one.run.text == was
            else one for one in page.items
        ))
        for page in pages.pages
    ]  # fmt: skip
    assert changed != [*pages.pages]
    return replace(pages, pages=tuple(changed))


@pytest.fixture(scope="module")
def proved() -> Sheets:
    """Three copies of one master, with exact texts, two of another of one page, and one that has nothing of its own."""
    alike = [script.sheet("Sam Oxenford"), script.sheet("Ann Oxenford", by="ليلى"), script.sheet("Bo")]
    made = [write(pages) for pages in (*alike, front("Sam Oxenford"), front("Ann Oxenford"))]
    return [(f"Order {number}", pdf) for number, pdf in enumerate([*made, write(front(), whole=True)], 2)]


def job_of(printed: Sequence[tuple[str, bytes]], folder: Path, *, plain: bool = False) -> Path:
    back = write_blank(specimen.blank(), (specimen.WIDTH, specimen.HEIGHT), "en")
    out = io.BytesIO()
    write_volume(out, (Member(pdf, name, back) for name, pdf in printed), ABOUT, plain=plain)
    job = folder / "job.pdf"
    job.write_bytes(out.getvalue())
    return job


def faults(printed: Sequence[tuple[str, bytes]], asked: Sequence[tuple[str, bytes]], folder: Path) -> list[str]:
    """What is wrong with a print job of some sheets when others were proved."""
    job = job_of(printed, folder)
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
    for one in (proved[:1], proved[3:4], proved[5:]):
        assert faults(one, one, tmp_path) == []


def exchanged(sheets: Sheets, one: int, other: int) -> Sheets:
    """The files of two documents exchanged, their names in place."""
    made = list(sheets)
    made[one], made[other] = (sheets[one][0], sheets[other][1]), (sheets[other][0], sheets[one][1])
    return made


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 2), (3, 4)])
def test_two_patients_sheets_exchanged_are_seen_and_not_told(
    proved: Sheets, one: int, other: int, tmp_path: Path
) -> None:
    found = faults(exchanged(proved, one, other), proved, tmp_path)
    for at in (one, other):
        assert f"{proved[at][0]} holds other words of the patient than its sheet." in found
    assert not any("Oxenford" in line for line in found)


@pytest.mark.parametrize("at", [0, 1, 3, 4])
def test_a_letter_of_the_patients_words_that_is_another_is_seen(proved: Sheets, at: int, tmp_path: Path) -> None:
    printed = list(proved)
    name, pdf = proved[at]
    printed[at] = name, with_a_letter_changed(pdf, exact=False)
    assert f"{name} holds other words of the patient than its sheet." in faults(printed, proved, tmp_path)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_letter_of_an_exact_text_that_is_another_is_seen(proved: Sheets, at: int, tmp_path: Path) -> None:
    printed = list(proved)
    name, pdf = proved[at]
    printed[at] = name, with_a_letter_changed(pdf, exact=True)
    assert f"{name} holds other words of the patient than its sheet." in faults(printed, proved, tmp_path)


def test_another_dose_is_seen_in_the_first_document_of_a_kind(proved: Sheets, tmp_path: Path) -> None:
    dose = write(with_words(script.sheet("Sam Oxenford"), "10 times, twice a day", "80 times, twice a day"))
    found = faults([("Order 2", dose), *proved[1:]], proved, tmp_path)
    assert "Order 2 has other pages than its sheet." in found
    assert "Order 2 reads otherwise than its sheet, page 2." in found
    assert "Order 2 reads otherwise than its sheet, page 1." not in found


def test_another_dose_is_seen_in_a_later_document_of_a_kind(proved: Sheets, tmp_path: Path) -> None:
    dose = write(with_words(script.sheet("Ann Oxenford", by="ليلى"), "10 times, twice a day", "80 times, twice a day"))
    found = faults([proved[0], ("Order 3", dose), *proved[2:]], proved, tmp_path)
    assert "Order 3 is not the sheet that was proved." in found
    assert not any("Order 4" in line for line in found)


OTHERS: dict[str, tuple[Callable[[Sheets], Sheets], str]] = {
    "one is left out": (lambda sheets: sheets[:-1], "The print job holds other documents than asked for."),
    "one stands twice": (lambda sheets: [*sheets, sheets[-1]], "The print job holds other documents than asked for."),
    "one is called by another's name": (
        lambda sheets: [("Order 3", sheets[0][1]), *sheets[1:]],
        "Order 2 is not in its place in the print job.",
    ),
    "a later one is called by another's name": (
        lambda sheets: [sheets[0], ("Order 4", sheets[1][1]), *sheets[2:]],
        "Order 3 is not in its place in the print job.",
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_documents_than_those_asked_for_are_seen(name: str, proved: Sheets, tmp_path: Path) -> None:
    change, what = OTHERS[name]
    assert faults(change(proved), proved, tmp_path) == [what]


def unreadable(job: Path, asked: Sheets) -> str:
    (found,) = proof_print(job, [Listed(*one) for one in asked])
    start, _, reason = found.what.partition(": ")
    assert start == "The print job cannot be read back"
    return reason


def test_a_print_job_that_cannot_be_read_is_a_finding(proved: Sheets, tmp_path: Path) -> None:
    job = tmp_path / "job.pdf"
    job.write_bytes(proved[0][1][:5000])
    assert unreadable(job, proved[:1])
    job.write_bytes(b"")
    assert unreadable(job, proved[:1])


def test_a_print_job_that_other_software_saved_is_refused(proved: Sheets, tmp_path: Path) -> None:
    job = job_of(proved, tmp_path)
    with pikepdf.open(job) as pdf:
        pdf.save(tmp_path / "again.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
        pdf.save(tmp_path / "packed.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for name in ("again.pdf", "packed.pdf"):
        assert unreadable(tmp_path / name, proved) == "the print job has no cross-reference of ours"


def with_another_page(job: Path) -> tuple[bytes, int]:
    """A print job with a page of its second document written anew behind its end, in another width, and its number."""
    with pikepdf.open(job) as pdf, pypdfium2.PdfDocument(job) as seen:
        page = _Job(pdf, seen, job)._pages[2]
        other = pdf.get_object((page, 0)).unparse(resolved=True).replace(b"595.276", b"300.001")
    new = b"%d 0 obj\n%s\nendobj\n" % (page, other)
    return job.read_bytes() + new, page


def test_a_page_that_was_written_anew_behind_the_end_of_a_print_job_is_seen(proved: Sheets, tmp_path: Path) -> None:
    """As software does that changes a page: with a cross-reference of its own, that leads back to ours."""
    job = job_of(proved, tmp_path)
    before = job.read_bytes()
    data, page = with_another_page(job)
    said = re.search(rb"/Size (\d+).*?/Root (\d+) 0 R", before)
    assert said
    told = b"/Size %s/Root %s 0 R/Prev %s" % (said[1], said[2], before[before.rindex(b"startxref") :].split()[1])
    end = b"startxref\n%d\n%%%%EOF\n" % len(data)
    row = struct.pack(">BIH", 1, len(before), 0)
    stream = b"9999 0 obj\n<</Type/XRef/W[1 4 2]/Index[%d 1]/Length 7%s>>\nstream\n%s\nendstream\nendobj\n"
    for table in (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<<%s>>\n" % (page, len(before), told), stream % (page, told, row),
    ):  # fmt: skip
        job.write_bytes(data + table + end)
        with pikepdf.open(job) as pdf:
            assert float(pdf.pages[2].mediabox[2]) == 300.001
        assert unreadable(job, proved)


def test_a_print_job_whose_cross_reference_must_be_guessed_is_refused(proved: Sheets, tmp_path: Path) -> None:
    job = job_of(proved, tmp_path)
    data, _ = with_another_page(job)
    job.write_bytes(data + b"startxref\n7\n%%EOF\n")
    with pikepdf.open(job) as pdf:
        assert float(pdf.pages[2].mediabox[2]) == 300.001
    assert unreadable(job, proved)


def found(job: Path, asked: Sheets, change: Callable[[_Job], object]) -> list[str]:
    """What is wrong with a print job of which something is read otherwise."""
    with pikepdf.open(job) as pdf, pypdfium2.PdfDocument(job) as seen:
        read = _Job(pdf, seen, job)
        change(read)
        return [one.what for one in read.against([Listed(*one) for one in asked])]


FIRST, SECOND = 10000, 10200  # where the numbers of the first two documents begin
STRAY = "The print job holds pages that belong to no document."
TWO_READERS = "Two readers find different numbers of pages in the print job."
NO_WAY_BACK = "The structure of the print job does not lead back from its pages."
OTHER_PAGES = "Order 2 has other pages than its sheet."
NOT_PROVED = "Order 3 is not the sheet that was proved."
OTHER_STRUCTURE = [
    "Order 2 has another structure than its sheet.", NOT_PROVED, "Order 4 is not the sheet that was proved.",
]  # fmt: skip


def thing(job: _Job, number: int) -> pikepdf.Object:
    return job._pdf.get_object((number, 0))


def leaf(job: _Job, which: int) -> pikepdf.Object:
    """Of the tree that leads back from the pages."""
    return job._pdf.Root.StructTreeRoot.ParentTree.Kids[0].Kids[which]


def reworded(number: int, was: bytes, now: bytes) -> Callable[[_Job], None]:
    """An object of a print job with another text in its stream, as long."""

    def change(job: _Job) -> None:
        _, stream, place = job._entries[number]
        body, numbers, offsets = job._stream(stream)
        start, end = offsets[place : place + 2]
        text = body[start:end].replace(was, now)
        assert text != body[start:end]
        assert len(was) == len(now)
        job._streams[stream] = body[:start] + text + body[end:], numbers, offsets

    return change


def more_of_a_stream(job: _Job) -> None:
    """Where the second document's third object begins, a byte later."""
    _, stream, place = job._entries[SECOND + 2]
    body, numbers, offsets = job._stream(stream)
    job._streams[stream] = body, numbers, array("L", [one + (at == place) for at, one in enumerate(offsets)])


CHANGES: dict[str, tuple[Callable[[_Job], object], list[str]]] = {
    "another role of an element": (reworded(FIRST + 7, b"/S/H1", b"/S/H2"), OTHER_STRUCTURE),
    "a lying alt text": (reworded(FIRST + 31, b"A person sits", b"A person runs"), OTHER_STRUCTURE),
    "an element on another page": (reworded(FIRST + 7, b"10000 0 R", b"10001 0 R"), OTHER_STRUCTURE),
    "an element less": (reworded(FIRST + 100, b"10007 0 R", b"         "), OTHER_STRUCTURE),
    "another paper": (
        lambda job: thing(job, FIRST + 1).__setitem__("/MediaBox", Array([0, 0, 595, 842])), [OTHER_PAGES],
    ),
    "a page turned": (lambda job: thing(job, FIRST).__setitem__("/Rotate", 180), [OTHER_PAGES]),
    "other words of the first patient": (
        lambda job: thing(job, FIRST + 103).write(b"q\nQ\n"),
        [OTHER_PAGES, "Order 2 holds other words of the patient than its sheet."],
    ),
    "other words of the second": (
        lambda job: thing(job, SECOND + 103).write(b"q\nQ\n"),
        ["Order 3 holds other words of the patient than its sheet."],
    ),
    "blanks behind the words of the second": (
        lambda job: thing(job, SECOND + 103).write(thing(job, SECOND + 103).read_bytes() + b"   "), [],
    ),
    "a back that is not blank": (
        lambda job: thing(job, job._pages[7]).__setitem__("/StructParents", 7),
        ["Order 5 has other pages than its sheet.", NO_WAY_BACK],
    ),
    "another page of the second": (reworded(SECOND + 1, b"595.276", b"300.276"), [NOT_PROVED]),
    "another number in the second": (reworded(SECOND + 1, b"10303", b"10302"), [NOT_PROVED]),
    "another language of the second": (reworded(SECOND + 100, b"/Lang(en)", b"/Lang(fr)"), [NOT_PROVED]),
    "another role of the second's exact text": (reworded(SECOND + 104, b"/S/P/P", b"/S/Q/P"), [NOT_PROVED]),
    "an exact text that is gone from the second": (
        reworded(SECOND + 104, b"/ActualText<", b"/Alternate_<"),
        ["Order 3 holds other words of the patient than its sheet.", NOT_PROVED],
    ),
    "an object that begins later": (more_of_a_stream, [NOT_PROVED]),
    "the second's elements under another number": (
        lambda job: job._parts.__setitem__(1, SECOND + 101), [NOT_PROVED],
    ),
    "a page that one reader does not find": (
        lambda job: job._pages.pop(),
        [TWO_READERS, "Order 7 has other pages than its sheet."],
    ),
    "a first page under an odd number": (
        lambda job: job._pages.__setitem__(0, FIRST + 1), ["Order 2 has no pages in the print job."],
    ),
    "pages behind the last document": (
        lambda job: job._pages.append(job._parts[-1] + 200), [TWO_READERS, STRAY],
    ),
    "no way back from a page": (lambda job: leaf(job, 0).__setitem__("/Limits", Array([FIRST, FIRST])), [NO_WAY_BACK]),
    "a way back from a page that is none": (
        lambda job: leaf(job, 1).__setitem__("/Limits", Array([SECOND, SECOND + 2])), [NO_WAY_BACK],
    ),
    "a page that leads elsewhere": (lambda job: thing(job, SECOND).__setitem__("/StructParents", 7), [NO_WAY_BACK]),
}  # fmt: skip


@pytest.mark.parametrize("plain", [False, True], ids=["in rows", "one by one"])
@pytest.mark.parametrize("fault", CHANGES)
def test_whatever_is_read_otherwise_than_it_was_proved_is_seen(
    fault: str, plain: bool, proved: Sheets, tmp_path: Path
) -> None:
    change, wrong = CHANGES[fault]
    assert found(job_of(proved, tmp_path, plain=plain), proved, change) == wrong


def test_a_document_without_its_pages_is_seen(proved: Sheets, tmp_path: Path) -> None:
    wrong = found(job_of(proved, tmp_path), proved, lambda job: job._pages.__delitem__(slice(2)))
    assert wrong[:2] == [TWO_READERS, "Order 2 has no pages in the print job."]


def test_a_print_job_of_nothing_is_none(proved: Sheets, tmp_path: Path) -> None:
    def emptied(job: _Job) -> None:
        job._pages.clear()
        job._parts.clear()

    assert found(job_of(proved[:1], tmp_path), [], emptied) == [TWO_READERS, STRAY]


def misplaced(number: int, entry: tuple[int, int, int]) -> Callable[[_Job], None]:
    """A row of the cross-reference that is another."""

    def change(job: _Job) -> None:
        at, rows = job._entries._at(number), job._entries._rows
        row = struct.pack(">BIH", *entry)
        job._entries._rows = rows[:at] + row + rows[at + len(row) :]

    return change


def exchanged_in_a_stream(job: _Job) -> None:
    _, stream, place = job._entries[SECOND + 2]
    _, numbers, _ = job._stream(stream)
    numbers[place], numbers[place + 1] = numbers[place + 1], numbers[place]


UNREADABLE: dict[str, tuple[Callable[[_Job], None], str]] = {
    "an object by itself": (misplaced(SECOND + 2, (1, 4105, 0)), "in another place than it should"),
    "an object that is none": (misplaced(SECOND + 2, (0, 0, 0)), "in another place than it should"),
    "an object at another's place": (misplaced(SECOND + 2, (2, 29, 0)), "in another place than it should"),
    "two objects exchanged": (exchanged_in_a_stream, "in another's place"),
    "a name by itself": (misplaced(SECOND + 100, (1, 4105, 0)), "in another place than it should"),
}


@pytest.mark.parametrize("fault", UNREADABLE)
def test_an_object_that_is_not_where_it_was_proved_is_refused(fault: str, proved: Sheets, tmp_path: Path) -> None:
    change, why = UNREADABLE[fault]
    with pytest.raises(ValueError, match=why):
        found(job_of(proved, tmp_path), proved, change)


def stream_of(head: bytes, body: bytes = b"<<>>\n<</A 1>>\n") -> tuple[bytes, list[int], list[int]]:
    """An object stream as it is read."""
    with pikepdf.new() as pdf:
        job = _Job.__new__(_Job)
        job._pdf, job._streams = pdf, {}
        number, _ = pdf.make_stream(head + body, First=len(head)).objgen
        body, numbers, offsets = job._stream(number)
        return body, [*numbers], [*offsets]


def test_the_objects_of_a_stream_begin_one_behind_the_other() -> None:
    assert stream_of(b"7 0 9 5\n") == (b"7 0 9 5\n<<>>\n<</A 1>>\n", [7, 9], [8, 13, 22])
    assert stream_of(b"7 5 9 5\n")[2] == [13, 13, 22]
    with pytest.raises(ValueError, match="not in order"):
        stream_of(b"7 5 9 0\n")


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
