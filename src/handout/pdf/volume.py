"""A volume for the printer: the sheets that were proved, taken apart and put into one file, document by document.

Each document is a Part of the structure with its own bookmarks and page labels, and begins on a fresh sheet of paper.
What is equal is written once. The file is written as the documents come: memory holds numbers, not sheets.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from handout.errors import Finding, PdfError
from handout.pdf.bookmarks import chained, outline_of
from handout.pdf.metadata import DocumentProperties, described
from handout.pdf.patches import HEADER, LEVEL, PACKED
from handout.pdf.rows import MOST, bind, predicted_entries
from handout.pdf.sheets import TakenApart, objects_of, take
from handout.pdf.syntax import number as pdf_number
from handout.pdf.syntax import text
from handout.pdf.template import CATALOG, DOCUMENT, PAGES, TREE, Template, references

FIRST_PREFIX = 100  # numbers below 100 * 100 are those of what is shared
LEAVES = 64  # of a tree of numbers or names under one node
LINES = 100  # bookmarks under one: longer chains are followed to no end by some readers
_FREE = b"\x00\x00\x00\x00\x00\xff\xff"
_PER_NUMBER = 3  # bytes of file for each number: qpdf takes a file with fewer for damaged, so blanks fill it up
_ENTRY = struct.Struct(">BIH").pack


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a volume: a sheet's file."""

    pdf: bytes
    name: str  # how page labels and bookmarks call it: "Order 12"; nothing of a patient
    blank: bytes  # a file with the back of its last sheet, used when its pages are odd


@dataclass(slots=True)
class _Kind:
    """Copies of one master in this volume, and those that wait to be written together."""

    template: Template
    shared: list[int]
    waiting: list[int] = field(default_factory=list)  # prefixes


def write_volume(out: BinaryIO, members: Iterable[Member], about: DocumentProperties, *, plain: bool = False) -> int:
    """The members in one file; how many pages it has. `plain` writes every object by itself instead of in rows: larger,
    and as simple as can be. Raises PdfError for a member that is no sheet of ours, and for no member at all."""
    volume = _Volume(out, about, plain=plain)
    for member in members:
        volume.add(member)
    return volume.finish()


class _Volume:
    """One file in the making."""

    def __init__(self, out: BinaryIO, about: DocumentProperties, *, plain: bool) -> None:
        self._out = out
        self._about = about
        self._plain = plain
        self._at = 0
        self._digest = hashlib.sha256()
        self._last = DOCUMENT
        self._entries: dict[int, bytes] = {0: _FREE}
        self._small: list[tuple[int, bytes]] = []
        self._written: dict[bytes, int] = {}  # bodies of what is shared, by their hash
        self._kinds: dict[tuple[bytes, bytes], _Kind] = {}
        self._prefix = FIRST_PREFIX
        self._pages: list[bytes] = []
        self._count = 0
        self._parts: list[bytes] = []
        self._leaves: list[tuple[bytes, bytes, bytes]] = []  # first and last key, reference
        self._names: list[tuple[bytes, bytes, bytes]] = []
        self._labels: list[bytes] = []
        self._groups: list[list[tuple[int, str, bytes]]] = []  # bookmarks: number, title, entries
        self._roots: list[int] = []
        self._put(HEADER)

    def add(self, member: Member) -> None:
        """The next document."""
        taken = take(member.pdf)
        kind = self._kind(taken, member)
        template, prefix = kind.template, self._prefix
        self._prefix += template.prefixes
        names = range(template.prefixes)
        for hole, body in taken.holes:
            self._own(prefix * MOST + template.holes[hole], body, template, prefix)
        part, line = (prefix * MOST + place for place in (template.part, template.line))
        head = b"<</Type/StructElem/S/Part/P %d 0 R/T%s" % (DOCUMENT, text(member.name))
        self._small.append((part, head + template.language + bind(template.kids, prefix, names) + b">>"))
        self._parts.append(b"%d 0 R" % part)
        below, first = bind(template.below, prefix, names), prefix * MOST
        top = pdf_number(template.height)
        self._line(line, member.name, b"%s/Dest[%d 0 R/XYZ null %s null]/SE %d 0 R" % (below, first, top, part))
        self._pages += [b"%d 0 R" % (first + page) for page in range(template.pages)]
        limits = (b"%d" % first, b"%d" % (first + template.count - 1))
        self._leaves.append((*limits, b"%d 0 R" % (first + template.leaf)))
        ids = (bind(name, prefix, names) for name in template.ids)
        self._names.append((*ids, b"%d 0 R" % (first + template.index)))  # type: ignore[arg-type]
        self._label(member, template)
        kind.waiting.append(prefix)
        if len(kind.waiting) == LINES:
            self._flush(kind)

    def _kind(self, taken: TakenApart, member: Member) -> _Kind:
        """What copies of that master share in this volume; written when the first of them comes."""
        key = hashlib.sha256(taken.static).digest(), hashlib.sha256(member.blank).digest()
        if key not in self._kinds:
            holes = [number for number, _ in taken.holes]
            blank = objects_of(member.blank) if member.blank else {}
            template = Template(objects_of(member.pdf), holes, blank)
            if template.pages % 2:
                what = f"{member.name} has an odd number of pages and no page for the back of its last sheet."
                hint = "Give the volume a blank page that says it is meant to be blank."
                raise PdfError(Finding(what, hint))
            numbers = [n for objects in template.shared for n in self._share(objects)]
            self._kinds[key] = _Kind(template, numbers)
        return self._kinds[key]

    def _share(self, objects: dict[int, bytes]) -> Iterator[int]:
        """The numbers of what a file has in common with others; each distinct body is written once."""
        numbers: dict[int, int] = {}

        def shared(n: int) -> int:
            if n not in numbers:
                body = references(objects[n], shared)
                key = hashlib.sha256(body).digest()
                if key not in self._written:
                    self._written[key] = self._new()
                    self._object(self._written[key], body)
                numbers[n] = self._written[key]
            return numbers[n]

        yield from map(shared, objects)

    def _own(self, number: int, body: bytes, template: Template, prefix: int) -> None:
        """What is one order's own: a piece of a page, or an element with an exact text."""
        _, stream, data = body.partition(b">>\nstream\n")
        if not stream:
            self._small.append((number, bind(template.own(body), prefix, range(template.prefixes))))
            return
        packed = zlib.compress(data.removesuffix(b"\r\nendstream").rstrip(b" "), LEVEL)
        self._object(number, b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\r\nendstream" % (len(packed), packed))

    def _label(self, member: Member, template: Template) -> None:
        self._labels.append(b"%d <</S/D/P%s>>" % (self._count, text(f"{member.name}, ")))
        if template.pages > template.count:
            blank = text(f"{member.name}, blank")
            self._labels.append(b"%d <</P%s>>" % (self._count + template.count, blank))
        self._count += template.pages

    def _line(self, number: int, title: str, entries: bytes) -> None:
        """The bookmark of a document. A hundred stand under one, where there are more."""
        if not self._groups or len(self._groups[-1]) == LINES:
            self._groups.append([])
            self._roots.append(self._new())
        self._groups[-1].append((number, title, entries))

    def _flush(self, kind: _Kind) -> None:
        """Write what is the same in all copies of a kind that wait."""
        prefixes, template = kind.waiting, kind.template
        kind.waiting = []
        for table in (table.bound(kind.shared) for table in template.tables):
            if self._plain:
                for prefix in prefixes:
                    self._pack(list(table.plain(prefix)))
            elif prefixes:
                packed, stream = table.packed(prefixes), self._new()
                told = b"<<%s/Length %d>>\nstream\n%s\r\nendstream"
                self._object(stream, told % (packed.entries, len(packed.data), packed.data))
                count = len(table.bodies)
                for row, prefix in enumerate(prefixes):
                    first = (prefix + table.index) * MOST
                    self._entries |= {first + i: _ENTRY(2, stream, row * count + i) for i in range(count)}

    def _new(self) -> int:
        self._last += 1
        if self._last >= FIRST_PREFIX * MOST:
            raise PdfError(Finding("The print file holds too many different sheets.", "Print them in several files."))
        return self._last

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._at += len(data)

    def _object(self, number: int, body: bytes) -> None:
        self._entries[number] = _ENTRY(1, self._at, 0)
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _pack(self, small: Sequence[tuple[int, bytes]]) -> None:
        """Object streams of what is written by itself."""
        for start in range(0, len(small), PACKED):
            part, stream = small[start : start + PACKED], self._new()
            heads, at = [], 0
            for index, (number, body) in enumerate(part):
                self._entries[number] = _ENTRY(2, stream, index)
                heads.append(b"%d %d" % (number, at))
                at += len(body) + 1
            head = b" ".join(heads) + b"\n"
            data = zlib.compress(head + b"\n".join(body for _, body in part) + b"\n", LEVEL)
            entries = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (len(part), len(head), len(data))
            self._object(stream, entries + b"\nstream\n%s\r\nendstream" % data)

    def finish(self) -> int:
        """All that speaks of the whole file; the number of its pages."""
        if not self._parts:
            raise PdfError(Finding("The print job holds no document.", "Give it at least one order."))
        for kind in self._kinds.values():
            self._flush(kind)
        about = self._about
        told = b"/Lang%s/T%s" % (text(about.language), text(about.title))
        put = self._small.append
        put((PAGES, b"<</Type/Pages/Count %d/Kids[%s]>>" % (self._count, b" ".join(self._pages))))
        put((DOCUMENT, b"<</Type/StructElem/S/Document/P %d 0 R%s/K[%s]>>" % (TREE, told, b" ".join(self._parts))))
        parents, names = self._tree(self._leaves), self._tree(self._names)
        next_key = int(self._leaves[-1][1]) + 1
        tree = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d/IDTree %d 0 R>>"
        put((TREE, tree % (DOCUMENT, parents, next_key, names)))
        catalog = b"/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R/PageLabels<</Nums[%s]>>" % (
            PAGES, TREE, self._outline(), b" ".join(self._labels),
        )  # fmt: skip
        info = self._describe(catalog)
        self._pack(self._small)
        self._cross_reference(info)
        return self._count

    def _tree(self, leaves: Sequence[tuple[bytes, bytes, bytes]]) -> int:
        """A tree of numbers or names over the leaves of documents; its root."""
        nodes = []
        for start in range(0, len(leaves), LEAVES):
            part = leaves[start : start + LEAVES]
            node, kids = self._new(), b" ".join(ref for *_, ref in part)
            self._small.append((node, b"<</Limits[%s %s]/Kids[%s]>>" % (part[0][0], part[-1][1], kids)))
            nodes.append(b"%d 0 R" % node)
        root = self._new()
        self._small.append((root, b"<</Kids[%s]>>" % b" ".join(nodes)))
        return root

    def _outline(self) -> int:
        """The bookmarks; their root."""
        for root, lines in zip(self._roots, self._groups, strict=True):
            self._small += chained(lines, root)
        if len(self._roots) == 1:
            self._small.append((self._roots[0], outline_of(self._groups[0])))
            return self._roots[0]
        top = self._new()
        groups = []
        for root, lines in zip(self._roots, self._groups, strict=True):
            (first, name, entries), (last, other, _) = lines[0], lines[-1]
            below = b"/First %d 0 R/Last %d 0 R/Count -%d" % (first, last, len(lines))
            groups.append((root, f"{name} – {other}", below + entries[entries.index(b"/Dest[") :]))
        self._small += chained(groups, top)
        self._small.append((top, outline_of(groups)))
        return top

    def _describe(self, catalog: bytes) -> int:
        """Metadata, colours and preferences, as every file of ours says them, and the catalog; the number of Info."""
        made, packet, profile, info = described(self._about), self._new(), self._new(), self._new()
        self._object(packet, made.packet.body)
        self._object(profile, made.profile.body)
        entries = made.entries(b"%d 0 R" % packet, b"%d 0 R" % profile)
        said = b"".join(b"/%s %s" % (key.encode(), value) for key, value in entries.items())
        self._small += [(info, made.info.body), (CATALOG, b"<</Type/Catalog%s%s>>" % (catalog, said))]
        return info

    def _cross_reference(self, info: int) -> None:
        short = self._prefix * MOST * _PER_NUMBER - self._at
        if short > 0:
            self._object(self._new(), b"<</Length %d>>\nstream\n%s\r\nendstream" % (short, b" " * short))
        number = self._new()
        self._entries[number] = _ENTRY(1, self._at, 0)
        parts = (range(number + 1), range(FIRST_PREFIX * MOST, self._prefix * MOST))
        size = parts[-1].stop
        rows = [self._entries.get(n, _FREE) for part in parts for n in part]
        data = predicted_entries(b"".join(rows), 7)
        mark = self._digest.hexdigest()[:32].encode()
        index = b" ".join(b"%d %d" % (part.start, len(part)) for part in parts)
        told = b"<</Type/XRef/Size %d/W[1 4 2]/Index[%s]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            size, index, CATALOG, info, mark, mark,
        )  # fmt: skip
        told += b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Length %d>>" % len(data)
        tail = b"\r\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % self._at
        self._put(b"%d 0 obj\n%s\nstream\n%s%s" % (number, told, data, tail))
