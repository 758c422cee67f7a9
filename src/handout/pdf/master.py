"""A sheet's file: all of it but what is one order's own, made once, and copies that put their own into its holes.

The bytes of a copy are these, of which only the holes and the file's ID depend on the order:

    header | streams | object streams | holes | cross-reference

A hole is an object by itself: an own piece of a page, not compressed, or an element of the structure that carries an
exact right-to-left text. It is filled up with white space to the next size class, so that copies of one class have one
cross-reference. A sheet that is rendered alone is a master and one copy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handout.cache import Cache
from handout.layout import OwnPiece, Page, Pages, Tag
from handout.pdf.checks import refuse
from handout.pdf.content import NOTHING, PageContent, Resources
from handout.pdf.fonts import Fonts, KeptFonts
from handout.pdf.holes import ElementHole, Hole, KeptHole, PieceHole, hole_again
from handout.pdf.metadata import DocumentProperties
from handout.pdf.patches import HEADER, Place, Written, cross_reference, pack
from handout.pdf.structure import walk
from handout.pdf.writing import Writer, own_of

CLASS = 512  # bytes; holes are filled up to a multiple of it
MOST_TAILS = 64


@dataclass(frozen=True, slots=True)
class Filling:
    """What goes into the holes of one copy, object by object."""

    holes: tuple[bytes, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Its size class: the room that each hole takes in the file."""
        return tuple(-(-len(one) // CLASS) * CLASS for one in self.holes)


@dataclass(frozen=True, slots=True)
class KeptMaster:
    """A master for another process to go on with. What stands in it was made of stand-ins."""

    static: bytes
    places: dict[int, Place]
    trailer: bytes
    last: int
    holes: tuple[tuple[int, KeptHole], ...]
    fonts: KeptFonts
    roles: dict[str, str]  # of own tags
    height: float


class Master:
    """What the sheets of one content and one shape share. It is made from pages whose own words may be stand-ins."""

    def __init__(
        self, pages: Pages, date: datetime | None = None, cache: Cache | None = None, *, whole: bool = False
    ) -> None:
        """`cache` keeps drawings as painted; `whole`: without holes. Raises PdfError with everything that keeps
        the pages from conforming."""
        refuse(pages)
        about = DocumentProperties(
            pages.title, pages.language, pages.direction, pages.content_id, pages.author, pages.description, date
        )
        writer = Writer(pages, about, NOTHING if whole else own_of(pages), cache)
        written = writer.write()
        self._fonts, self._own, self._height = writer.fonts, writer.own, pages.height
        self._fonts.close()
        self._roles = {tag.id: tag.role for tag in walk(pages.tree) if tag.id in self._own}
        self._holes: tuple[tuple[int, Hole], ...] = tuple(
            (number, hole) for number, hole in written.objects.items() if isinstance(hole, PieceHole | ElementHole)
        )
        self.static, self._written = _static(written)
        self._start()

    def _start(self) -> None:
        self._shown = Resources(self._fonts, Cache())
        self._digest = hashlib.sha256(self.static)
        self._tails: dict[tuple[int, ...], tuple[bytes, bytes]] = {}
        self.example = Filling(tuple(hole.filled(hole.said) for _, hole in self._holes))

    @classmethod
    def again(cls, kept: KeptMaster) -> Master:
        """A master as it was kept: its copies are the same bytes."""
        master = cls.__new__(cls)
        master._fonts, master._own, master._height = Fonts.again(kept.fonts), frozenset(kept.roles), kept.height
        master._roles, master.static = kept.roles, kept.static
        master._holes = tuple((number, hole_again(hole)) for number, hole in kept.holes)
        master._written = Written({}, kept.trailer, kept.places, kept.last)
        master._start()
        return master

    def kept(self) -> KeptMaster:
        """All that its copies need."""
        return KeptMaster(
            self.static,
            self._written.places,
            self._written.trailer,
            self._written.last,
            tuple((number, hole.kept()) for number, hole in self._holes),
            self._fonts.kept(),
            self._roles,
            self._height,
        )

    def filling(self, own: Sequence[OwnPiece], exact: Mapping[str, str]) -> Filling:
        """The own pieces of an order of this shape, encoded with the master's fonts; `exact` says the exact texts of
        its right-to-left words. Raises UnknownGlyphError where the fonts lack a letter."""
        pieces = iter(own)
        return Filling(
            tuple(
                hole.filled(exact[hole.tag] if isinstance(hole, ElementHole) else self._piece(next(pieces), hole))
                for _, hole in self._holes
            )
        )

    def _piece(self, piece: OwnPiece, hole: PieceHole) -> bytes:
        writer = PageContent(self._height, self._roles, self._shown, self._own)
        return writer.own_piece(piece.items, hole.first_mark)

    def file(self, filling: Filling, sizes: tuple[int, ...] = ()) -> bytes:
        """The file of one copy, in its own size class or in a larger one."""
        own = b"".join(
            [
                hole.made(number, piece, size)
                for (number, hole), piece, size in zip(self._holes, filling.holes, sizes or filling.sizes, strict=True)
            ]
        )
        head, tail = self._tail(sizes or filling.sizes)
        digest = self._digest.copy()
        digest.update(own)
        mark = digest.hexdigest()[:32].encode()
        return b"".join((self.static, own, head, mark, b"><", mark, tail))

    def _tail(self, sizes: tuple[int, ...]) -> tuple[bytes, bytes]:
        """The cross-reference of a size class, before and behind the two marks of the file's ID."""
        found = self._tails.get(sizes)
        if found is None:
            places, at = dict(self._written.places), len(self.static)
            for (number, hole), size in zip(self._holes, sizes, strict=True):
                places[number] = (1, at, 0)
                at += len(hole.made(number, b"", size))
            if len(self._tails) >= MOST_TAILS:
                self._tails.clear()
            found = self._tails[sizes] = cross_reference(places, at, self._written)
        return found


def write(pages: Pages, *, date: datetime | None = None, cache: Cache | None = None, whole: bool = False) -> bytes:
    """One document as PDF/UA-1 and PDF/A-2a: a master and its one copy; `whole`: of pages that nobody fills for another
    order, and whose private words are many. Equal pages give equal bytes.

    Raises PdfError with everything that keeps the pages from conforming.
    """
    master = Master(pages, date, cache, whole=whole)
    return master.file(master.example)


def write_blank(page: Page, size: tuple[float, float], language: str) -> bytes:
    """A page without words of its own as a file, for volumes to take: the back of a last sheet."""
    pages = Pages(*size, (page,), Tag("document", "Document"), language, "ltr", "blank", "", "")
    written = Writer(pages, DocumentProperties("blank", language, "ltr")).write()
    static, written = _static(written)
    head, tail = cross_reference(written.places, len(static), written)
    return static + head + b"><" + tail


def _static(written: Written) -> tuple[bytes, Written]:
    """All bytes before the holes, and where everything in them is."""
    out = bytearray(HEADER)
    small: list[tuple[int, bytes]] = []
    for number, obj in written.objects.items():
        if isinstance(obj, PieceHole | ElementHole):
            continue
        if obj.is_stream:
            written.places[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, obj.body)
        else:
            small.append((number, obj.body))
    pack(out, small, written)
    return bytes(out), written
