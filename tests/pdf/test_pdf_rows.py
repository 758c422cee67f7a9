"""What readers need of a print file's numbers, though no standard says so: else pages are lost without a word."""

from __future__ import annotations

import io
import re
import struct
import zlib
from functools import cache
from itertools import pairwise

import pdf_specimens as specimen
import pikepdf
import pypdfium2
import pytest

from handout.pdf.rows import entries_of

MEMBERS = 103  # more than one table holds, and more than one chain of bookmarks
_STREAM = re.compile(
    rb"(\d+) 0 obj\n<</Type/ObjStm/N (\d+)/First (\d+)/Filter/FlateDecode"
    rb"(?:/DecodeParms<</Predictor 12/Columns (\d+)>>)?/Length (\d+)>>\nstream\n"
)


@cache
def volume() -> bytes:
    return specimen.volume(*((specimen.handout(), f"Order {number}") for number in range(2, MEMBERS + 2)))


def streams() -> list[tuple[list[int], list[int], bytes]]:
    """The object streams: numbers, offsets and the bodies."""
    found = []
    for told in _STREAM.finditer(volume()):
        count, first, columns, length = (int(part) if part else 0 for part in told.groups()[1:])
        data = zlib.decompress(volume()[told.end() : told.end() + length])
        if columns:
            data = plain(data, columns)
        pairs = [*map(int, data[:first].split())]
        assert len(pairs) == 2 * count
        found.append((pairs[::2], pairs[1::2], data[first:]))
    return found


def plain(predicted: bytes, columns: int) -> bytes:
    """Rows that were predicted from the one above, the first of them whole."""
    rows = [predicted[at : at + columns + 1] for at in range(0, len(predicted), columns + 1)]
    assert {row[0] for row in rows[1:]} <= {2}
    out, above = [], bytes(columns)
    for row in rows:
        above = bytes([(one + (before if row[0] else 0)) & 255 for one, before in zip(row[1:], above, strict=True)])
        out.append(above)
    return b"".join(out)


def test_numbers_are_dense_or_a_reader_takes_the_file_for_damaged() -> None:
    size = int(re.findall(rb"/Type/XRef/Size (\d+)", volume())[-1])
    assert size * 3 <= len(volume())


def test_numbers_of_copies_have_one_width_and_offsets_grow_or_readers_drop_what_stands_there() -> None:
    tables = [one for one in streams() if min(one[0]) >= 10_000]
    assert tables
    for numbers, offsets, _ in tables:
        assert {len(str(number)) for number in numbers} <= {5, 6, 7}
        assert all(one < other for one, other in pairwise(numbers))
        assert all(one < other for one, other in pairwise(offsets))


def test_objects_stand_in_the_file_where_the_cross_reference_says() -> None:
    at = int(volume()[volume().rindex(b"startxref\n") + 10 :].split()[0])
    data = volume()[volume().index(b">>\nstream\n", at) + 10 : volume().index(b"\r\nendstream", at)]
    index = re.search(rb"/Index\[([\d ]+)\]", volume()[at:])
    assert index is not None
    parts = [*map(int, index[1].split())]
    numbers = [n for start, count in zip(parts[::2], parts[1::2], strict=True) for n in range(start, start + count)]
    entries = [*struct.iter_unpack(">BIH", entries_of(zlib.decompress(data), 7))]
    held = {number: entry for number, entry in zip(numbers, entries, strict=True) if entry[0] == 1}
    for number, (_, place, _) in held.items():
        assert volume()[place:].startswith(b"%d 0 obj\n" % number)


def test_no_chain_of_bookmarks_is_longer_than_readers_follow() -> None:
    with pikepdf.open(io.BytesIO(volume())) as pdf, pdf.open_outline() as outline:
        assert len(outline.root) == 2
        assert [len(group.children) for group in outline.root] == [100, MEMBERS - 100]


@pytest.mark.parametrize("reader", ["qpdf", "pdfium"])
def test_readers_find_every_page_with_its_words(reader: str) -> None:
    pages = 2 * MEMBERS
    if reader == "qpdf":
        with pikepdf.open(io.BytesIO(volume())) as pdf:
            assert len(pdf.pages) == pages
            assert pdf.check_pdf_syntax() == []
            assert all(page.Contents[0].read_bytes() for page in pdf.pages)
        return
    document = pypdfium2.PdfDocument(volume())
    assert len(document) == pages
    assert all(page.get_textpage().count_chars() for page in document)
    document.close()
