"""A print job held against the sheets that it was put together from, each of which was proved before.

qpdf resolves the cross-reference and undoes filters and predictors. The first document of each kind is compared whole:
every element of its structure, every piece of its pages, fonts and pictures, and what pdfium reads on its pages. Every
other of that kind is compared by difference: the text of its objects must be that of the first with all of its own
numbers moved by one step, and its own words must be, byte for byte, those of its sheet.
"""

from __future__ import annotations

import hashlib
import io
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile, zip_longest
from pathlib import Path

import pikepdf
import pypdfium2

from handout.errors import Finding
from handout.proof.crossref import CrossReference, excerpt
from handout.proof.holes import Hole, holes_of
from handout.proof.pages import contents_of, letters_of, same_page
from handout.proof.runs import STEP, ObjectRun, run_of
from handout.proof.tree import TagNode, read_part, read_tree

_HINT = "Do not hand this print job out. Make it again; if it happens again, report it."
_TITLE = re.compile(rb"/S/Part/P \d+ 0 R/T(?:\([^)]*\)|<[0-9A-F]*>)")
_EXACT = re.compile(rb"/ActualText(?:<[0-9A-F]*>|\((?:[^\\()]|\\.)*\))")
_ID = re.compile(rb"/ID\(\d+:([^)]*)\)")
_VOLUME_PREFIX = re.compile(r"^\d+:")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a print job must hold: a document by its name, and the file of its sheet."""

    name: str
    pdf: bytes


def proof_print(job: Path, documents: Iterable[Listed]) -> tuple[Finding, ...]:
    """Whether the print job holds these documents and no other, in this order, each as it was proved."""
    try:
        with pikepdf.open(job) as pdf, pypdfium2.PdfDocument(job) as seen:
            return tuple(dict.fromkeys(_Job(pdf, seen, job).against(documents)))
    except (
        pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, LookupError, TypeError, AttributeError, RuntimeError,
    ) as reason:  # fmt: skip
        return (Finding(f"The print job cannot be read back: {reason}", _HINT),)


@dataclass(frozen=True, slots=True)
class _Kind:
    """The first document of a kind, for the others to be held against."""

    runs: tuple[ObjectRun, ...]
    loose: Mapping[int, ObjectRun]  # objects that hold a name or an exact text, by number from that of the document
    pieces: tuple[int, ...]  # own content streams, in the order of the sheet's holes
    elements: tuple[int, ...]  # and own elements
    part: int


class _Job:
    """One print job as it is read."""

    def __init__(self, pdf: pikepdf.Pdf, seen: pypdfium2.PdfDocument, job: Path) -> None:
        self._pdf = pdf
        self._seen = seen
        self._entries, self._size = CrossReference(pdf, job), int(pdf.trailer.Size)
        self._streams: dict[int, tuple[bytes, array[int], array[int]]] = {}
        self._kinds: dict[tuple[bytes, int], _Kind] = {}
        self._pages = [page.objgen[0] for page in pdf.Root.Pages.Kids]
        root = pdf.Root.StructTreeRoot.K
        self._parts = [part.objgen[0] for part in (root[0] if isinstance(root, pikepdf.Array) else root).K]

    def against(self, documents: Iterable[Listed]) -> Iterator[Finding]:
        """What is wrong, document by document."""
        at = 0
        if len(self._seen) != len(self._pages):
            yield Finding("Two readers find different numbers of pages in the print job.", _HINT)
        for document, part in zip_longest(documents, self._parts):
            if document is None or part is None:
                yield Finding("The print job holds other documents than asked for.", _HINT)
                return
            pages = [*takewhile(part.__gt__, self._pages[at:])]  # numbers grow through the file
            yield from self._document(document, part, pages, at)
            at += len(pages)
        if at != len(self._pages) or not at:
            yield Finding("The print job holds pages that belong to no document.", _HINT)
        yield from self._parents()

    def _document(self, document: Listed, part: int, pages: Sequence[int], at: int) -> Iterator[Finding]:
        holes = holes_of(document.pdf)
        if not pages or pages[0] % STEP:
            yield Finding(f"{document.name} has no pages in the print job.", _HINT)
            return
        key = hashlib.sha256(document.pdf[: holes[0].start if holes else None]).digest(), len(pages)
        kind = self._kinds.get(key)
        if kind is None:
            yield from self._whole(document, part, pages, at)
            kind = self._kinds[key] = self._kind(holes, part, pages)
        elif part - pages[0] != kind.part or not all(self._same(run, pages[0]) for run in kind.runs):
            yield Finding(f"{document.name} is not the sheet that was proved.", _HINT)
        yield from self._own(document, holes, kind, pages[0])

    def _own(self, document: Listed, holes: Sequence[Hole], kind: _Kind, base: int) -> Iterator[Finding]:
        """Its own words, and its name."""
        pieces = [hole.of(document.pdf).rstrip(b" ") for hole in holes if not hole.element]
        found = [self._pdf.get_object((base + piece, 0)).read_bytes().rstrip(b" ") for piece in kind.pieces]
        exact = [hole.of(document.pdf).rstrip(b" ") for hole in holes if hole.element]
        told = {number: self._text(base + number) for number in kind.loose}
        said = [_EXACT.findall(told[number]) for number in kind.elements]
        if pieces != found or [[one] for one in exact] != said:
            yield Finding(f"{document.name} holds other words of the patient than its sheet.", _HINT)
        for number, text in told.items():
            mask = _mask(text)
            if kind.loose[number].moved(base) != mask:
                yield Finding(f"{document.name} is not the sheet that was proved.", _HINT)
        if str(self._pdf.get_object((base + kind.part, 0)).T) != document.name:
            yield Finding(f"{document.name} is not in its place in the print job.", _HINT)

    def _whole(self, document: Listed, part: int, pages: Sequence[int], at: int) -> Iterator[Finding]:
        """A document compared with its sheet, all of it."""
        found = [self._pdf.get_object((number, 0)) for number in pages]
        told = [_plain(node) for node in self._elements(part, pages)]
        with pikepdf.open(io.BytesIO(document.pdf)) as sheet:
            if told != [_plain(kid) for node in read_tree(sheet) for kid in node.children]:
                yield Finding(f"{document.name} has another structure than its sheet.", _HINT)
            count = len(sheet.pages)
            alike = all(same_page(one, page.obj) for one, page in zip(found, sheet.pages, strict=False))
            marked = any("/StructParents" in back for back in found[count:])
            if not alike or marked or len(pages) != count + count % 2:
                yield Finding(f"{document.name} has other pages than its sheet.", _HINT)
        with pypdfium2.PdfDocument(document.pdf) as seen:
            for index, page in enumerate(seen):
                if letters_of(self._seen[at + index]) != letters_of(page):
                    yield Finding(f"{document.name} reads otherwise than its sheet, page {index + 1}.", _HINT)

    def _end(self, part: int) -> int:
        """Where the numbers of the next document begin, or those of the file end."""
        return min(number for number in [*self._pages, self._size] if number > part)

    def _elements(self, part: int, pages: Sequence[int]) -> tuple[TagNode, ...]:
        """The structure of a document, from a file of its objects alone."""
        own = range(pages[0], self._end(part))
        objects = {number: self._text(number) for number in self._entries.packed(own)}
        with pikepdf.open(io.BytesIO(excerpt(objects, pages, part))) as alone:
            return read_part(alone, alone.get_object((part, 0)))

    def _kind(self, holes: Sequence[Hole], part: int, pages: Sequence[int]) -> _Kind:
        """How the others of its kind must read."""
        base, end = pages[0], self._end(part)
        names = {hole.element.encode() for hole in holes if hole.element}
        numbers = [*self._entries.packed(range(base, end))]
        elements, loose = dict[bytes, int](), [part - base]
        for number in (n for n in numbers if n > part):
            found = _ID.search(self._text(number))
            if found and found[1] in names:
                elements[found[1]] = number - base
                loose.append(number - base)
        on_pages = [one.objgen[0] for n in pages for one in contents_of(self._pdf.get_object((n, 0)))]
        return _Kind(
            tuple(self._runs([n for n in numbers if n < part], base, end)),
            {n: run_of(_mask(self._text(base + n)), base, end, (), n) for n in loose},
            tuple(n - base for n in on_pages if base <= n < end),
            tuple(elements[hole.element.encode()] for hole in holes if hole.element),
            part - base,
        )

    def _runs(self, numbers: Sequence[int], base: int, end: int) -> Iterator[ObjectRun]:
        for _, following in groupby(numbers, self._row):
            first, *others = following
            text, offsets = self._read(first, len(others) + 1)
            yield run_of(text, base, end, offsets, first - base)

    def _row(self, number: int) -> tuple[int, int]:
        """What is equal of objects that follow each other in one stream."""
        _, stream, place = self._entries[number]
        return stream, number - place

    def _same(self, run: ObjectRun, base: int) -> bool:
        """Whether those objects of another document read as the first's, moved."""
        return self._read(base + run.first, len(run.offsets)) == (run.moved(base), run.offsets)

    def _text(self, number: int) -> bytes:
        return self._read(number, 1)[0]

    def _read(self, first: int, count: int) -> tuple[bytes, tuple[int, ...]]:
        """Objects that follow each other in one stream: their text, and where in it each begins. Raises ValueError
        where they do not."""
        _, stream, place = self._entries[first]
        if not self._entries.follow(first, count):
            raise ValueError("an object stands in another place than it should")
        body, numbers, offsets = self._stream(stream)
        if numbers[place : place + count] != array("L", range(first, first + count)):
            raise ValueError("an object stands in another's place")
        start, end = offsets[place], offsets[place + count]
        return body[start:end].rstrip(), tuple(offset - start for offset in offsets[place : place + count])

    def _stream(self, number: int) -> tuple[bytes, array[int], array[int]]:
        """An object stream: its text, the numbers in it, and where each begins."""
        if number not in self._streams:
            stream = self._pdf.get_object((number, 0))
            body, first = stream.read_bytes(), int(stream.First)
            head = array("L", map(int, body[:first].split()))
            offsets = array("L", [first + offset for offset in head[1::2]] + [len(body)])
            if any(a > b for a, b in pairwise(offsets)):
                raise ValueError("objects of a stream are not in order")
            self._streams[number] = body, head[::2], offsets
        return self._streams[number]

    def _parents(self) -> Iterator[Finding]:
        """Whether every page that has marked content is found from the tree that leads back to its elements."""
        leaves = [leaf for node in self._pdf.Root.StructTreeRoot.ParentTree.Kids for leaf in node.Kids]
        keys = [key for first, last in (leaf.Limits for leaf in leaves) for key in range(int(first), int(last) + 1)]
        tagged = [int(page.StructParents) for page in self._pdf.Root.Pages.Kids if "/StructParents" in page]
        if keys != tagged or keys != sorted({*keys}):
            yield Finding("The structure of the print job does not lead back from its pages.", _HINT)


def _mask(text: bytes) -> bytes:
    """A text without its document's name and exact texts."""
    return _EXACT.sub(b"/ActualText()", _TITLE.sub(b"/S/Part", text))


def _plain(node: TagNode) -> TagNode:
    """An element as a sheet of its own would have it: ids without a number."""
    return replace(node, id=_VOLUME_PREFIX.sub("", node.id), children=tuple(map(_plain, node.children)))
