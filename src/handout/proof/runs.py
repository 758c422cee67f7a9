"""The objects of one document of a print job as text with its own numbers left open.

A document's numbers begin at a multiple of a hundred and have all one width, so that equal documents differ in them by
one step and in nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

STEP = 100  # numbers of a document begin at a multiple of it
_WIDTH = 7  # of a number
_MARK, _ID_MARK = b"\xff\xfe\xfd\xfc", b"\xff\xfe\xfd\xfa"  # in no text of the structure
# A number of an object, or the number that an id begins with; other texts are passed over.
_NUMBER = re.compile(rb"\((\d{5,}):(?:\\.|[^\\()])*\)|\((?:\\.|[^\\()])*\)|<[0-9A-F]+>|(\d{5,7})(?![\d.])")


@dataclass(frozen=True, slots=True)
class ObjectRun:
    """Objects of a document that follow each other in one object stream, as they read in the first of its kind."""

    first: int  # the number of the first of them, from that of the document
    offsets: tuple[int, ...]
    text: bytes  # its numbers, but for their last two digits, told as steps from the document's first
    steps: tuple[int, ...]

    def moved(self, base: int) -> bytes:
        """As it reads in the document whose first number is that."""
        made = self.text.replace(_ID_MARK, b"%05d" % (base // STEP))
        for step in self.steps:
            made = made.replace(_MARK + bytes([step + 1]), b"%5d" % (base // STEP + step))
        return made


def run_of(text: bytes, base: int, end: int, offsets: tuple[int, ...], first: int) -> ObjectRun:
    """A text with the document's own numbers left open. Raises ValueError for a number of another width."""
    pieces: list[bytes] = []
    steps: set[int] = set()
    at = 0
    for found in _NUMBER.finditer(text):
        if found[1] is not None and int(found[1]) == base // STEP:
            pieces += [text[at : found.start(1)], _ID_MARK]
            at = found.end(1)
        elif found[2] is not None and base <= int(found[2]) < end:
            start = found.end(2) - _WIDTH
            if start < at or text[start : found.start(2)].strip():
                raise ValueError("a number has another width than its place")
            step = int(found[2]) // STEP - base // STEP
            steps.add(step)
            pieces += [text[at:start], _MARK + bytes([step + 1]) + b"%02d" % (int(found[2]) % STEP)]
            at = found.end(2)
    return ObjectRun(first, offsets, b"".join([*pieces, text[at:]]), tuple(sorted(steps)))
