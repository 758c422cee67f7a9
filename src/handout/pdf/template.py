"""What a volume writes of each copy of a master: its pages, elements and bookmarks, with its numbers left open.

It is made from the objects of one of the copies. Streams, fonts and pictures are shared by all documents of a volume;
the pages' content streams that are one order's own, exact texts, the document's Part and its bookmark are written copy
by copy; all else is one row of tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handout.pdf.rows import MOST, NAMED, ObjectTable, own_number, shared_number

_TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-F]+>|(\d+) 0 R")  # texts are passed over
_KEY = re.compile(rb"/StructParents \d+")
_LEAF = re.compile(rb"(\d+) \[([^\]]*)\]")
_ID = re.compile(rb"/ID\(((?:\\.|[^\\()])*)\)")
_NAMES = re.compile(rb"\(((?:\\.|[^\\()])*)\) (\d+ 0 R)")
_PAD = re.compile(rb" +>>$")
_KIDS = re.compile(rb"/K\[[^\]]*\]")
_PARENT = re.compile(rb"/Parent \d+ 0 R")
_ENDS = re.compile(rb"/First (\d+ 0 R)/Last (\d+ 0 R)/Count (\d+)")
_BOX = re.compile(rb"/MediaBox\[0 0 [\d.]+ ([\d.]+)\]")
_LANGUAGE = re.compile(rb"/Lang(\([^)]*\)|<[^>]*>)")

CATALOG, PAGES, TREE, DOCUMENT = 1, 2, 3, 4  # what a volume has of its own, by number
# What speaks of the whole file, or is ReportLab's own (catalog, root of the pages): a volume writes its own.
_LEFT = (b"<</Type/StructTreeRoot", b"<</Kids[", b"<</Type/Metadata", b"<</N 3/Alternate", b"<<\n")


@dataclass(slots=True)
class _Heap:
    """The objects of a file by what a volume does with them."""

    pages: list[int] = field(default_factory=list)
    elements: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)  # of the outline
    shared: dict[int, bytes] = field(default_factory=dict)
    document: int = 0
    outline: int = 0
    parents: bytes = b""
    names: list[tuple[bytes, bytes]] = field(default_factory=list)


class Template:
    """The copies of one master, each followed by a blank page where its own pages are odd."""

    def __init__(self, objects: Mapping[int, bytes], holes: Sequence[int], blank: Mapping[int, bytes]) -> None:
        """`objects` are those of one of the copies, of which `holes` are one order's own; `blank` is a file of one page
        without words of its own."""
        heap = _sorted(objects, frozenset(holes))
        back = _sorted(blank, frozenset()) if len(heap.pages) % 2 else _Heap()
        self._heap = heap
        self.count = len(heap.pages)  # without a blank back
        self.pages = len(heap.pages) + len(back.pages)
        self.shared = (heap.shared, back.shared)
        self._shared = {n: index for index, n in enumerate(heap.shared)}
        backs = {n: index for index, n in enumerate(back.shared, len(self._shared))}
        rest = [*heap.lines, *heap.elements]
        self.leaf, self.index = self.pages, self.pages + 1
        self._places = {n: place for place, n in enumerate(heap.pages)}
        self._places |= {n: place for place, n in enumerate(rest, self.pages + 2)}
        # What is written copy by copy is numbered behind the tables: the Part, the document's bookmark, the holes.
        self.listed = self.pages + 2 + len(rest)
        self.part = -(-self.listed // MOST) * MOST
        self.line = self.part + 1
        self._places |= {hole: place for place, hole in enumerate(holes, self.line + 1)}
        self.holes = {hole: self._places[hole] for hole in holes}
        self.prefixes = -(-(self.line + 1 + len(holes)) // MOST)  # how many a copy takes
        bodies = [*_pages(objects, heap, self._body), *_backs(blank, back, backs), self._leaf(), self._names()]
        bodies += [self._body(objects[n]) for n in rest]
        starts = range(0, len(bodies), MOST)
        self.tables = tuple(ObjectTable(at // MOST, tuple(bodies[at : at + MOST]), self.prefixes) for at in starts)
        self.kids, self.language = self._document(objects[heap.document])
        self.below = self._below(objects[heap.outline]) if heap.lines else b""
        self.height = float(_BOX.search(objects[heap.pages[0]])[1])  # type: ignore[index]

    @property
    def ids(self) -> tuple[bytes, bytes]:
        """The first and the last id, as they begin with a copy's prefix."""
        return _identity(self._heap.names[0][0]), _identity(self._heap.names[-1][0])

    def own(self, body: bytes) -> bytes:
        """An element that is one order's own, as the volume writes it."""
        return self._body(_PAD.sub(b">>", body))

    def _body(self, body: bytes) -> bytes:
        """A body with the numbers and ids of a copy left open."""
        return _ID.sub(lambda found: b"/ID" + _identity(found[1]), _refs(body, self._number))

    def _number(self, number: int) -> bytes:
        if number in self._shared:
            return shared_number(self._shared[number])
        if number == self._heap.document:
            return own_number(self.part)
        return own_number(self.line if number == self._heap.outline else self._places[number])

    def _leaf(self) -> bytes:
        """The document's part of the parent tree; the key of a page is its number."""
        rows = (
            own_number(int(found[1])) + b"[" + _refs(found[2], self._number) + b"]"
            for found in _LEAF.finditer(self._heap.parents)
        )
        return b"<</Limits[%s %s]/Nums[%s]>>" % (own_number(0), own_number(self.count - 1), b"".join(rows))

    def _names(self) -> bytes:
        """The document's part of the tree of ids."""
        pairs = [b"%s %s" % (_identity(name), _refs(ref, self._number)) for name, ref in self._heap.names]
        return b"<</Limits[%s %s]/Names[%s]>>" % (*self.ids, b" ".join(pairs))

    def _document(self, body: bytes) -> tuple[bytes, bytes]:
        """The kids of the document, and its language, as entries of its Part."""
        kids, language = _KIDS.search(body), _LANGUAGE.search(body)
        return self._body(kids[0]) if kids else b"", language[0] if language else b""

    def _below(self, outline: bytes) -> bytes:
        """The document's own bookmarks, as entries of the one that leads to it."""
        found = _ENDS.search(outline)
        if found is None:
            return b""
        return self._body(b"/First %s/Last %s/Count -%s" % (found[1], found[2], found[3]))


def _pages(objects: Mapping[int, bytes], heap: _Heap, body: Callable[[bytes], bytes]) -> Iterator[bytes]:
    for place, number in enumerate(heap.pages):
        made = body(_PARENT.sub(b"/Parent (pages)", _KEY.sub(b"/StructParents (key)", objects[number])))
        yield made.replace(b"(pages)", b"%d 0 R" % PAGES).replace(b"(key)", own_number(place))


def _backs(blank: Mapping[int, bytes], back: _Heap, shared: Mapping[int, int]) -> Iterator[bytes]:
    for number in back.pages:
        made = _PARENT.sub(b"/Parent (pages)", _KEY.sub(b"", blank[number]))
        yield _refs(made, lambda n: shared_number(shared[n])).replace(b"(pages)", b"%d 0 R" % PAGES)


def _identity(name: bytes) -> bytes:
    """An id that begins with the copy's first prefix: unique in the volume, and in the order of the copies."""
    return b"(" + NAMED + b":" + name + b")"


def _refs(body: bytes, to: Callable[[int], bytes]) -> bytes:
    """A body with its references led elsewhere."""
    return _TOKEN.sub(lambda found: to(int(found[1])) + b" 0 R" if found[1] else found[0], body)


def references(body: bytes, to: Callable[[int], int]) -> bytes:
    """The same where numbers are known; of a stream its dictionary alone."""
    head, stream, data = body.partition(b">>\nstream\n")
    return _refs(head, lambda n: b"%d" % to(n)) + stream + data


def _sorted(objects: Mapping[int, bytes], holes: frozenset[int]) -> _Heap:
    """The objects of a file, each by its kind."""
    heap = _Heap()
    for number, body in sorted(objects.items()):
        if number in holes:
            continue
        if body.startswith(b"<</Type/Page/"):
            heap.pages.append(number)
        elif body.startswith(b"<</Type/StructElem/S/Document/"):
            heap.document = number
        elif body.startswith(b"<</Type/StructElem"):
            heap.elements.append(number)
        elif body.startswith(b"<</Title"):
            heap.lines += [number] if b"/Dest[" in body else []  # the other is Info
        elif body.startswith(b"<</Type/Outlines"):
            heap.outline = number
        elif body.startswith(b"<</Nums["):
            heap.parents = body
        elif body.startswith(b"<</Limits["):
            heap.names += [(found[1], found[2]) for found in _NAMES.finditer(body, body.index(b"/Names["))]
        elif not body.startswith(_LEFT):
            heap.shared[number] = body
    return heap
