"""Where the objects of a print job stand, and one document of it by itself.

qpdf parses every object of an object stream to give one of them, and a print job's streams hold those of a hundred
documents. So what is looked at object by object is put into a small file, and qpdf reads that.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pikepdf

Entry = tuple[int, int, int]  # kind, offset or object stream, generation or place in the stream
NONE: Entry = (0, 0, 0)
_PACKED = 2
_ENTRY = struct.Struct(">BIH")
_END = 64  # bytes of a file in which its end stands
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_PER_NUMBER = 3  # bytes of file for each number: qpdf takes a file with fewer for damaged
_OBJECT = re.compile(rb"(\d+) 0 obj")


class CrossReference:
    """The entries of a print job by number, as they stand in its bytes."""

    def __init__(self, pdf: pikepdf.Pdf, job: Path) -> None:
        """Raises ValueError where it is of another form than ours."""
        table = pdf.get_object((_last_object(job), 0))  # to look for it among all objects would parse each of them
        ours = isinstance(table, pikepdf.Stream) and table.get("/Type") == "/XRef"
        if not ours or [*map(int, table.W)] != [1, 4, 2]:
            raise ValueError("the print job has no cross-reference of ours")
        self._rows = table.read_bytes()
        index = [*map(int, table.Index)]
        self._parts = [*zip(index[::2], index[1::2], strict=True)]

    def __getitem__(self, number: int) -> Entry:
        """The entry of a number; NONE where there is none."""
        at = self._at(number)
        if at < 0:
            return NONE
        kind, place, within = _ENTRY.unpack_from(self._rows, at)
        return kind, place, within

    def _at(self, number: int) -> int:
        """Where the row of a number stands; -1 where it has none."""
        at = 0
        for first, count in self._parts:
            if first <= number < first + count:
                return (at + number - first) * _ENTRY.size
            at += count
        return -1

    def follow(self, first: int, count: int) -> bool:
        """Whether so many objects from a number on follow each other in its object stream."""
        _, stream, place = self[first]
        wanted = [part for one in range(count) for part in (_PACKED, stream, place + one)]
        at = self._at(first)
        return self._rows[at : at + count * _ENTRY.size] == struct.pack(">" + "BIH" * count, *wanted)

    def packed(self, numbers: range) -> Iterator[int]:
        """Those numbers whose objects stand in object streams."""
        return (number for number in numbers if self[number][0] == _PACKED)


def _last_object(job: Path) -> int:
    """The number of the object that the end of the file leads to. Raises ValueError where it leads to none."""
    with job.open("rb") as file:
        file.seek(max(0, job.stat().st_size - _END))
        found = _START.search(file.read())
        file.seek(int(found[1]) if found else 0)
        number = _OBJECT.match(file.read(_END))
    if number is None:
        raise ValueError("the print job has no cross-reference of ours")
    return int(number[1])


def excerpt(objects: Mapping[int, bytes], pages: Sequence[int], part: int) -> bytes:
    """A file of these objects alone: the pages and the Part of one document (ISO 32000-1, 7.5)."""
    last = max(objects) + 1
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    more = {
        last: b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        last + 1: b"<</Type/StructTreeRoot/K %d 0 R>>" % part,
        last + 2: b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R>>" % (last, last + 1),
    }
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in sorted({**objects, **more}.items()):
        places.append(b"%d 1\n%010d 00000 n \n" % (number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    out = out.ljust(_PER_NUMBER * max(objects))
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n" + b"".join(places)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (last + 3, last + 2, start)
    return bytes(out)
