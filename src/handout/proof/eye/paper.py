"""The sheet under the ink: page boxes, turns, units, what lies on a page beside its contents, and its digest.

ISO 32000-1, table 30 (page objects) and 14.11.2 (page boundaries).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

BOXES = ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
SLACK = 0.5  # pt
PLAIN = frozenset({"/Font", "/XObject"})  # resources of a page that we write
PAPERS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0), "a5": (419.53, 595.28), "a6": (297.64, 419.53)}


@dataclass(frozen=True, slots=True)
class Paper:
    """One page as an object."""

    odd: tuple[str, ...]  # why it is no plain sheet of paper
    digest: bytes  # equal for pages that look alike; empty where that cannot be said


def papers(pdf: pikepdf.Pdf) -> tuple[Paper, ...]:
    """Every page of a file."""
    known: dict[tuple[int, int], bytes] = {}
    return tuple(Paper(tuple(_odd(page)), _digest(page, known)) for page in pdf.pages)


def _digest(page: pikepdf.Page, known: dict[tuple[int, int], bytes]) -> bytes:
    """SHA-256 over what the page paints: operators, fonts and pictures. `known` holds those of shared objects."""
    resources = page.obj.get("/Resources", pikepdf.Dictionary())
    if set(resources.keys()) - PLAIN:
        return b""
    total = hashlib.sha256(repr([float(side) for side in page.mediabox]).encode())
    try:
        total.update(_of(page.obj.get("/Contents", pikepdf.Array()), known) + _of(resources, known))
    except RecursionError:  # an object that holds itself
        return b""
    return total.digest()


def _of(item: object, known: dict[tuple[int, int], bytes]) -> bytes:
    """The digest of an object and of all that it refers to."""
    if not isinstance(item, pikepdf.Object) or not item.is_indirect:
        return _told(item, known)
    if item.objgen not in known:
        known[item.objgen] = _told(item, known)
    return known[item.objgen]


def _told(item: object, known: dict[tuple[int, int], bytes]) -> bytes:
    total = hashlib.sha256(type(item).__name__.encode())
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in sorted((item.stream_dict if isinstance(item, pikepdf.Stream) else item).items()):
            total.update(key.encode() + _of(value, known))
        if isinstance(item, pikepdf.Stream):
            total.update(item.read_raw_bytes())
    elif isinstance(item, pikepdf.Array):
        for value in item:
            total.update(_of(value, known))
    else:
        total.update(str(item).encode("utf-8", "surrogatepass"))
    return total.digest()


def _odd(page: pikepdf.Page) -> Iterator[str]:
    media = [float(side) for side in page.mediabox]
    if not any(is_on(paper, media) for paper in PAPERS):
        yield "is neither A4 nor Letter, nor as small as a card may be"
    if any(_apart(page.obj[name], media) for name in BOXES if name in page.obj):
        yield "is cropped"
    if int(page.obj.get("/Rotate", 0)) % 360:
        yield "is turned"
    if float(page.obj.get("/UserUnit", 1)) != 1:
        yield "is enlarged or reduced by a unit of its own"
    if page.obj.get("/Annots"):
        yield "carries annotations"


def is_on(paper: str, box: Sequence[float]) -> bool:
    """Whether a page's box, `(x0, y0, x1, y1)` in pt, is that paper, wherever it begins."""
    if paper not in PAPERS:
        return False
    width, height = PAPERS[paper]
    return abs(box[2] - box[0] - width) <= SLACK and abs(box[3] - box[1] - height) <= SLACK


def _apart(box: pikepdf.Object, media: list[float]) -> bool:
    sides = [float(side) for side in box]
    return len(sides) != len(media) or any(abs(side - other) > SLACK for side, other in zip(sides, media, strict=True))
