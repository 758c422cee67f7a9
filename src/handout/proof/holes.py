"""The holes of a file that passed the whole proof, found in its own bytes: where copies of it may differ.

Nothing is taken from what wrote the file. A hole is an object behind all others: a stream that is no more than a piece
of a page, or an element of the structure with an exact text. What may stand in a piece is a short list of operators
(ISO 32000-1, annex A): words in marked content, and lines to write on; nothing that could hide, cut off or fade.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STREAM = re.compile(rb"(\d+) 0 obj\n<</Length (\d+)>>\nstream\n")
_STREAM_END = b"\r\nendstream\nendobj\n"
_EXACT = re.compile(rb"/ActualText(?:<FEFF[0-9A-F]*>|\((?:[^\\()]|\\[\\()nr])*\))")
_EXACT_HOLE = re.compile(_EXACT.pattern + rb" *")
_ELEMENT = re.compile(
    rb"(\d+) 0 obj\n(<</Type/StructElem[^<>()]*/ID\((?P<id>[^()\\]*)\)[^<>()]*)"
    + _EXACT_HOLE.pattern
    + rb">>\nendobj\n"
)
_ID = re.compile(rb"/ID\[<([0-9a-f]{32})><([0-9a-f]{32})>\]")

_N = rb"-?(?:\d+(?:\.\d+)?|\.\d+)"
_SHOW = rb"\[(?:<[0-9A-F]+>|-?\d+)*\]TJ\n"
_WORD = rb"(?:/F\d+ %s Tf\n)?(?:%s %s %s rg\n)?1 0 0 1 %s %s Tm%s" % (_N, _N, _N, _N, _N, _N, _SHOW)
_WORDS = rb"BT\n/[A-Z][A-Za-z0-9]*<</MCID \d+>>BDC\n(?:%s)+EMC\nET\n" % _WORD
_RULE = rb"q 1 0 0 -1 %s %s cm\n%s %s %s RG\n(?:%s w\n)?(?:\d [Jj]\n)*%s %s m\n%s %s l\nS\nQ\n" % ((_N,) * 10)
PIECE = re.compile(rb"q\n(?:%s|/Artifact BMC\n(?:%s)+EMC\n)*Q\n *" % (_WORDS, _RULE))
_LOOK = re.compile(rb"/MCID (\d+)|(%s %s %s (?:rg|RG))|(%s w)\n" % (_N, _N, _N, _N))


@dataclass(frozen=True, slots=True)
class Hole:
    """What lies between two places of a file."""

    number: int  # of its object
    start: int
    end: int
    element: str = ""  # the id of an element; "" for a piece of a page

    def of(self, pdf: bytes) -> bytes:
        """What stands in it."""
        return pdf[self.start : self.end]


def holes_of(pdf: bytes) -> tuple[Hole, ...]:
    """The holes, in the order of the file. Raises ValueError where the objects behind all others are no holes."""
    last = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    at, found = _first(pdf, last), []
    while at < last:
        if stream := _STREAM.match(pdf, at):
            hole = Hole(int(stream.group(1)), stream.end(), stream.end() + int(stream.group(2)))
            if pdf[hole.end : hole.end + len(_STREAM_END)] != _STREAM_END:
                raise ValueError("a hole does not end where it says")
            at = hole.end + len(_STREAM_END)
        elif element := _ELEMENT.match(pdf, at):
            end = element.end() - len(b">>\nendobj\n")
            hole = Hole(int(element.group(1)), element.end(2), end, element.group("id").decode())
            at = element.end()
        else:
            raise ValueError("something else stands among the holes")
        found.append(hole)
    return tuple(found)


def _first(pdf: bytes, end: int) -> int:
    """Where the first hole begins: behind the last object that is none."""
    place = pdf.rindex(b"/ObjStm", None, end)
    return pdf.index(b"\nendstream\nendobj\n", place) + len(b"\nendstream\nendobj\n")


def marks_of_file(pdf: bytes) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the two halves of the file's ID stand. Raises ValueError where there is none."""
    found = [*_ID.finditer(pdf, pdf.rindex(b"/XRef"))]
    if not found:
        raise ValueError("the file has no ID")
    return found[-1].span(1), found[-1].span(2)


def looks_of(piece: bytes) -> frozenset[tuple[bytes, bytes]]:
    """Which colours and lines each marked content of a piece is drawn with."""
    mark, colour, found = b"", b"", set()
    for number, drawn, width in _LOOK.findall(piece.rstrip()):
        mark = number or mark
        colour = drawn or colour
        found.add((mark, width or colour))
    return frozenset(found)


def is_exact(element: bytes) -> bool:
    """Whether what stands in an element's hole is an exact text and nothing else."""
    return _EXACT_HOLE.fullmatch(element) is not None


def static_of(pdf: bytes, holes: tuple[Hole, ...]) -> Iterator[tuple[int, bytes]]:
    """Everything that is no hole and no ID, piece by piece with its place."""
    cuts = sorted([(hole.start, hole.end) for hole in holes] + [*marks_of_file(pdf)])
    at = 0
    for start, end in cuts:
        yield at, pdf[at:start]
        at = end
    yield at, pdf[at:]
