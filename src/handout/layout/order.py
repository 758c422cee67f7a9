"""The order of what follows page 1: the template's, unless another one saves a sheet of paper.

Two things may stand elsewhere without harm. The way down to the floor and up may wait for the first exercise
that needs it. What follows the last exercise and stands by itself (what not to do, a bad day and afterwards; or
when to see us) may stand before it, to fill a page that an exercise would leave half empty. Nothing else moves,
and exercises never do. Pictograms that only repeat words go where they alone would cost a sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handout.layout.flow import Passage

Passages = tuple[Passage, ...]
PAGES_A_SHEET = 2
FILLERS = ("section", "see-us")


def orders(passages: Sequence[Passage]) -> tuple[Passages, ...]:
    """Every order that may be printed, the template's own first; then the same without pictograms."""
    own = tuple(passages)
    plain = tuple(replace(p, pieces=p.plain, plain=()) if p.plain else p for p in own)
    return _arranged(own) if plain == own else (*_arranged(own), *_arranged(plain))


def _arranged(own: Passages) -> tuple[Passages, ...]:
    made: dict[tuple[int, ...], Passages] = {}
    for order in (
        own,
        _waiting(own),
        *(_filled(way, kind) for kind in FILLERS for way in (own, _waiting(own))),
    ):
        made.setdefault(tuple(id(passage) for passage in order), order)
    return tuple(made.values())


def sheets(pages: int) -> int:
    """Sheets of paper, printed on both sides."""
    return -(-pages // PAGES_A_SHEET)


def _waiting(passages: Passages) -> Passages:
    """What names an exercise stands right before it."""
    for passage in passages:
        target = next((p for p in passages if passage.before and _is_exercise(p, passage.before)), None)
        if target is not None:
            rest = tuple(p for p in passages if p is not passage)
            at = rest.index(target)
            return (*rest[:at], passage, *rest[at:])
    return passages


def _is_exercise(passage: Passage, name: str) -> bool:
    return passage.kind == "exercise" and passage.tag is not None and passage.tag.id == f"exercise/{name}"


def _filled(passages: Passages, kind: str) -> Passages:
    """What is of that kind and follows the last exercise stands before it, and before what waits for it."""
    cards = [index for index, passage in enumerate(passages) if passage.kind == "exercise"]
    if len(cards) < 2:  # nothing would part them from the first page
        return passages
    last = cards[-1]
    start = last - 1 if passages[last - 1].kind == "section" else last
    moved = tuple(passage for passage in passages[last + 1 :] if passage.kind == kind)
    stay = tuple(passage for passage in passages[last + 1 :] if passage.kind != kind)
    return (*passages[:start], *moved, *passages[start : last + 1], *stay)
