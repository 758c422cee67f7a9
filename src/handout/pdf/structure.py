"""The structure tree: logical order beside drawing order (ISO 32000-1, 14.7; ISO 14289-1, 7).

Elements are written with their places on pages, attributes, languages, exact texts and unique ids; the
parent tree leads back from each page's marked-content numbers, the id tree from each id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handout.layout.pages import Tag
from handout.pdf.patches import File, Raw
from handout.pdf.syntax import name, number, numbers, text

Box = tuple[float, float, float, float]

# The owner of each standard attribute we use, ISO 32000-1, 14.8.5.
OWNERS = {
    "Scope": "Table",
    "ColSpan": "Table",
    "RowSpan": "Table",
    "ListNumbering": "List",
    "Placement": "Layout",
}


def walk(tag: Tag) -> list[Tag]:
    """A node and all below it, in reading order."""
    found, waiting = [], [tag]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += reversed(node.children)
    return found


def leaves(tag: Tag) -> list[Tag]:
    """The nodes that hold items, in reading order."""
    return [node for node in walk(tag) if not node.children]


@dataclass(slots=True)
class Places:
    """Where the leaves of one document are: marked-content numbers by tag, and boxes of figures."""

    pages: list[Raw] = field(default_factory=list)
    marks: dict[str, list[tuple[int, int]]] = field(
        default_factory=dict
    )  # tag -> (page of the document, MCID)
    boxes: dict[str, Box] = field(default_factory=dict)  # default user space
    tops: dict[str, tuple[int, float]] = field(
        default_factory=dict
    )  # tag -> (page, upper edge) for bookmarks


@dataclass(frozen=True, slots=True)
class Part:
    """How one document of a volume is told from the others."""

    title: str
    language: str


class Structure:
    """The tree of one file."""

    def __init__(self, file: File, language: str, title: str = "") -> None:
        self._file = file
        self.root = file.new()
        self.document = file.new()
        self._language = language
        self._title = title
        self._top: list[bytes] = []  # children of Document
        self._parents: list[bytes] = []  # parent tree, one array of references for each tagged page
        self._ids: list[tuple[str, bytes]] = []
        self.elements: dict[str, Raw] = {}  # by id, prefix included

    def add(self, tree: Tag, places: Places, prefix: str = "", part: Part | None = None) -> None:
        """One document's tree. Alone, its children stand under Document; in a volume, under a Part, with ids
        that begin with `prefix`."""
        owner: dict[tuple[int, int], bytes] = {}
        writer = _Elements(self._file, places, prefix, owner)
        if part is not None:
            holder = self._file.new()
            kids = [writer.element(child, holder.ref) for child in tree.children]
            holder.body = b"<</Type/StructElem/S/Part/P %s/T%s/Lang%s/K[%s]>>" % (
                self.document.ref,
                text(part.title),
                text(part.language),
                b" ".join(kids),
            )
            self._top.append(holder.ref)
        else:
            self._top += [writer.element(child, self.document.ref) for child in tree.children]
        self._ids += writer.ids
        self.elements |= writer.elements
        counts = [0] * len(places.pages)
        for page, _ in owner:
            counts[page] += 1
        for page, count in enumerate(counts):
            self._parents.append(b"[" + b" ".join(owner[page, mark] for mark in range(count)) + b"]")

    @property
    def next_key(self) -> int:
        """The StructParents key of the next page."""
        return len(self._parents)

    def finish(self) -> None:
        """Root, parent tree and id tree, when every document is in."""
        title = b"/T" + text(self._title) if self._title else b""
        self.document.body = b"<</Type/StructElem/S/Document/P %s/Lang%s%s/K[%s]>>" % (
            self.root.ref,
            text(self._language),
            title,
            b" ".join(self._top),
        )
        parents = self._file.new()
        parents.body = b"<</Nums[%s]>>" % b"\n".join(
            b"%d %s" % (key, marks) for key, marks in enumerate(self._parents)
        )
        self.root.body = b"<</Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d/IDTree %s>>" % (
            self.document.ref,
            parents.ref,
            len(self._parents),
            self._id_tree().ref,
        )

    def _id_tree(self) -> Raw:
        """A name tree of one level of leaves, sorted by bytes."""
        entries = [(text(identity), ref) for identity, ref in sorted(self._ids, key=_value)]
        kids = []
        for start in range(0, len(entries), 64):
            block = entries[start : start + 64]
            leaf = self._file.new()
            pairs = b" ".join(identity + b" " + ref for identity, ref in block)
            leaf.body = b"<</Limits[%s %s]/Names[%s]>>" % (block[0][0], block[-1][0], pairs)
            kids.append(leaf.ref)
        tree = self._file.new()
        tree.body = b"<</Kids[%s]>>" % b" ".join(kids)
        return tree


def _value(entry: tuple[str, bytes]) -> bytes:
    """The bytes of an id as a string object holds them; name trees are sorted by them."""
    return entry[0].encode() if entry[0].isascii() else b"\xfe\xff" + entry[0].encode("utf-16-be")


class _Elements:
    """Writes the elements of one document."""

    def __init__(self, file: File, places: Places, prefix: str, owner: dict[tuple[int, int], bytes]) -> None:
        self._file = file
        self._places = places
        self._prefix = prefix
        self._owner = owner
        self.ids: list[tuple[str, bytes]] = []
        self.elements: dict[str, Raw] = {}

    def element(self, tag: Tag, parent: bytes) -> bytes:
        """The reference of the element of `tag`, written with everything below it."""
        made = self._file.new()
        marks = self._places.marks.get(tag.id, ())
        kids = [self.element(child, made.ref) for child in tag.children]
        page = b""
        if marks:
            first = marks[0][0]
            page = b"/Pg " + self._places.pages[first].ref
            kids = [self._mark(place, first) for place in marks]
            for place in marks:
                self._owner[place] = made.ref
        identity = self._prefix + tag.id
        self.ids.append((identity, made.ref))
        self.elements[identity] = made
        made.body = b"<</Type/StructElem/S%s/P %s%s/ID%s%s%s>>" % (
            name(tag.role),
            parent,
            page,
            text(identity),
            self._entries(tag),
            b"/K[" + b" ".join(kids) + b"]" if kids else b"",
        )
        return made.ref

    def _mark(self, place: tuple[int, int], first: int) -> bytes:
        page, mark = place
        if page == first:
            return b"%d" % mark
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (self._places.pages[page].ref, mark)

    def _entries(self, tag: Tag) -> bytes:
        """Texts, language and attributes."""
        said = (
            (b"/Lang", tag.language),
            (b"/Alt", tag.alt),
            (b"/ActualText", tag.actual_text),
            (b"/T", tag.title),
        )
        out = b"".join(key + text(value) for key, value in said if value)
        attributes = _attributes(tag.attributes)
        box = self._places.boxes.get(tag.id)
        if tag.role == "Figure" and box is not None:
            attributes.append(b"<</O/Layout/Placement/Block/BBox[%s]>>" % numbers(*box))
        if attributes:
            out += b"/A[" + b"".join(attributes) + b"]"
        return out


def _attributes(attributes: Mapping[str, str]) -> list[bytes]:
    """Attribute dictionaries, one for each owner, in a fixed order."""
    owned: dict[str, bytes] = {}
    for key in sorted(attributes):
        value = attributes[key]
        written = number(float(value)) if value.replace(".", "", 1).isdigit() else name(value)
        owned[OWNERS[key]] = owned.get(OWNERS[key], b"") + name(key) + b" " + written
    return [b"<</O" + name(owner) + entries + b">>" for owner, entries in sorted(owned.items())]
