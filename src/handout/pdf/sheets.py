"""Our own files taken apart again: what they share, and what is one order's own.

A volume is put together from the very files that were proved, byte by byte. Only files as `master` writes them can be
read here; everything else is refused.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handout.errors import Finding, PdfError
from handout.pdf.rows import entries_of

_OBJECT = re.compile(rb"(\d+) 0 obj\n")
_END = b"\nendobj\n"
_STREAM_END = b"\r\nendstream"
_ROW = struct.Struct(">BIH")
_HINT = "Make the sheet again; if it happens again, report it."


@dataclass(frozen=True, slots=True)
class TakenApart:
    """A file taken apart. `static` is all before its holes; two files with the same are copies of one master."""

    static: bytes
    holes: tuple[tuple[int, bytes], ...]  # number and body of each


def take(pdf: bytes) -> TakenApart:
    """The two parts of a file. Raises PdfError for a file that is none of ours."""
    try:
        end = int(pdf[pdf.rindex(b"startxref\n") + 10 :].split()[0])
        begin = pdf.index(_STREAM_END + _END, pdf.rindex(b"/ObjStm", 0, end)) + len(_STREAM_END + _END)
        return TakenApart(pdf[:begin], tuple(_bodies(pdf, begin, end)))
    except ValueError:
        raise PdfError(Finding("A sheet cannot be put into the print file: it is damaged.", _HINT)) from None


def _bodies(pdf: bytes, at: int, end: int) -> Iterator[tuple[int, bytes]]:
    """The objects between two places, each behind the other."""
    while at < end:
        head = _OBJECT.match(pdf, at)
        if head is None:
            raise ValueError
        stop = pdf.index(_END, head.end())
        yield int(head[1]), pdf[head.end() : stop]
        at = stop + len(_END)


def objects_of(pdf: bytes) -> dict[int, bytes]:
    """The body of every object of a file but its cross-reference, those in object streams too. Raises PdfError."""
    try:
        at = int(pdf[pdf.rindex(b"startxref\n") + 10 :].split()[0])
        rows = [*_ROW.iter_unpack(entries_of(zlib.decompress(_data(pdf[at:])), _ROW.size))]
        starts = sorted([(place, number) for number, (kind, place, _) in enumerate(rows) if kind == 1])
        ends = [*(start for start, _ in starts[1:]), len(pdf)]
        apart = {
            number: _OBJECT.sub(b"", pdf[start:end], count=1).removesuffix(_END)
            for (start, number), end in zip(starts, ends, strict=True)
            if start != at
        }
        return dict(_unpacked(apart))
    except (ValueError, IndexError, KeyError, zlib.error, struct.error):
        raise PdfError(Finding("A sheet cannot be put into the print file: it is damaged.", _HINT)) from None


def _data(stream: bytes) -> bytes:
    start = stream.index(b">>\nstream\n") + 10
    return stream[start : stream.index(_STREAM_END, start)]


def _unpacked(apart: Mapping[int, bytes]) -> Iterator[tuple[int, bytes]]:
    for number, body in sorted(apart.items()):
        if not body.startswith(b"<</Type/ObjStm"):
            yield number, body
            continue
        data = zlib.decompress(_data(body))
        head = re.match(rb"<</Type/ObjStm/N (\d+)/First (\d+)", body)
        if head is None:
            raise ValueError
        first, pairs = int(head[2]), [*map(int, data[: int(head[2])].split())]
        offsets = [*pairs[1::2], len(data) - first]
        for index, inner in enumerate(pairs[::2]):
            yield inner, data[first + offsets[index] : first + offsets[index + 1] - 1]
