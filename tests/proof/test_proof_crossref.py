"""Where the objects of a print job stand, as the last of its cross-references tells it."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pikepdf
import pytest

from handout.proof.crossref import CrossReference, excerpt

ROWS = struct.pack(">BIHBIHBIHBIH", 0, 0, 9, 1, 258, 0, 2, 29, 4, 2, 29, 5)
HEAD = b"/Type/XRef/W[1 4 2]/Index[0 2 10000 2]"
BEFORE = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
END = b"startxref\n%d\n%%%%EOF\n" % len(BEFORE)


def read(folder: Path, head: bytes = HEAD, end: bytes = END) -> CrossReference:
    """The cross-reference of a small file, the object 7 of it."""
    told = b"7 0 obj\n<<%s/Size 10002/Root 1 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\n"
    job = folder / "job.pdf"
    job.write_bytes(BEFORE + told % (head, len(ROWS), ROWS) + end)
    with pikepdf.new() as pdf:
        pdf.make_stream(b"")
        while (made := pdf.make_stream(ROWS)).objgen[0] < 7:
            pass
        for key, value in pikepdf.Object.parse(b"<<%s>>" % head).items():
            made[key] = value
        assert made.objgen == (7, 0)
        return CrossReference(pdf, job)


def test_each_number_has_its_row_in_its_part(tmp_path: Path) -> None:
    table = read(tmp_path)
    assert [table[one] for one in (0, 1, 10000, 10001)] == [(0, 0, 9), (1, 258, 0), (2, 29, 4), (2, 29, 5)]
    assert [table[one] for one in (2, 9999, 10002)] == [(0, 0, 0)] * 3
    assert [*table.packed(range(10010))] == [10000, 10001]


def test_objects_follow_each_other_in_one_stream(tmp_path: Path) -> None:
    table = read(tmp_path)
    assert table.follow(10000, 1)
    assert table.follow(10000, 2)
    assert not table.follow(10000, 3)
    assert not table.follow(1, 1)
    assert not table.follow(0, 2)


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace(b"/XRef", b"/ObjStm"), HEAD.replace(b"/Type/XRef", b""), HEAD.replace(b"4 2]/", b"2 4]/"),
        HEAD.replace(b"1 4 2", b"1 4 2 0"), HEAD.replace(b"10000 2", b"10000"),
    ],
    ids=["another stream", "no type", "other rows", "wider rows", "half a part"],
)  # fmt: skip
def test_a_cross_reference_of_another_form_is_refused(head: bytes, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no cross-reference of ours|argument 2 is shorter"):
        read(tmp_path, head)


@pytest.mark.parametrize(
    "end",
    [
        b"",
        END + b"x",
        END[:-6],
        b"startxref\n%d\n%%%%EOF\n" % (len(BEFORE) + 1),
        b"startxref\n99999\n%%EOF\n",
        END + b" " * 64,
    ],
    ids=["none", "more behind it", "cut off", "a byte further", "behind the file", "far from the end"],
)
def test_an_end_that_leads_to_no_object_is_refused(end: bytes, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no cross-reference of ours"):
        read(tmp_path, end=end)


def test_an_end_that_leads_to_another_object_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no cross-reference of ours"):
        read(tmp_path, end=b"startxref\n9\n%%EOF\n")


def test_white_space_may_stand_about_an_end_in_the_last_bytes_of_a_file(tmp_path: Path) -> None:
    for end in (b"startxref \r\n%d\r\n  %%%%EOF\n\n" % len(BEFORE), END.ljust(64)):
        assert read(tmp_path, end=end)[1] == (1, 258, 0)
    with pytest.raises(ValueError, match="no cross-reference of ours"):
        read(tmp_path, end=END.ljust(65))


def test_a_document_stands_by_itself_in_a_whole_file() -> None:
    """Whatever its numbers, as qpdf takes a small file with large ones for damaged."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d 842]/Resources<<>>/StructParents %d>>"
    part = b"<</Type/StructElem/S/Part/P 4 0 R/T(Order 2)/K[10003 0 R]>>"
    objects = {10003: b"<</Type/StructElem/S/P/P 10002 0 R/Pg 10001 0 R/K[0]>>", 10002: part}
    objects |= {10000 + at: page % (595 + at, 10000 + at) for at in range(2)}
    data = excerpt(objects, [10000, 10001], 10002)
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
        assert [float(one.mediabox[2]) for one in pdf.pages] == [595, 596]
        assert pdf.Root.StructTreeRoot.K.T == "Order 2"
        assert pdf.Root.StructTreeRoot.K.K[0].Pg.objgen == (10001, 0)
        assert not pdf.check_pdf_syntax()
