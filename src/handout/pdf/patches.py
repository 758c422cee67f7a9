"""Everything ReportLab 5.1 must be taught to write one file that is PDF/UA-1 and PDF/A-2a; nothing else here.

What is taught, and why:

* `PDFCatalog` knows no OutputIntents, and makes an indirect object of all it holds.
* `PDFStream` writes no end of line before `endstream` (ISO 19005-2, 6.1.7.1). CRLF, because a bare LF is
  taken for data when the data end in CR. Its filter has no fixed level; ours compresses with `LEVEL`.
* `PDFDocument` begins with a comment that a text editor may recode, dates the file, and writes a table of
  20 bytes for every object. Ours has no clock, packs the small objects in object streams (ISO 32000-1,
  7.5.7: a tagged page has a hundred of them), and leaves holes for what is one order's own.
* `Canvas` writes into a document of its own; ours hands out what it wrote, which is put into a form or a page. It
  says the same colour and line for every shape again, and its paths write six digits of a number one by one, in ten
  times the time: a figure has thousands.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from handout.drawing import Segment
from handout.pdf.rows import predicted_entries

LEVEL = 9  # of zlib; fixed, so that the same input gives the same bytes
PACKED = 200  # objects in one object stream: few enough to open one page without reading the file

AnyRaw = TypeVar("AnyRaw", bound="Raw")

Place = tuple[int, int, int]  # a row of the cross-reference (ISO 32000-1, 7.5.8.3)
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


# Hundredths of a point: a third of a dot at 2400 dpi. One format a segment.
_SEGMENT = {"M": "%.2f %.2f m", "L": "%.2f %.2f l", "C": "%.2f %.2f %.2f %.2f %.2f %.2f c", "Z": "h"}
_WHOLE = {verb: told.replace("%.2f", "%d") for verb, told in _SEGMENT.items()}


class InkPath(PDFPathObject):
    """A path that takes its segments all at once."""

    _code: list[str]

    def follow(self, segments: Sequence[Segment], steps: int) -> None:
        """Append segments, in whole numbers where there are several steps a point."""
        if steps == 1:
            self._code += [_SEGMENT[verb] % points for verb, points in segments]
        else:
            self._code += [_WHOLE[verb] % tuple([round(one * steps) for one in points]) for verb, points in segments]

    def getCode(self) -> str:  # noqa: N802 (ReportLab's)
        """A line for each segment, as in the rest of a file."""
        return "\n".join(self._code)


class Ink(Canvas):
    """A canvas of operators, to stand between q and Q with the initial graphics state; or `inside` a form painted in
    any."""

    def __init__(self, *, inside: bool = False) -> None:
        super().__init__(io.BytesIO(), pageCompression=0, invariant=1)
        self._code: list[str] = []
        self._used: dict[str, tuple[Any, ...]] = {
            "setLineWidth": (1,), "setLineCap": (0,), "setLineJoin": (0,), "setDash": ((),),
        }  # fmt: skip
        if inside:
            self._used.clear()

    def use(self, call: Callable[..., None], *values: Any) -> None:
        """Set a colour or a property of lines, unless it is so already."""
        if self._used.get(call.__name__) != values:
            self._used[call.__name__] = values
            call(*values)

    def beginPath(self) -> InkPath:  # noqa: N802 (ReportLab's)
        """A fresh path."""
        return InkPath()

    def paint(self, name: str) -> None:
        """Paint a form that the resources name. `doForm` paints those of the canvas alone."""
        self._code.append(f"/{name} Do")

    def written(self) -> bytes:
        """What was painted."""
        return "\n".join(self._code).encode()


class Raw(pdfdoc.PDFObject):
    """An indirect object whose bytes are written here; numbered when it is made, filled when it is known."""

    is_stream = False

    def __init__(self, body: bytes = b"") -> None:
        self.body = body
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

    is_stream = True

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

    def objects(self) -> Written:
        """Every object by number; those of ReportLab's own classes formatted."""
        root = self.number_of(self.Catalog)
        found: dict[int, Raw] = {}
        number = 1
        while number in self.numberToId:  # formatting may number more objects
            obj = self.idToObject[self.numberToId[number]]
            found[number] = obj if isinstance(obj, Raw) else Raw(pdfdoc.format(obj, self, toplevel=1))
            number += 1
        entries = b"/Root %d 0 R" % root + (b"/Info " + self.trailer_info.ref if self.trailer_info else b"")
        return Written(found, entries)


@dataclass(slots=True)
class Written:
    """The objects of a file, and where those stand that were put into it."""

    objects: dict[int, Raw]
    trailer: bytes  # entries of the trailer that lead to some of them
    places: dict[int, Place] = field(default_factory=lambda: {0: (0, 0, 65535)})
    last: int = 0  # number of the last object, those that hold others included


def pack(out: bytearray, small: Sequence[tuple[int, bytes]], written: Written) -> None:
    """Append object streams that hold `small`, and note where they are."""
    written.last = max(written.objects)
    for start in range(0, len(small), PACKED):
        written.last += 1
        index, bodies, offset = [], [], 0
        for position, (number, body) in enumerate(small[start : start + PACKED]):
            written.places[number] = (2, written.last, position)
            index.append(b"%d %d" % (number, offset))
            bodies.append(body)
            offset += len(body) + 1
        first = b" ".join(index) + b"\n"
        packed = Stream(b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(first)), first + b"\n".join(bodies) + b"\n")
        written.places[written.last] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (written.last, packed.body)


def cross_reference(places: Mapping[int, Place], at: int, written: Written) -> tuple[bytes, bytes]:
    """The cross-reference stream that stands at `at`, and the tail of the file: what comes before the first of the two
    equal marks that are its ID, and what comes behind the second (between them stands `><`)."""
    number = written.last + 1
    rows = {**places, number: (1, at, 0)}
    entries = b"".join(struct.pack(">BIH", *rows[n]) for n in range(number + 1))
    data = predicted_entries(entries, 7)
    head = b"%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]%s/Filter/FlateDecode"
    head += b"/DecodeParms<</Predictor 12/Columns 7>>/Length %d/ID[<"
    tail = b">]>>\nstream\n%s\r\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
    return head % (number, number + 1, written.trailer, len(data)), tail % (data, at)
