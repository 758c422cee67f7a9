"""A finished file made again from the content that it names, and compared: what was changed, page by page.

The content id of a sheet names everything printed but the patient, the clinician, the date and the note. What was
ordered under that id says its record (`record/<content-id>.json`), or it is a stock edition. The same content makes the
same pages; what is the patient's own is read from the file, so that it takes the same room, and left out of the
comparison, which is said. A print job is compared document by document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from handout.authoring.ordered import Ordered
from handout.errors import HandoutError
from handout.pipeline import publish
from handout.proof import Document, ReadBack, TagNode, documents, identity, is_as_written, read_back

OWN: Final = ("patient", "visit", "note")  # blocks that hold the patient's, the clinician's and the day's words
SCALE: Final = 1.5  # dots to the point
TOLERANCE: Final = 24  # of 255: what two renderings of the same page never differ by

Answer = Literal["unchanged", "own", "changed", "unknown"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What making the file again has shown. `pages` are those that differ, from 1; `unknown` the documents of a print
    job that nobody knows, "" for a file that is one document; `aside` its pages that belong to no sheet."""

    answer: Answer
    pages: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()
    aside: bool = False


def compare(data: bytes, ordered: Ordered) -> Verdict:
    """The file held against what its content ids name."""
    read = read_back(data)
    held = [one for one in documents(read) if not one.name or one.read.block("exercise")]
    looks = [_compared(data, one, ordered) for one in held]
    unknown = tuple(one.name for one, look in zip(held, looks, strict=True) if look is None)
    pages = tuple(sorted({page for look in looks if look is not None for page in look.pages}))
    aside = sum(len(one.read.sheets) for one in held) < len(read.sheets)
    if pages:
        return Verdict("changed", pages, unknown, aside)
    if unknown or not held:
        return Verdict("unknown", (), unknown, aside)
    if len(held) == 1 and looks[0] is not None and looks[0].same:
        return Verdict("unchanged")
    told = is_as_written(data) and all(look is not None and look.claims for look in looks)
    return Verdict("own" if told else "changed", (), (), aside)


@dataclass(frozen=True, slots=True)
class _Look:
    """What one document shows beside the same made again: pages of the file that differ, whether all of it is the
    same byte for byte with nothing of a patient's in it, and whether the file says the same of itself."""

    pages: tuple[int, ...]
    same: bool = False
    claims: bool = True


def _compared(data: bytes, one: Document, ordered: Ordered) -> _Look | None:
    """A document beside the same made again; None where nobody knows what it should be."""
    order = ordered.order_of(one)
    if order is None:
        return None
    try:
        again = publish(order, order.routines[0], ordered.shop).pdf
    except HandoutError:
        return None  # what it holds of the patient's own cannot be set again
    if again == data:
        return _Look((), not (order.patient or order.note or order.clinician))
    other = read_back(again)
    pages = {*_differing(data, again, one, other), *_told_otherwise(one, other)}
    if pages and order.note is not None:
        return None  # a note may be set in other lines, which moves what follows it
    claims = one.name != "" or _claims(one.read) == _claims(other)
    return _Look(tuple(sorted(one.first + page for page in pages)), claims=claims)


def _claims(read: ReadBack) -> tuple[str, ...]:
    """What a file says of itself: its title, its description, its bookmarks."""
    return read.claims.title, read.claims.metadata, read.claims.names


def _differing(data: bytes, again: bytes, one: Document, other: ReadBack) -> Iterator[int]:
    """Pages, from 1, that look otherwise than when made again, outside of what is the patient's own."""
    whole, anew = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(again)
    count = len(one.read.sheets) if one.name else len(whole)
    try:
        for index in range(max(count, len(anew))):
            if index >= min(count, len(anew)):
                yield index + 1
                continue
            boxes = [*_own_boxes(one.read, index), *_own_boxes(other, index)]
            pictures = [_picture(page, boxes) for page in (whole[one.first + index], anew[index])]
            if pictures[0].size != pictures[1].size or _apart(*pictures):
                yield index + 1
    finally:
        whole.close()
        anew.close()


def _told_otherwise(one: Document, other: ReadBack) -> Iterator[int]:
    """Pages, from 1, of which a screen reader is told something else than when made again."""
    for this, that in zip_longest(_told(one.read), _told(other)):
        said = this or that
        if said is not None and (this is None or that is None or this[1:] != that[1:]):
            yield min((page for page, _ in said[0].all_marks()), default=0) + 1


def _told(read: ReadBack) -> Iterator[tuple[TagNode, str, str, str, str, str, str]]:
    """What each element outside of the patient's own says."""
    own = {id(node) for name in OWN for top in read.block(name) for node in top.walk()}
    for node in read.walk():
        if id(node) not in own and not node.children:
            words = read.text((node,))
            yield node, node.role, identity(node), node.alt, node.actual_text, node.language, words


def _own_boxes(read: ReadBack, page: int) -> Iterator[Box]:
    for name in OWN:
        yield from (one.box for one in read.stretches(read.block(name)) if one.page == page)


def _picture(page: pypdfium2.PdfPage, boxes: list[Box]) -> Image.Image:
    """The page in grey, with the whole width of those lines blank."""
    picture: Image.Image = page.render(scale=SCALE, grayscale=True).to_pil().convert("L")
    pen, (width, height) = ImageDraw.Draw(picture), picture.size
    for _, bottom, _, top in boxes:
        pen.rectangle((0, height - (top + 4) * SCALE, width, height - (bottom - 4) * SCALE), fill=255)
    return picture


def _apart(one: Image.Image, two: Image.Image) -> bool:
    darkest = ImageChops.difference(one, two).getextrema()[1]
    assert isinstance(darkest, int | float)
    return darkest > TOLERANCE
