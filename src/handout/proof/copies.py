"""Copies proved against a file that passed the whole proof: all bytes but the holes are equal, and in the holes a
stranger reads the order's own words where and as they must stand.

The words in the holes are read by pdfium with the file's own fonts, on pages that qpdf puts together from the holes of
many copies. Nothing in a hole can hide a word: what may stand there is told operator by operator (`holes`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

import pikepdf

from handout.errors import Finding, ProofError
from handout.proof.compare import alike, pieces_of
from handout.proof.holes import PIECE, holes_of, is_exact, looks_of, static_of
from handout.proof.ink import Box, InkedSheet, Stretch, read_sheets
from handout.proof.readback import ReadBack, identity
from handout.proof.seal import is_as_written

OWN = ("patient", "visit", "note")  # blocks that hold what is one order's own
_HINT = "Do not hand this sheet out. Make it again; if it happens again, report it."
_SLACK = 0.5  # pt, of rounding and of letters that lean over their neighbours
_SAME = 0.01  # pt
_EDGE = 2.0  # pt; no letter begins just at the margin
_ROW = 8.0  # pt; a line to write on stands no further below its words' baseline


@dataclass(frozen=True, slots=True)
class Claimed:
    """A copy, and what its own words must be, by the id of the element that says them. It lives no longer than its
    proof: a patient's words are in it."""

    pdf: bytes
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """An own piece of a page as it was read: words, and what is drawn besides."""

    words: tuple[Stretch, ...]
    rules: tuple[Box, ...]
    looks: frozenset[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class KeptProof:
    """That a file passed the whole proof, for another process: the file by its hash, and what its copies are read
    with."""

    digest: str
    language: str
    names: tuple[dict[int, str], ...]  # of each piece: which element its marked content belongs to
    box: tuple[float, ...]
    edges: tuple[float, float]  # between which own words stand
    template: bytes


class Proven:
    """A file that passed the whole proof. It is made from stand-ins, so it may be kept."""

    def __init__(self, pdf: bytes, read: ReadBack, language: str) -> None:
        """`read` is the file as the whole proof read it. Raises ProofError where its holes are not its own words."""
        self._language = language
        self._part(pdf)
        nodes = [node for name in OWN for block in read.block(name) for node in block.walk()]
        named = {mark: identity(node) for node in nodes for mark in node.marks}
        with pikepdf.open(io.BytesIO(pdf)) as source:
            pages = {number: at for at, page in enumerate(source.pages) for number in _contents(page)}
            on = [pages.get(hole.number, -1) for hole in self._streams]
            self._box, *_ = (tuple(float(side) for side in page.mediabox) for page in source.pages)
            self._template = _template([source.pages[at] for at in on])
        self._names = tuple({mark: name for (at, mark), name in named.items() if at == page} for page in on)
        self._first = self._read([pdf])[0]
        left = min(one.box[0] for sheet in read.sheets for one in sheet.stretches)
        start, _, end, _ = self._box
        self._edges = left - _EDGE, end - (left - start) + _EDGE
        held = {(at, one.mark) for at, piece in zip(on, self._first, strict=True) for one in piece.words}
        exact = {identity(node) for node in nodes if node.actual_text}
        if held != named.keys() or exact != {hole.element for hole in self._elements}:
            raise ProofError(Finding("Own words of the file stand outside its holes.", _HINT))

    def _part(self, pdf: bytes) -> None:
        """Where copies may differ from the file, and what all of them have."""
        try:
            holes = holes_of(pdf)
            self._static = tuple(static_of(pdf, holes))
        except ValueError as reason:
            raise ProofError(Finding(f"The file has no certain place for its own words: {reason}.", _HINT)) from None
        self._size, self._digest = len(pdf), sha256(pdf).hexdigest()
        self._streams = tuple(hole for hole in holes if not hole.element)
        self._elements = tuple(hole for hole in holes if hole.element)

    @classmethod
    def again(cls, pdf: bytes, kept: KeptProof) -> Proven | None:
        """The very file that was proved in another process; None for any other. Its holes are read anew."""
        if sha256(pdf).hexdigest() != kept.digest:
            return None
        proven = cls.__new__(cls)
        proven._part(pdf)
        proven._language, proven._names, proven._box = kept.language, kept.names, kept.box
        proven._edges, proven._template = kept.edges, kept.template
        proven._first = proven._read([pdf])[0]
        return proven

    def kept(self) -> KeptProof:
        """It for another process."""
        return KeptProof(self._digest, self._language, self._names, self._box, self._edges, self._template)

    def check(self, copies: Sequence[Claimed]) -> list[tuple[Finding, ...]]:
        """What is wrong with each copy."""
        found = [tuple(self._outside(copy.pdf)) for copy in copies]
        whole = [copy for copy, wrong in zip(copies, found, strict=True) if not wrong]
        read = iter(self._read([copy.pdf for copy in whole]))
        return [
            wrong or tuple(dict.fromkeys(self._inside(copy, next(read))))
            for copy, wrong in zip(copies, found, strict=True)
        ]

    def _outside(self, pdf: bytes) -> Iterator[Finding]:
        """Whether a copy is the proven file but for what stands in its holes and its ID, that is its own checksum, and
        the holes hold nothing else than they may."""
        same = len(pdf) == self._size and all(pdf[at : at + len(data)] == data for at, data in self._static)
        if not same or not is_as_written(pdf):
            yield Finding("The file differs from the master that it was made from.", _HINT)
        elif not all(PIECE.fullmatch(hole.of(pdf)) for hole in self._streams):
            yield Finding("Something else than words stands among the patient's own words.", _HINT)
        elif not all(is_exact(hole.of(pdf)) for hole in self._elements):
            yield Finding("Something else than words stands in the structure of the patient's own words.", _HINT)

    def _inside(self, copy: Claimed, pieces: Sequence[_Piece]) -> Iterator[Finding]:
        """What is wrong with the own words of a copy."""
        said = self._said(pieces)
        exact = {hole.element: _exact(hole.of(copy.pdf)) for hole in self._elements}
        for name in said.keys() | copy.texts.keys():
            if not self._says(said.get(name, ""), exact.get(name), copy.texts.get(name, "")):
                yield Finding("The line with the patient's own words is missing or incomplete.", _HINT)
        for piece, first in zip(pieces, self._first, strict=True):
            yield from self._places(piece, first)

    def _said(self, pieces: Sequence[_Piece]) -> dict[str, str]:
        """The words on the page, by the id of their element."""
        said: dict[str, str] = {}
        for names, piece in zip(self._names, pieces, strict=True):
            for one in piece.words:
                name = names.get(one.mark, "")
                said[name] = f"{said[name]} {one.text}" if name in said else one.text
        return said

    def _says(self, inked: str, exact: str | None, wanted: str) -> bool:
        """Whether an element says what it must. Right-to-left words come out of a page in no certain order, so there
        the exact text counts, and the words on the page are those of the text."""
        if exact is None:
            return alike(inked, self._language) == alike(wanted, self._language)
        return alike(exact, self._language) == alike(wanted, self._language) and pieces_of(inked) == pieces_of(wanted)

    def _places(self, piece: _Piece, first: _Piece) -> Iterator[Finding]:
        """Whether words stand on their lines, as large and in the colours of those that were proved, between the
        margins, and not on each other. A face of another script may be set a little larger."""
        lines = [{(one.mark, round(one.baseline, 2)) for one in own.words} for own in (piece, first)]
        least = {one.mark: one.size for one in sorted(first.words, key=lambda one: -one.size)}
        most = max((one.size for one in first.words), default=0.0)
        sizes = all(least.get(one.mark, most) - _SAME <= one.size <= most + _SAME for one in piece.words)
        if lines[0] != lines[1] or not sizes:
            yield Finding("The patient's own words stand on another line or in another size.", _HINT)
        if piece.looks != first.looks or not all(one.visible for one in piece.words):
            yield Finding("The patient's own words are drawn otherwise than the rest of their line.", _HINT)
        if [_form(rule) for rule in piece.rules] != [_form(rule) for rule in first.rules]:
            yield Finding("A line to write on is missing, or is another.", _HINT)
        left, right = self._edges
        boxes = [*((one.baseline, one.box) for one in piece.words), *((rule[1], rule) for rule in piece.rules)]
        if any(box[0] < left or box[2] > right for _, box in boxes if box[2] > box[0]):
            yield Finding("The patient's own words reach over the margin.", _HINT)
        if _overlap(boxes):
            yield Finding("The patient's own words stand on each other.", _HINT)

    def _read(self, copies: Sequence[bytes]) -> list[tuple[_Piece, ...]]:
        """The own pieces of copies as pdfium reads them."""
        if not copies or not self._streams:
            return [()] * len(copies)
        pieces = [hole.of(pdf) for pdf in copies for hole in self._streams]
        sheets = read_sheets(self._gathered(pieces))
        read = [_piece(sheet, data) for sheet, data in zip(sheets, pieces, strict=True)]
        each = len(self._streams)
        return [tuple(read[at : at + each]) for at in range(0, len(read), each)]

    def _gathered(self, pieces: Sequence[bytes]) -> bytes:
        """A file with a page for each piece, and the fonts of the proven one."""
        with pikepdf.open(io.BytesIO(self._template)) as small:
            tree, fonts, each = small.Root.Pages, [*small.Root.Held], len(self._streams)
            kids = [
                small.make_indirect(
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Page,
                        Parent=tree,
                        MediaBox=pikepdf.Array(list(self._box)),
                        Resources=fonts[index % each],
                        Contents=small.make_stream(piece),
                    )
                )
                for index, piece in enumerate(pieces)
            ]
            tree.Kids, tree.Count = pikepdf.Array(kids), len(kids)
            return _saved(small)


def _contents(page: pikepdf.Page) -> Iterator[int]:
    """The numbers of a page's content streams."""
    held = page.obj.Contents
    yield from (one.objgen[0] for one in (held if isinstance(held, pikepdf.Array) else [held]))


def _template(pages: Sequence[pikepdf.Page]) -> bytes:
    """A file without pages that holds the fonts of some."""
    small = pikepdf.new()
    fonts: dict[tuple[int, int], pikepdf.Object] = {}
    for page in pages:
        for font in page.obj.Resources.Font.values():
            if font.objgen not in fonts:
                fonts[font.objgen] = small.copy_foreign(font)
    held = [
        pikepdf.Dictionary(Font={name: fonts[font.objgen] for name, font in page.obj.Resources.Font.items()})
        for page in pages
    ]
    small.Root.Held = pikepdf.Array([small.make_indirect(one) for one in held])
    return _saved(small)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def _piece(sheet: InkedSheet, data: bytes) -> _Piece:
    return _Piece(sheet.stretches, tuple(box for _, box in sheet.painted), looks_of(data))


def _form(rule: Box) -> tuple[float, ...]:
    """What of a line to write on must be equal: all but its place along the row."""
    left, bottom, right, top = rule
    return round(right - left, 1), round(bottom, 1), round(top, 1)


def _exact(element: bytes) -> str:
    """The exact text that stands in an element's hole, as qpdf reads it."""
    return str(pikepdf.Object.parse(b"<<" + element + b">>").ActualText)


def _overlap(boxes: Sequence[tuple[float, Box]]) -> bool:
    """Whether two of what stands on one row reach over each other."""
    rows: list[tuple[float, list[tuple[float, float]]]] = []
    for line, box in sorted(boxes, reverse=True):
        if not rows or rows[-1][0] - line > _ROW:
            rows.append((line, []))
        rows[-1][1].append((box[0], box[2]))
    spans = (sorted(row) for _, row in rows)
    return any(a[1] > b[0] + _SLACK for row in spans for a, b in pairwise(row))
