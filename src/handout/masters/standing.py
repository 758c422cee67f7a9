"""Stand-ins: values that make own blocks of the same shape as an order's, and tell nothing of it.

They are chosen by the shape alone, so every order of a shape has the same: one wide letter in each place of the
patient's row, more of them where its entries need two lines, and for each paragraph of a note words that fill as many
lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import combinations, product

from handout.errors import LayoutError, Private
from handout.layout import Own, Part, Setup, compose
from handout.manuscript import own_blocks, own_keys
from handout.masters.model import Model

LETTER = "W"  # wide: a line is full with few of them, and so their piece of the page is short
LENGTHS = (8, 16, 24, 32, 40, 48)  # of an entry of the patient's row that is to take more room
_ENDLESS = 1e6


def stand_ins(model: Model, own: Own) -> dict[str, Private] | None:
    """Values whose own blocks have that shape; None where there are none to be found."""
    if model.partner.setting.direction == "ltr" and own.exact():
        return None  # right-to-left words in a left-to-right sheet: letters that its fonts lack
    keys = own_keys(own_blocks(model.partner.manuscript))
    lines = {key: own.lines(name) for name, key in keys.items()}
    row = [key for key in lines if not key.startswith("note-")]
    if any(lines[key] > 1 for key in row):
        return None
    word = LETTER * _fill(model.setup)
    notes = {key: " ".join([word] * count) if count > 1 else LETTER for key, count in lines.items() if key not in row}
    for lengths in _lengths(len(row)):
        values = notes | {key: LETTER * length for key, length in zip(row, lengths, strict=True)}
        made = {key: Private(value, key.partition("-")[0]) for key, value in values.items()}
        if _fits(model, made, own):
            return made
    return None


def _fits(model: Model, values: Mapping[str, Private], own: Own) -> bool:
    try:
        return model.own(model.blocks(values)).shape == own.shape
    except LayoutError:
        return False


def _fill(setup: Setup) -> int:
    """How many letters are more than half a line of a note."""
    part = Part(LETTER * 100, setup.theme.type.body)
    letter = compose(setup, [part], _ENDLESS).paragraph.widest / 100
    return math.ceil(0.55 * setup.measure / letter)


def _lengths(count: int) -> Iterator[tuple[int, ...]]:
    """How long the entries of the row may be: all short; then one longer, then two."""
    yield (1,) * count
    for many in (1, 2):
        for at, lengths in product(combinations(range(count), many), product(LENGTHS, repeat=many)):
            longer = dict(zip(at, lengths, strict=True))
            yield tuple(longer.get(index, 1) for index in range(count))
