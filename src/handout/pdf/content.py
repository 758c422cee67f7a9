"""A page's items as content streams with marked content (ISO 32000-1, 14.6 to 14.8).

One BDC..EMC for each stretch of a tag, inside BT..ET where it is text; whatever has no tag is an artifact.
The page is cut into pieces where what is one order's own starts and ends, and round large decorations that stand there
more than once. Every other piece says all it needs and leaves the graphics state as it was, so a sheet of another order
is the same but for its own pieces.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handout.cache import Cache, CacheRegion
from handout.drawing import Drawing, Shape
from handout.layout import Item, Page, PictureItem, ShapeItem, TextItem
from handout.pdf.fonts import Fonts
from handout.pdf.paths import MANY, TWENTIETHS, operators, steps_of
from handout.pdf.pictures import Pictures
from handout.pdf.syntax import colour, name, number, numbers

ARTIFACT = b"/Artifact BMC"
HEADER = b"/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOTER = b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
NOTHING: frozenset[str] = frozenset()
DECORATIONS: CacheRegion[tuple[int, bytes]] = CacheRegion("rules, boxes, bullets and icons as they are painted", 4096)


@dataclass(frozen=True, slots=True)
class Content:
    """One page's streams, in order, and the tag of each marked-content number."""

    pieces: tuple[tuple[bytes, bool], ...]  # and whether it is one order's own
    marks: tuple[str, ...]
    first_marks: tuple[int, ...] = ()  # the first marked-content number of each own piece


@dataclass(frozen=True, slots=True)
class Resources:
    """What pages show by name (ISO 32000-1, 7.8.3), and what is kept of the rest."""

    fonts: Fonts
    cache: Cache
    pictures: Pictures | None = None  # None: of own pieces, in which there are none


class PageContent:
    """Writes one page's items."""

    def __init__(
        self, height: float, roles: Mapping[str, str], resources: Resources, own: frozenset[str] = NOTHING
    ) -> None:
        self._height = height
        self._roles = roles  # tag id -> structure type
        self._shown = resources
        self._own = own  # tags of what is one order's own
        self._again: frozenset[tuple[Shape, ...]] = frozenset()
        self._lead = b""  # what the next piece begins with
        self._out: list[bytes] = []
        self._pieces: list[tuple[bytes, bool]] = []
        self._marks: list[str] = []
        self._firsts: list[int] = []
        self._open: tuple[str, bytes, bool] | None = None  # tag, artifact operator, whether text
        self._inside = False  # an own piece
        self._font: tuple[bytes, float] | None = None
        self._colour = ""

    def write(self, page: Page, again: frozenset[tuple[Shape, ...]] = frozenset()) -> Content:
        """The page's content. `again`: large decorations that stand more than once in the file, each a stream by
        itself."""
        self._again = again
        top, bottom = _extent(page)
        for item in page.items:
            self._item(item, _running(item, top, bottom) if isinstance(item, TextItem) else ARTIFACT)
        self._finish_piece()
        return Content(tuple(self._pieces), tuple(self._marks), tuple(self._firsts))

    def own_piece(self, items: Sequence[Item], first_mark: int) -> bytes:
        """An own piece by itself, as it stands in a page whose marked content is numbered so far. Of a content that
        has written nothing yet."""
        self._marks = [""] * first_mark
        for item in items:
            self._item(item, ARTIFACT)
        self._finish_piece()
        ((piece, _),) = self._pieces
        return piece

    def _item(self, item: Item, artifact: bytes) -> None:
        if isinstance(item, ShapeItem):
            self._cut(inside=item.own)
            if item.shapes in self._again:
                self._place_apart(item)
                return
            self._begin("", ARTIFACT, text=False)
            self._place(item.x, item.y, *_decoration(item.shapes, self._shown.cache))
        elif isinstance(item, PictureItem):
            self._cut(inside=False)
            self._begin(item.tag, ARTIFACT, text=False)
            self._picture(item)
        else:
            self._cut(inside=item.tag in self._own)
            self._begin(item.tag, artifact, text=True)
            self._text(item)

    def _begin(self, tag: str, artifact: bytes, *, text: bool) -> None:
        """Open marked content for what follows, unless it is open already."""
        wanted = (tag, b"" if tag else artifact, text)
        if self._open == wanted:
            return
        self._end()
        if text:
            self._out.append(b"BT")
        if tag:
            self._out.append(b"%s<</MCID %d>>BDC" % (name(self._roles[tag]), len(self._marks)))
            self._marks.append(tag)
        else:
            self._out.append(artifact)
        self._open = wanted

    def _end(self) -> None:
        """Close what is open."""
        if self._open is not None:
            self._out.append(b"EMC")
            if self._open[2]:
                self._out.append(b"ET")
            self._open = None

    def _cut(self, *, inside: bool) -> None:
        """Start a new piece where what is one order's own starts or ends."""
        if inside != self._inside:
            self._finish_piece()
            self._inside = inside
            if inside:
                self._firsts.append(len(self._marks))

    def _finish_piece(self) -> None:
        self._end()
        if self._lead and (self._inside or not self._out):
            self._pieces.append((self._lead, False))
            self._lead = b""
        if self._out:
            self._pieces.append((self._lead + b"q\n" + b"\n".join(self._out) + b"\nQ\n", self._inside))
            self._lead = b""
        self._out = []
        self._font, self._colour = None, ""

    def _text(self, item: TextItem) -> None:
        run = item.run
        resource, codes = self._shown.fonts.select(run)
        if self._font != (resource, run.size):
            self._font = (resource, run.size)
            self._out.append(b"%s %s Tf" % (resource, number(run.size)))
        if self._colour != run.colour:
            self._colour = run.colour
            self._out.append(colour(run.colour) + b" rg")
        place = numbers(item.x, self._height - item.y)
        self._out.append(b"1 0 0 1 %s Tm[%s]TJ" % (place, codes.show(run)))

    def _picture(self, item: PictureItem) -> None:
        picture = item.picture
        assert self._shown.pictures is not None
        resource = self._shown.pictures.name(picture)
        y = self._height - item.y - picture.height
        drawn = isinstance(picture, Drawing)
        scale = b"1 0 0 1" if drawn else numbers(picture.width, 0, 0, picture.height)
        self._out.append(b"q %s %s cm %s Do Q" % (scale, numbers(item.x, y), resource))

    def _place_apart(self, item: ShapeItem) -> None:
        """A decoration as a piece of its own, the same wherever it stands: the pieces around it move its space."""
        self._finish_piece()
        before, _ = self._pieces.pop() if self._pieces and not self._pieces[-1][1] else (b"", False)
        steps, painted = _decoration(item.shapes, self._shown.cache)
        space = b"q %s cm\n" % _space(item.x, self._height - item.y, steps)
        self._pieces += [(before + space, False), (b"%s\n%s\nEMC\n" % (ARTIFACT, painted), False)]
        self._lead = b"Q\n"

    def _place(self, x: float, y: float, steps: int, painted: bytes) -> None:
        """Operators in a space with its origin at (x, y) from the top left, y downwards, so many steps a point."""
        self._out.append(b"q %s cm\n%s\nQ" % (_space(x, self._height - y, steps), painted))


def _decoration(shapes: tuple[Shape, ...], cache: Cache) -> tuple[int, bytes]:
    """Rules, boxes, bullets and icons, the same on every page; and the steps a point in which they are told."""

    def painted() -> tuple[int, bytes]:
        steps = steps_of(shapes, TWENTIETHS)
        return steps, operators(shapes, steps)

    return cache.get(DECORATIONS, shapes, painted)


def _space(x: float, y: float, steps: int) -> bytes:
    """The matrix of a space with its origin there, y downwards, so many steps a point."""
    return numbers(1 / steps, 0, 0, -1 / steps, x, y)


def repeated(pages: Sequence[Page]) -> frozenset[tuple[Shape, ...]]:
    """The large decorations that stand more than once on some pages."""
    shown = Counter(
        item.shapes
        for page in pages
        for item in page.items
        if isinstance(item, ShapeItem) and not item.own and sum(len(shape.path) for shape in item.shapes) >= MANY
    )
    return frozenset(shapes for shapes, count in shown.items() if count > 1)


def _extent(page: Page) -> tuple[float, float]:
    """Top and bottom of the page's tagged content, from the top edge."""
    tagged = [item for item in page.items if not isinstance(item, ShapeItem) and item.tag]
    if not tagged:
        return 0.0, float("inf")
    feet = [item.y + (item.picture.height if isinstance(item, PictureItem) else 0.0) for item in tagged]
    return min([item.y for item in tagged]), max(feet)


def _running(item: TextItem, top: float, bottom: float) -> bytes:
    """Untagged words above or below all of a page's content are its running head or foot."""
    if item.y > bottom:
        return FOOTER
    return HEADER if item.y < top else ARTIFACT
