"""The structure tree: logical order beside drawing order (ISO 32000-1, 14.7; ISO 14289-1, 7).

Elements are written with their places on pages, attributes, languages, exact texts and unique ids; the
parent tree leads back from each page's marked-content numbers, the id tree from each id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handout.layout import Tag
from handout.pdf.holes import ElementHole
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


def is_named(tag: Tag, own: frozenset[str]) -> bool:
    """Whether an element carries its id: blocks and their parts, lines of the panel, doses, pictures and what is one
    order's own, so that a reader finds them. An id for each line would be a tenth of the file."""
    wanted = tag.id.endswith("/dose") or tag.role == "Figure" or tag.id in own
    return wanted or tag.id.count("/") < (3 if tag.id.startswith("safety/") else 2)


def is_plain(tag: Tag, own: frozenset[str]) -> bool:
    """Whether an element says no more than its parent does: words without a language, an id or an exact text of their
    own. Its parent holds them itself."""
    said = (tag.children, tag.language, tag.alt, tag.actual_text, tag.title, tag.attributes)
    return tag.role == "Span" and not any(said) and tag.id not in own


@dataclass(slots=True)
class LeafPlaces:
    """Where the leaves of one document are: marked-content numbers by tag, and boxes of figures."""

    pages: list[Raw] = field(default_factory=list)
    marks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # tag -> (page of the document, MCID)
    boxes: dict[str, Box] = field(default_factory=dict)  # default user space
    tops: dict[str, tuple[int, float]] = field(default_factory=dict)  # tag -> (page, upper edge) for bookmarks


class Structure:
    """The tree of one file."""

    def __init__(self, file: File, language: str, title: str, own: frozenset[str]) -> None:
        """`own`: the leaves whose words are one order's own."""
        self._file = file
        self._root = file.new()
        self._document = file.new()
        self._language = language
        self._title = title
        self._own = own
        self.elements: dict[str, Raw] = {}

    def write(self, tree: Tag, places: LeafPlaces) -> Raw:
        """The whole tree; its root."""
        owner: dict[tuple[int, int], bytes] = {}
        writer = _Elements(self._file, places, self._own, owner)
        top = [writer.element(child, self._document.ref) for child in tree.children]
        self.elements = writer.elements
        title = b"/T" + text(self._title) if self._title else b""
        self._document.body = b"<</Type/StructElem/S/Document/P %s/Lang%s%s/K[%s]>>" % (
            self._root.ref,
            text(self._language),
            title,
            b" ".join(top),
        )
        parents = self._file.new()
        parents.body = b"<</Nums[%s]>>" % b"\n".join(_parents(owner, len(places.pages)))
        self._root.body = b"<</Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d/IDTree %s>>" % (
            self._document.ref,
            parents.ref,
            len(places.pages),
            self._id_tree(writer.ids).ref,
        )
        return self._root

    def _id_tree(self, ids: Sequence[tuple[str, bytes]]) -> Raw:
        """A name tree of one level of leaves, sorted by bytes."""
        entries = [(text(identity), ref) for identity, ref in sorted(ids, key=_value)]
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


def _parents(owner: Mapping[tuple[int, int], bytes], pages: int) -> Iterator[bytes]:
    """The parent tree: for each page the elements that its marked-content numbers belong to."""
    counts = Counter(page for page, _ in owner)
    for page in range(pages):
        yield b"%d [%s]" % (page, b" ".join(owner[page, mark] for mark in range(counts[page])))


def _value(entry: tuple[str, bytes]) -> bytes:
    """The bytes of an id as a string object holds them; name trees are sorted by them."""
    return entry[0].encode() if entry[0].isascii() else b"\xfe\xff" + entry[0].encode("utf-16-be")


class _Elements:
    """Writes the elements of one document."""

    def __init__(
        self, file: File, places: LeafPlaces, own: frozenset[str], owner: dict[tuple[int, int], bytes]
    ) -> None:
        self._file = file
        self._places = places
        self._own = own
        self._owner = owner
        self.ids: list[tuple[str, bytes]] = []
        self.elements: dict[str, Raw] = {}

    def element(self, tag: Tag, parent: bytes) -> bytes:
        """The reference of the element of `tag`, written with everything below it."""
        hole = ElementHole(tag.actual_text, tag.id) if tag.id in self._own and tag.actual_text else None
        made = self._file.add(hole) if hole else self._file.new()
        below, marks = tag.children, self._places.marks.get(tag.id, [])
        if below and all(is_plain(child, self._own) for child in below):
            marks = [mark for child in below for mark in self._places.marks.get(child.id, ())]
            below = ()
        kids = [self.element(child, made.ref) for child in below]
        page = b""
        if marks:
            first = marks[0][0]
            page = b"/Pg " + self._places.pages[first].ref
            kids = [self._mark(place, first) for place in marks]
            for place in marks:
                self._owner[place] = made.ref
        self.elements[tag.id] = made
        head = b"<</Type/StructElem/S%s/P %s%s" % (name(tag.role), parent, page)
        if is_named(tag, self._own):
            self.ids.append((tag.id, made.ref))
            head += b"/ID" + text(tag.id)
        head += b"/K[" + b" ".join(kids) + b"]" if kids else b""
        head += _said((b"/Lang", tag.language), (b"/Alt", tag.alt))
        exact = _said((b"/ActualText", tag.actual_text))
        tail = _said((b"/T", tag.title)) + self._attributes(tag)
        made.body = head + exact + tail + b">>"
        if hole:
            hole.before, hole.after = head, tail
        return made.ref

    def _mark(self, place: tuple[int, int], first: int) -> bytes:
        page, mark = place
        if page == first:
            return b"%d" % mark
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (self._places.pages[page].ref, mark)

    def _attributes(self, tag: Tag) -> bytes:
        attributes = _attributes(tag.attributes)
        box = self._places.boxes.get(tag.id)
        if tag.role == "Figure" and box is not None:
            attributes.append(b"<</O/Layout/Placement/Block/BBox[%s]>>" % numbers(*box))
        return b"/A[" + b"".join(attributes) + b"]" if attributes else b""


def _said(*texts: tuple[bytes, str]) -> bytes:
    """Entries that are texts, but for empty ones."""
    return b"".join(key + text(value) for key, value in texts if value)


def _attributes(attributes: Mapping[str, str]) -> list[bytes]:
    """Attribute dictionaries, one for each owner, in a fixed order."""
    owned: dict[str, bytes] = {}
    for key in sorted(attributes):
        value = attributes[key]
        written = number(float(value)) if value.replace(".", "", 1).isdigit() else name(value)
        owned[OWNERS[key]] = owned.get(OWNERS[key], b"") + name(key) + b" " + written
    return [b"<</O" + name(owner) + entries + b">>" for owner, entries in sorted(owned.items())]
