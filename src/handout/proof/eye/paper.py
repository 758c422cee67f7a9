"""The sheet under the ink: page boxes, turns, units, what lies on a page beside its contents, and its digest.

ISO 32000-1, table 30 (page objects) and 14.11.2 (page boundaries).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

BOXES = ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
SLACK = 0.5  # pt
PLAIN = frozenset({"/Font", "/XObject"})  # resources of a page that we write
DEEPEST = 12  # levels below a page's resources; a loop would be deeper
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
    contents = page.obj.get("/Contents", pikepdf.Array())
    for part in contents if isinstance(contents, pikepdf.Array) else (contents,):
        total.update(_of(part, known, 0))
    for kind in sorted(PLAIN & set(resources.keys())):
        for name, item in sorted(resources[kind].items()):
            total.update(name.encode() + _of(item, known, 0))
    return total.digest()


def _of(item: object, known: dict[tuple[int, int], bytes], depth: int) -> bytes:
    """The digest of an object and of all that it refers to."""
    number = getattr(item, "objgen", (0, 0))
    if number != (0, 0) and number in known:
        return known[number]
    total = hashlib.sha256(type(item).__name__.encode())
    if depth > DEEPEST:
        return total.digest()
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        entries = item.items() if isinstance(item, pikepdf.Dictionary) else item.stream_dict.items()
        for key, value in sorted(entries):
            total.update(key.encode() + _of(value, known, depth + 1))
        if isinstance(item, pikepdf.Stream):
            total.update(item.read_raw_bytes())
    elif isinstance(item, pikepdf.Array):
        for value in item:
            total.update(_of(value, known, depth + 1))
    else:
        total.update(str(item).encode("utf-8", "surrogatepass"))
    if number != (0, 0):
        known[number] = total.digest()
    return total.digest()


def _odd(page: pikepdf.Page) -> Iterator[str]:
    media = [float(side) for side in page.mediabox]
    size = media[2] - media[0], media[3] - media[1]
    if not any(abs(size[0] - w) < SLACK and abs(size[1] - h) < SLACK for w, h in PAPERS.values()):
        yield "is neither A4 nor Letter, nor as small as a card may be"
    if any(_apart(page.obj[name], media) for name in BOXES if name in page.obj):
        yield "is cropped"
    if int(page.obj.get("/Rotate", 0)) % 360:
        yield "is turned"
    if float(page.obj.get("/UserUnit", 1)) != 1:
        yield "is enlarged or reduced by a unit of its own"
    if page.obj.get("/Annots"):
        yield "carries annotations"


def _apart(box: pikepdf.Object, media: list[float]) -> bool:
    return any(abs(float(side) - other) > SLACK for side, other in zip(box, media, strict=True))
