"""An edition as it is composed: every text in its frame, for every style and every choice an order has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from handout.cache import Cache
from handout.content import Clinic, Hours
from handout.edition import Edition
from handout.errors import LeafError, Place
from handout.language import Country
from handout.manuscript import Manuscript, compose, shown, words_of
from handout.prescription import STYLES, Order, prescribe

# A sheet of nobody's: what a clinic and a day bring of their own is not what is approved.
SOME_DAY = date(2000, 1, 1)
SOME_CLINIC = Clinic(Place("clinic"), "-", "", telephone="0", hours=(Hours((("mon", "fri"),), "08:00", "17:00"),))
ID = "…"  # stands for the content id, which an approval itself would change


@dataclass(frozen=True, slots=True)
class PrintedText:
    """One text as printed, and the content path of its words."""

    text: str
    path: str = ""


def printed(edition: Edition, country: Country | None) -> dict[str, str]:
    """The texts of the plain sheet, and of every other choice what differs from it."""
    plain: dict[str, PrintedText] = {}
    found: dict[str, str] = {}
    for name, said in composed(edition, country):
        known = {slot: one.text for slot, one in plain.items()}
        found |= {f"printed/{name}/{slot}": one.text for slot, one in said.items() if known.get(slot) != one.text}
        plain = plain or said
    return found


def composed(edition: Edition, country: Country | None) -> Iterator[tuple[str, dict[str, PrintedText]]]:
    """For each choice of an order all texts of its sheet, as a draft of nobody's: the plain sheet first."""
    draft, cache = replace(edition, approval=None), Cache()
    clinic = replace(SOME_CLINIC, country=country.code) if country is not None else None
    for name, order in choices(edition):
        sheet = prescribe(draft, order, clinic, country, SOME_DAY)
        if sheet.length != "leaf":
            yield name, dict(_texts(compose(sheet, cache)))
            continue
        with suppress(LeafError):  # nobody has written its words: there is none to approve
            yield name, dict(_texts(compose(sheet, cache)))
            yield f"{name}-gathered", dict(_texts(compose(sheet, cache, gathered=True)))


def choices(edition: Edition) -> Iterator[tuple[str, Order]]:
    """Orders that together print all that an edition has: the plain sheet first."""
    plain = Order(0, (edition.routine.id,), edition.tag, whole=True)
    optional = tuple(use.exercise for use in edition.routine.exercises if use.optional)
    yield "standard", plain
    for style in STYLES:
        if style != plain.style:
            yield style, replace(plain, style=style)
    yield "all", replace(plain, include=optional)
    yield "leaf", replace(plain, include=optional, length="leaf", whole=False)
    for version in ("easier", "harder"):
        having = tuple(f"{name}/{version}" for name, one in edition.exercises.items() if getattr(one, version))
        if having:
            yield version, replace(plain, include=(*optional, *having))
    if any(one.sides != "none" for one in edition.exercises.values()):
        yield "left", replace(plain, include=optional, side="left")
        yield "right", replace(plain, include=optional, side="right")


def _texts(manuscript: Manuscript) -> Iterator[tuple[str, PrintedText]]:
    """Each text by its block, its kind and its place among those; then the order of all, and the pictures' words."""
    counted: Counter[str] = Counter()
    blocks: dict[str, None] = {}

    def numbered(name: str) -> str:
        counted[name] += 1
        return f"{name}/{counted[name]}"

    for said in words_of(manuscript):
        if said.kind == "stamp" or said.private:
            continue
        block = said.block or said.section
        blocks[block] = None
        yield numbered(f"{block}/{said.kind}"), PrintedText(said.text.replace(manuscript.content_id, ID), said.path)
    for picture in shown(manuscript):
        yield numbered(f"{picture.block}/alt"), PrintedText(picture.alt, picture.path)
    yield "pictures", PrintedText(" ".join(manuscript.pictures))
    yield "order", PrintedText(" ".join(blocks))
