"""Bytes that were lost or changed: the cross-reference, the syntax, and the checksum of every deflated stream.

A reader shows what it can of a damaged page and says nothing (qpdf and pdfium pass over a wrong Adler-32), so each
stream is inflated here by zlib, which does not (RFC 1950, 2.2).
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator

import pikepdf

from handout.errors import Finding

MOST = 256_000_000  # bytes of one stream when inflated; a page of a handout has a few thousand
STREAMS = 20_000
_HINT = "The file is damaged: take it from where it came from again, or make it again."


def damage(data: bytes) -> Iterator[Finding]:
    """Everything about the bytes of a file that shows damage; nothing of what it says."""
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            problems = [*map(plain, pdf.check_pdf_syntax()), *map(plain, pdf.get_warnings())]
            if problems:
                yield Finding(f"The file is damaged: {_first(problems)}", _HINT)
            yield from _streams(pdf)
    except Exception as reason:  # a damaged file breaks a reader in any way
        yield Finding(f"The file is damaged: {_first([plain(reason)])}", _HINT)


def plain(reason: object) -> str:
    """What a reader says of a file, without the address of its bytes, which differs each time."""
    return re.sub(r"stream <.*?> ", "", str(reason)) or type(reason).__name__


def _first(problems: list[str]) -> str:
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{problems[0][:120]}{more}"


def _streams(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    broken: list[str] = []
    for index, one in enumerate(pdf.objects):
        if index >= STREAMS:
            yield Finding(f"The file holds more than {STREAMS} objects, which no handout does.", _HINT)
            break
        if isinstance(one, pikepdf.Stream) and one.get("/Filter") == "/FlateDecode" and not _inflates(one):
            broken.append(f"{one.objgen[0]} {one.objgen[1]}")
    if broken:
        shown = ", ".join(broken[:5])
        yield Finding(f"The checksum of {len(broken)} parts of the file is wrong: objects {shown}.", _HINT)


def _inflates(stream: pikepdf.Stream) -> bool:
    """Whether zlib reads the stream to its end and its checksum holds; one that is longer than `MOST` has no end."""
    reader = zlib.decompressobj()
    try:
        reader.decompress(stream.read_raw_bytes(), MOST)
    except zlib.error:
        return False
    return reader.eof and not reader.unused_data.strip()
