"""Pages in, bytes out: one document in a file, or a volume of several for the printer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from handout.errors import Finding, PdfError
from handout.layout.pages import Page, Pages, PictureItem, ShapeItem
from handout.pdf.bookmarks import Bookmark, write_outline
from handout.pdf.checks import refuse
from handout.pdf.content import Content, PageContent
from handout.pdf.fonts import Fonts
from handout.pdf.metadata import About, describe
from handout.pdf.patches import File, Raw, Stream, deflated
from handout.pdf.pictures import Pictures
from handout.pdf.structure import Part, Places, Structure, walk
from handout.pdf.syntax import numbers, text


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a volume."""

    pages: Pages
    name: str  # how page labels and bookmarks call it: "Order 12"; nothing of a patient
    blank: Page | None = None  # the back of its last sheet when its pages are odd: "intended", as an artifact


def write(pages: Pages, *, date: datetime | None = None) -> bytes:
    """One document as PDF/UA-1 and PDF/A-2a. Equal pages give equal bytes.

    Raises PdfError with everything that keeps the pages from conforming.
    """
    refuse(pages)
    about = About(
        pages.title,
        pages.language,
        pages.direction,
        pages.content_id,
        pages.author,
        pages.description,
        date,
    )
    writer = _Writer(about)
    writer.document(pages)
    return writer.finish()


def write_volume(volume: Iterable[Member], about: About) -> bytes:
    """Several documents in one file for printing: each a Part of the structure, each on a fresh sheet.

    A document of odd length is followed by its `blank`. Fonts, pictures and equal pieces of pages are one
    object. Members are taken one by one, so that one is in memory at a time. Raises PdfError with the
    findings of every member, and for a missing blank.
    """
    findings: list[Finding] = []
    writer = _Writer(about)
    index = 0
    for index, member in enumerate(volume, start=1):
        findings += _unfit(member)
        if not findings:
            writer.document(member.pages, f"{index}:", member)
    if not index:
        findings.append(Finding("The print job holds no document.", "Give it at least one order."))
    if findings:
        raise PdfError(findings)
    return writer.finish()


def _unfit(member: Member) -> tuple[Finding, ...]:
    """Why a document cannot stand in a volume."""
    findings: tuple[Finding, ...] = ()
    try:
        refuse(member.pages)
    except PdfError as error:
        findings = error.findings
    if len(member.pages.pages) % 2 and member.blank is None:
        what = f"{member.name} has an odd number of pages and no page for the back of its last sheet."
        hint = "Give the volume a blank page that says it is meant to be blank."
        findings += (Finding(what, hint),)
    return findings


class _Writer:
    """One file in the making."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._file = File()
        self._fonts = Fonts()
        self._pictures = Pictures(self._file)
        self._structure = Structure(self._file, about.language, about.title)
        self._resources = self._file.new()
        self._streams: dict[bytes, Stream] = {}
        self._bookmarks: list[Bookmark] = []
        self._labels: list[tuple[int, bytes]] = []  # page of the file, its label dictionary
        self._count = 0

    def document(self, pages: Pages, prefix: str = "", member: Member | None = None) -> None:
        """Pages, tree, bookmarks and labels of one document."""
        roles = {tag.id: tag.role for tag in walk(pages.tree)}
        places = Places()
        start = self._count
        size = (pages.width, pages.height)
        self._fonts.prepare(item for page in pages.pages for item in page.items)
        for index, page in enumerate(pages.pages):
            content = PageContent(pages.height, roles, self._fonts, self._pictures).write(page)
            places.pages.append(self._page(content, size, self._structure.next_key + index))
            for mark, tag in enumerate(content.marks):
                places.marks.setdefault(tag, []).append((index, mark))
            _measure(page, index, pages.height, places)
        part = Part(member.name, pages.language) if member else None
        self._structure.add(pages.tree, places, prefix, part)
        self._outline(pages, places, prefix, member)
        self._label(pages.pages, start, member)
        if member is not None and len(pages.pages) % 2 and member.blank is not None:
            content = PageContent(pages.height, {}, self._fonts, self._pictures).write(member.blank)
            self._labels.append((self._count, b"<</P%s>>" % text(f"{member.name}, blank")))
            self._page(content, size, None)

    def _page(self, content: Content, size: tuple[float, float], key: int | None) -> Raw:
        """A page object; its streams are those of any other page with the same bytes."""
        refs = []
        for piece, private in content.pieces:
            stream = self._streams.get(piece)
            if stream is None:
                made = Stream(b"", piece) if private else Stream(b"", deflated(piece), encoded=b"/FlateDecode")
                stream = self._streams[piece] = self._file.add(made)
            refs.append(stream.ref)
        page = self._file.new_page()
        page.body = b"<</Type/Page/Parent %s/MediaBox[0 0 %s]/Resources %s/Contents[%s]/Tabs/S%s>>" % (
            self._file.pages_ref,
            numbers(*size),
            self._resources.ref,
            b" ".join(refs),
            b"/StructParents %d" % key if key is not None else b"",
        )
        self._count += 1
        return page

    def _outline(self, pages: Pages, places: Places, prefix: str, member: Member | None) -> None:
        """Bookmarks of one document; in a volume below a line with its name."""
        deeper = 0
        if member is not None:
            first = next(tag.id for tag in walk(pages.tree) if tag.id in places.tops)
            element = self._structure.elements[prefix + first]
            self._bookmarks.append(Bookmark(1, member.name, places.pages[0], pages.height, element))
            deeper = 1
        for tag in walk(pages.tree):
            if tag.outline and tag.title:
                at, top = next(places.tops[node.id] for node in walk(tag) if node.id in places.tops)
                element = self._structure.elements[prefix + tag.id]
                self._bookmarks.append(
                    Bookmark(tag.outline + deeper, tag.title, places.pages[at], top, element)
                )

    def _label(self, pages: Sequence[Page], start: int, member: Member | None) -> None:
        """Page labels: each page's own name, else its number in its document."""
        before = b"/P" + text(f"{member.name}, ") if member else b""
        for index, page in enumerate(pages):
            if page.name:
                self._labels.append((start + index, b"<</P%s>>" % text(page.name)))
            elif index == 0 or pages[index - 1].name:
                self._labels.append((start + index, b"<</S/D/St %d%s>>" % (index + 1, before)))

    def finish(self) -> bytes:
        """The bytes."""
        self._structure.finish()
        fonts, pictures = self._fonts.write(self._file), self._pictures.entries()
        self._resources.body = b"<</Font<<%s>>/XObject<<%s>>>>" % (fonts, pictures)
        labels = b" ".join(b"%d %s" % label for label in self._labels)
        outline = write_outline(self._file, self._bookmarks)
        self._file.root(self._structure.root, outline, b"<</Nums[%s]>>" % labels)
        describe(self._file, self._about)
        return self._file.format()


def _measure(page: Page, index: int, height: float, places: Places) -> None:
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
