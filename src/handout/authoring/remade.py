"""A finished file made again from the content that it names, and compared: what was changed, page by page.

The file's content id names the routine, language, style, paper and everything printed but the patient, the
clinician, the date and the note. The same content makes the same bytes; what is the patient's own is left out of
the comparison, and said to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product, zip_longest
from typing import Final, Literal

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from handout.errors import HandoutError, Private
from handout.manuscript.compose import compose, id_of
from handout.pipeline import prescription_of, publish
from handout.prescription import Order, Patient
from handout.proof.readback import ReadBack, read_back
from handout.proof.tree import Node
from handout.shop import Shop

STYLES: Final = ("standard", "large-print", "mono")
PAPERS: Final = ("a4", "letter")
OWN: Final = ("patient", "note")  # blocks that hold the patient's, the clinician's and the day's words
SCALE: Final = 1.5  # dots to the point
TOLERANCE: Final = 24  # of 255: what two renderings of the same page never differ by

Answer = Literal["unchanged", "own", "changed", "unknown"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What making the file again has shown. `pages` are those that differ, from 1."""

    answer: Answer
    pages: tuple[int, ...] = ()


def compare(data: bytes, shop: Shop) -> Verdict:
    """The file held against the stock edition of the same content id; unknown where there is none.

    A sheet with doses or swaps of its own names a content that is no stock edition: it is unknown here.
    """
    read = read_back(data)
    order = _order_of(read, shop)
    if order is None:
        return Verdict("unknown")
    again = publish(replace(order, patient=_patient(read, order, shop)), order.routines[0], shop).pdf
    if again == data:
        return Verdict("unchanged")
    if read.block("note"):
        return Verdict("unknown")  # a note moves what follows it
    other = read_back(again)
    pages = tuple(sorted({*_differing(data, again, read, other), *_told_otherwise(read, other)}))
    return Verdict("changed", pages) if pages else Verdict("own")


def _order_of(read: ReadBack, shop: Shop) -> Order | None:
    """The stock order whose content id the file names."""
    tag = read.claims.language
    if tag not in shop.library.languages or not read.claims.identifier:
        return None
    for name, style, paper in product((*shop.library.routines, *shop.library.packs), STYLES, PAPERS):
        order = Order(0, (name,), tag, style=style, paper=paper)
        try:
            found = id_of(prescription_of(order, name, shop))
        except HandoutError:
            continue  # an edition that cannot be made now
        if found and found in read.claims.identifier:
            return order
    return None


def _patient(read: ReadBack, order: Order, shop: Shop) -> Patient | None:
    """The patient as the file says it, so that the rows of names take the same room; None on a blank sheet."""
    sign = Patient(Private("-", "name"), Private("-", "reference"))
    row = compose(prescription_of(replace(order, patient=sign), order.routines[0], shop)).root.first("patient")
    said: dict[str, str] = {}
    for kind in ("for", "reference"):
        entry = row.first(kind) if row is not None else None
        label = entry.attributes["label"] if entry is not None else ""
        said[kind] = " ".join(read.text(read.block(f"patient/{kind}")).split()).removeprefix(label).strip()
    if not any(said.values()):
        return None
    reference = Private(said["reference"], "reference") if said["reference"] else None
    return Patient(Private(said["for"], "name"), reference)


def _differing(data: bytes, again: bytes, read: ReadBack, other: ReadBack) -> Iterator[int]:
    """Pages that look otherwise than when made again, outside of what is the patient's own."""
    one, two = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(again)
    try:
        for index in range(max(len(one), len(two))):
            if index >= min(len(one), len(two)):
                yield index + 1
                continue
            boxes = [*_own_boxes(read, index), *_own_boxes(other, index)]
            pictures = [_picture(document[index], boxes) for document in (one, two)]
            if pictures[0].size != pictures[1].size or _apart(*pictures):
                yield index + 1
    finally:
        one.close()
        two.close()


def _told_otherwise(read: ReadBack, other: ReadBack) -> Iterator[int]:
    """Pages of which a screen reader is told something else than when made again."""
    if (read.claims.title, read.claims.shows_title) != (other.claims.title, other.claims.shows_title):
        yield 1
    for one, two in zip_longest(_told(read), _told(other)):
        said = one or two
        if said is not None and (one is None or two is None or one[1:] != two[1:]):
            yield min((page for page, _ in said[0].all_marks()), default=0) + 1


def _told(read: ReadBack) -> Iterator[tuple[Node, str, str, str, str, str, str]]:
    """What each element outside of the patient's own says."""
    own = {id(node) for name in OWN for top in read.block(name) for node in top.walk()}
    for node in read.walk():
        if id(node) not in own and not node.children:
            words = read.text((node,))
            yield node, node.role, node.id, node.alt, node.actual_text, node.language, words


def _own_boxes(read: ReadBack, page: int) -> Iterator[tuple[float, float, float, float]]:
    for name in OWN:
        yield from (one.box for one in read.stretches(read.block(name)) if one.page == page)


def _picture(page: pypdfium2.PdfPage, boxes: list[tuple[float, float, float, float]]) -> Image.Image:
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
