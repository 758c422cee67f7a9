"""Everything ReportLab 5.1 must be taught to write one file that is PDF/UA-1 and PDF/A-2a; nothing else here.

What is taught, and why:

* `PDFCatalog` knows no OutputIntents, and makes an indirect object of all it holds.
* `PDFStream` writes no end of line before `endstream` (ISO 19005-2, 6.1.7.1). CRLF, because a bare LF is
  taken for data when the data end in CR. Its filter has no fixed level; ours compresses with `LEVEL`.
* `PDFDocument` begins with a comment that a text editor may recode, dates the file, and writes a table of
  20 bytes for every object. Ours has no clock, packs the small objects in object streams (ISO 32000-1,
  7.5.7: a tagged page has a hundred of them) and takes the file's ID from the bytes before it.
"""

from __future__ import annotations

import functools
import hashlib
import struct
import zlib
from typing import Any, TypeVar

from reportlab.pdfbase import pdfdoc

LEVEL = 6  # of zlib; fixed, so that the same input gives the same bytes
PACKED = 200  # objects in one object stream: few enough to open one page without reading the file

AnyRaw = TypeVar("AnyRaw", bound="Raw")

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@functools.lru_cache(maxsize=512)
def deflated(data: bytes) -> bytes:
    """Compressed data that files have in common; never of a patient's words, because they are kept."""
    return zlib.compress(data, LEVEL)


class Raw(pdfdoc.PDFObject):
    """An indirect object whose bytes are written here; numbered when it is made, filled when it is known."""

    def __init__(self) -> None:
        self.body = b""
        self.number = 0

    @property
    def ref(self) -> bytes:
        """The reference other objects write."""
        return b"%d 0 R" % self.number

    def format(self, document: object) -> bytes:  # noqa: ARG002
        """Its bytes."""
        return self.body


class _Direct(Raw):
    """Written where it stands."""


def direct(body: bytes) -> Raw:
    """An object written in place, never numbered."""
    raw = _Direct()
    raw.body = body
    return raw


class Stream(Raw):
    """An indirect stream, compressed unless `plain`."""

    def __init__(self, entries: bytes, data: bytes, *, plain: bool = False, encoded: bytes = b"") -> None:
        super().__init__()
        if not plain and not encoded:
            data, encoded = zlib.compress(data, LEVEL), b"/FlateDecode"
        if encoded:
            entries += b"/Filter" + encoded
        self.body = b"<<%s/Length %d>>\nstream\n%s\r\nendstream" % (entries, len(data), data)


class Catalog(pdfdoc.PDFCatalog):
    """A document root that may hold output intents, and holds direct objects where they are given."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "Lang", "OutputIntents"]  # noqa: RUF012
    __Refs__: list[str] = []  # noqa: RUF012


class File(pdfdoc.PDFDocument):
    """The objects of one file, and how they are put together."""

    def __init__(self) -> None:
        super().__init__(dummyoutline=1, compression=1, invariant=1, pdfVersion=(1, 7))
        self._page_tree = pdfdoc.PDFPages()
        self.Pages = self._page_tree
        self.Catalog = self._catalog = Catalog()
        self.set("Pages", self._page_tree)
        self.set("Outlines", None)
        self.trailer_info: Raw | None = None

    def add(self, obj: AnyRaw) -> AnyRaw:
        """Give an object its number."""
        self._reference(obj)
        obj.number = self.objectcounter
        return obj

    def set(self, key: str, value: Any) -> None:
        """An entry of the catalog: by reference, unless it is a `direct` object."""
        numbered = value is not None and not isinstance(value, _Direct)
        setattr(self.Catalog, key, self._reference(value) if numbered else value)

    def _reference(self, obj: Any) -> Any:
        return self.Reference(obj)  # type: ignore[no-untyped-call]

    def new(self) -> Raw:
        """A numbered object to be filled later."""
        return self.add(Raw())

    def new_page(self) -> Raw:
        """A page, after the last one. `PDFPage` knows no StructParents and no Tabs, so a page is raw."""
        page = self.new()
        self._page_tree.addPage(page)
        return page

    @property
    def pages_ref(self) -> bytes:
        """The reference of the page tree's root."""
        return b"%d 0 R" % self.number_of(self._page_tree)

    def root(self, structure: Raw, outline: Raw | None, labels: bytes) -> None:
        """Structure tree, bookmarks and page labels into the catalog."""
        self.set("StructTreeRoot", structure)
        self.set("Outlines", outline)
        self.set("PageLabels", direct(labels))

    def number_of(self, obj: Any) -> int:
        """The number of an object of ReportLab's own classes."""
        name = self._reference(obj).name
        number: int = self.idToObjectNumberAndVersion[name][0]
        return number

    def format(self) -> bytes:
        """The bytes of the file: header, streams, object streams, cross-reference stream."""
        root = self.number_of(self.Catalog)
        out = bytearray(HEADER)
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        small: list[tuple[int, bytes]] = []
        number = 1
        while number in self.numberToId:  # formatting may number more objects
            obj = self.idToObject[self.numberToId[number]]
            if isinstance(obj, Stream):
                places[number] = (1, len(out), 0)
                out += b"%d 0 obj\n%s\nendobj\n" % (number, obj.body)
            else:
                small.append(
                    (number, obj.body if isinstance(obj, Raw) else pdfdoc.format(obj, self, toplevel=1))
                )
            number += 1
        for start in range(0, len(small), PACKED):
            _pack(out, places, number, small[start : start + PACKED])
            number += 1
        places[number] = (1, len(out), 0)
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R" % (number + 1, root)
        if self.trailer_info is not None:
            entries += b"/Info " + self.trailer_info.ref
        return bytes(out) + _cross_reference(out, places, number, entries)


def _pack(
    out: bytearray, places: dict[int, tuple[int, int, int]], stream: int, objects: list[tuple[int, bytes]]
) -> None:
    """Append one object stream that holds `objects`, and note where they are."""
    index, bodies, offset = [], [], 0
    for position, (number, body) in enumerate(objects):
        places[number] = (2, stream, position)
        index.append(b"%d %d" % (number, offset))
        bodies.append(body)
        offset += len(body) + 1
    first = b" ".join(index) + b"\n"
    packed = Stream(
        b"/Type/ObjStm/N %d/First %d" % (len(objects), len(first)), first + b"\n".join(bodies) + b"\n"
    )
    places[stream] = (1, len(out), 0)
    out += b"%d 0 obj\n%s\nendobj\n" % (stream, packed.body)


def _cross_reference(
    out: bytearray, places: dict[int, tuple[int, int, int]], number: int, entries: bytes
) -> bytes:
    """The cross-reference stream and the tail; the file's ID is a hash of everything before it."""
    table = b"".join(struct.pack(">BIH", *places[n]) for n in range(number + 1))
    mark = hashlib.sha256(out).hexdigest()[:32].encode()
    stream = Stream(entries + b"/ID[<%s><%s>]" % (mark, mark), table)
    return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, stream.body, len(out))
