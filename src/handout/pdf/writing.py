"""Pages in, objects out: the pages, fonts, pictures, tree and bookmarks of one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handout.cache import Cache
from handout.drawing import Drawing
from handout.layout import Page, Pages, PictureItem, ShapeItem, TextItem, is_own
from handout.pdf.bookmarks import Bookmark, write_outline
from handout.pdf.content import NOTHING, Content, PageContent, Resources, repeated
from handout.pdf.fonts import Fonts
from handout.pdf.holes import PieceHole
from handout.pdf.metadata import DocumentProperties, describe
from handout.pdf.patches import File, Raw, Stream, Written
from handout.pdf.pictures import Pictures
from handout.pdf.structure import LeafPlaces, Structure, walk
from handout.pdf.syntax import numbers, text
from handout.text import GlyphRun


class Writer:
    """One document in the making."""

    def __init__(
        self, pages: Pages, about: DocumentProperties, own: frozenset[str] = NOTHING, cache: Cache | None = None
    ) -> None:
        """`own`: the tags that become holes."""
        self._pages = pages
        self._about = about
        self._file = File()
        shown = (i.picture for page in pages.pages for i in page.items if isinstance(i, PictureItem))
        drawings = [picture for picture in shown if isinstance(picture, Drawing)]
        self._cache = cache or Cache()
        self._pictures = Pictures(self._file, self._cache, drawings)
        self._resources = self._file.new()
        self._streams: dict[bytes, Stream] = {}
        self.fonts = Fonts()
        self.own = own

    def write(self) -> Written:
        """Every object."""
        pages = self._pages
        roles = {tag.id: tag.role for tag in walk(pages.tree)}
        places = LeafPlaces()
        structure = Structure(self._file, self._about.language, self._about.title, self.own)
        self.fonts.seed([*pages.seeds, *self._shared()])
        again, shown = repeated(pages.pages), Resources(self.fonts, self._cache, self._pictures)
        for index, page in enumerate(pages.pages):
            content = PageContent(pages.height, roles, shown, self.own).write(page, again)
            places.pages.append(self._page(content, index))
            for mark, tag in enumerate(content.marks):
                places.marks.setdefault(tag, []).append((index, mark))
            _measure(page, index, pages.height, places)
        root = structure.write(pages.tree, places)
        outline = write_outline(self._file, list(self._bookmarks(places, structure)))
        self._file.root(root, outline, b"<</Nums[%s]>>" % b" ".join(_labels(pages.pages)))
        fonts, pictures = self.fonts.write(self._file, self._cache), self._pictures.entries()
        self._resources.body = b"<</Font<<%s>>/XObject<<%s>>>>" % (fonts, pictures)
        describe(self._file, self._about)
        return self._file.objects()

    def _shared(self) -> Iterator[GlyphRun]:
        """The runs that every order's sheet shows. They get their codes before any that are one order's own."""
        for page in self._pages.pages:
            yield from (i.run for i in page.items if isinstance(i, TextItem) and not is_own(i, self.own))

    def _page(self, content: Content, index: int) -> Raw:
        """A page object; its streams are those of any other page with the same bytes, but for own pieces."""
        refs, firsts = [], iter(content.first_marks)
        for piece, own in content.pieces:
            if own:
                refs.append(self._file.add(PieceHole(piece, next(firsts))).ref)
                continue
            if piece not in self._streams:
                self._streams[piece] = self._file.add(Stream(b"", piece))
            refs.append(self._streams[piece].ref)
        page = self._file.new_page()
        page.body = b"<</Type/Page/Parent %s/MediaBox[0 0 %s]/Resources %s/Contents[%s]/Tabs/S/StructParents %d>>" % (
            self._file.pages_ref,
            numbers(self._pages.width, self._pages.height),
            self._resources.ref,
            b" ".join(refs),
            index,
        )
        return page

    def _bookmarks(self, places: LeafPlaces, structure: Structure) -> Iterator[Bookmark]:
        for tag in walk(self._pages.tree):
            if tag.outline and tag.title:
                at, top = next(places.tops[node.id] for node in walk(tag) if node.id in places.tops)
                yield Bookmark(tag.outline, tag.title, places.pages[at], top, structure.elements[tag.id])


def own_of(pages: Pages) -> frozenset[str]:
    """The tags of what is one order's own: as the pages say, and whatever holds a private word."""
    items = (item for page in pages.pages for item in page.items if isinstance(item, TextItem))
    return pages.own | {item.tag for item in items if item.run.private and item.tag}


def _labels(pages: Sequence[Page]) -> Iterator[bytes]:
    """Page labels: each page's own name, else its number."""
    for index, page in enumerate(pages):
        if page.name:
            yield b"%d <</P%s>>" % (index, text(page.name))
        elif index == 0 or pages[index - 1].name:
            yield b"%d <</S/D/St %d>>" % (index, index + 1)


def _measure(page: Page, index: int, height: float, places: LeafPlaces) -> None:
    """Note where each leaf first stands, and the box of each picture (its bottom left and top right)."""
    for item in page.items:
        if isinstance(item, ShapeItem) or not item.tag:
            continue
        rise = 0.0 if isinstance(item, PictureItem) else item.run.size
        places.tops.setdefault(item.tag, (index, height - item.y + rise))
        if isinstance(item, PictureItem):
            x0, y1 = item.x, height - item.y
            box = (x0, y1 - item.picture.height, x0 + item.picture.width, y1)
            old = places.boxes.get(item.tag, box)
            places.boxes[item.tag] = (
                min(old[0], box[0]),
                min(old[1], box[1]),
                max(old[2], box[2]),
                max(old[3], box[3]),
            )
