"""Finished pages: items at fixed places, and the logical tree they belong to.

Drawing order and logical order are two structures joined by tag ids: each id of an item is a node of the
tree, and each leaf of the tree has at least one item. Units: points, origin top left, y downwards.
Items of a page are in reading order, so that the content stream reads as the tree does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from handout.drawing import Drawing, Raster, Shape
from handout.text import GlyphRun


@dataclass(frozen=True, slots=True)
class TextItem:
    """One run at its baseline; `tag` is the leaf it belongs to, "" for an artifact (folio, running head). `over`: how
    much wider its line is than its measure, for a word that nothing could break."""

    x: float
    y: float
    run: GlyphRun
    tag: str = ""
    over: float = 0.0


@dataclass(frozen=True, slots=True)
class ShapeItem:
    """A rule, box, bullet or icon that repeats a word: always an artifact. `own`: its place depends on what is one
    order's own, as that of a line to write on beside a name."""

    x: float
    y: float
    shapes: tuple[Shape, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture with its top left corner; a Figure leaf when tagged, an artifact when not."""

    x: float
    y: float
    picture: Drawing | Raster
    tag: str = ""


Item = TextItem | ShapeItem | PictureItem


@dataclass(frozen=True, slots=True)
class Page:
    """One page's items in reading order."""

    items: tuple[Item, ...]
    name: str = ""  # for page labels; "" prints the number


@dataclass(frozen=True, slots=True)
class Tag:
    """A node of the structure tree. A node has either children or items, never both."""

    id: str  # unique in the document: "17/plan/seated-twist"
    role: str  # structure type, ISO 32000-1 14.8.4
    children: tuple[Tag, ...] = ()
    language: str = ""  # only where it differs from its parent's
    alt: str = ""  # Figure: what it shows
    actual_text: str = ""  # leaves with right-to-left text: it exactly, in logical order
    title: str = ""  # a section's own title, also its bookmark where `outline`
    outline: int = 0  # level in the bookmarks; 0: none
    attributes: dict[str, str] = field(default_factory=dict)  # Scope, ListNumbering
    path: str = ""  # content path, for findings


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a block that holds what is one order's own stands: its kind, its page from 0, its top left corner."""

    kind: str  # patient | visit | note
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pages:
    """A laid-out document."""

    width: float
    height: float
    pages: tuple[Page, ...]
    tree: Tag  # role Document
    language: str
    direction: str
    title: str
    content_id: str
    panel_order: str  # which of the manuscript's ORDERS the safety panel stands in; "" where there is none
    author: str = ""
    description: str = ""
    gaps: tuple[Gap, ...] = ()  # in reading order
    own: frozenset[str] = frozenset()  # the leaves whose words are one order's own
    seeds: tuple[GlyphRun, ...] = ()  # on no page: the letters of names, which the fonts must hold
