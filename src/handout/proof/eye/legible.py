"""Can the words of a page be read: contrast, ink, size, place, and nothing on top of them.

A word's colour is what its operator says, its ground the pixels of the page without words, and its ink what the
words change in them: what is painted over a word later, clips it or makes it see-through leaves no ink.
Contrast after WCAG 2.2, success criterion 1.4.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import cast

from handout.proof.eye.glass import FILL, Area, Glass, Run, SeenGlyph, SeenWords
from handout.proof.eye.paths import RGB, Box

CONTRAST = 4.5  # WCAG 2.2, 1.4.3, for text of any size
SPOILT = 0.1  # of the ground under a run may be of less contrast: a rule that a descender crosses
MARGIN = 9.0  # pt, 3 mm: what printers leave white; many leave 4 mm, which a theme should clear
SLACK = 0.05  # pt, of rounding
SQUEEZE = (0.85, 1.18)  # width of type against its height
LEVEL = 0.01
GLYPH = 0.3  # of the least size: how high the highest letter of a run is at least
FLAT = "\u0660\u06f0\u4e00\u3161"  # digits and letters that are a dot or a stroke: Arabic zero, one in Chinese, eu
INKED = 0.5  # of the difference between a word's colour and its ground, in each letter; a printed one has at least 0.7
BANDS = 3  # of a letter's height, each of which has ink: a letter without its upper half may be another
OVER = (0.45, 0.3)  # of the lower run's height and of the narrower one's width: they stand on each other
PILED = 0.5  # of the narrower of two letters in a run; Noto shares 0.12 at most, and 0.4 in a theme that draws it close
STRUCK = 0.34  # of a letter's ground may be of less contrast: a rule runs through it


def faults(glass: Glass, words: SeenWords, floor: float) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of one page, as (kind, the word it is about), a pair for each run and kind.

    `floor` is the least size of type in points.
    """
    said = [run for run in words.runs if any(sign.isprintable() and not sign.isspace() for sign in run.text)]
    runs = [run for run in said if run.glyphs]
    for run in said:
        if not run.glyphs:  # readers find it, and it has no height on the page
            yield "hidden", run.text.strip()
    for run in runs:
        for kind in _faults_of(glass, run, floor):
            yield kind, run.text.strip()
    for one, other in _overlaps(runs):
        yield "overlap", f"{one.text.strip()} / {other.text.strip()}"
    for word in words.astray:
        yield "astray", word


def _faults_of(glass: Glass, run: Run, floor: float) -> Iterator[str]:
    if run.mode != FILL or run.alpha < 255:
        yield "transparent"
        return
    if not SQUEEZE[0] <= run.stretch <= SQUEEZE[1] or run.slant > LEVEL:
        yield "distorted"
    if run.size < floor - SLACK or _highest(run) < GLYPH * floor:
        yield "small"
    if any(_piled(one, other) for one, other in pairwise(run.glyphs)):
        yield "piled"
    area = glass.area(run.box) if _within(run.box, glass.box) else None
    if area is None:
        yield "edge"
        return
    yield from _contrast(glass, area, run)


def _highest(run: Run) -> float:
    """The height of its highest letter or digit; of any length where it has none."""
    letters = [glyph.box[3] - glyph.box[1] for glyph in run.glyphs if glyph.sign.isalnum() and glyph.sign not in FLAT]
    return max(letters, default=float("inf"))


def _within(box: Box, page: Box) -> bool:
    return (
        box[0] >= page[0] + MARGIN
        and box[1] >= page[1] + MARGIN
        and box[2] <= page[2] - MARGIN
        and box[3] <= page[3] - MARGIN
    )


def _contrast(glass: Glass, area: Area, run: Run) -> Iterator[str]:
    """Whether its ground is apart from it, and each of its letters is there."""
    spoilt, paper = _spoilt(glass, area, run.colour)
    if spoilt > SPOILT:
        yield "faint"
        return
    apart = INKED * max(abs(a - b) for a, b in zip(run.colour, paper, strict=True))
    for glyph in run.glyphs:
        if glyph.sign.isspace():
            continue
        place = glass.area(glyph.box)
        if place is None or not all(glass.inked(part, apart) for part in _parts(glyph.sign, place)):
            yield "hidden"
            return
        if spoilt and _struck(glass, place, run.colour):
            yield "struck"
            return


def _parts(sign: str, area: Area) -> Iterator[Area]:
    """The places of a letter that have ink each."""
    left, upper, right, lower = area
    bands = BANDS if _simple(sign) else 1
    for band in range(bands):
        yield left, upper + (lower - upper) * band // bands, right, upper + (lower - upper) * (band + 1) // bands


def _simple(sign: str) -> bool:
    """Whether it is a letter of an alphabet with capitals, or a digit: drawn beside the last, from top to bottom."""
    return (sign.isupper() or sign.islower() or sign.isdecimal()) and sign not in FLAT


def _piled(one: SeenGlyph, other: SeenGlyph) -> bool:
    """Whether two letters stand on each other; those of a ligature have one place."""
    if one.box == other.box or not (_simple(one.sign) and _simple(other.sign)):
        return False
    narrower = min(one.box[2] - one.box[0], other.box[2] - other.box[0])
    return min(one.box[2], other.box[2]) - max(one.box[0], other.box[0]) > PILED * narrower


def _spoilt(glass: Glass, area: Area, colour: RGB) -> tuple[float, RGB]:
    """How much of an area is of too little contrast with a colour, and the colour of most of it."""
    cut = glass.ground.crop(area)
    counts = cast("list[tuple[int, RGB]]", cut.getcolors(cut.width * cut.height))
    least = sum(count for count, ground in counts if contrast(colour, ground) < CONTRAST)
    return least / (cut.width * cut.height), max(counts)[1]


def _struck(glass: Glass, area: Area, colour: RGB) -> bool:
    """Whether something in the letter's own colour runs through its place."""
    return area[2] - area[0] > 2 and _spoilt(glass, area, colour)[0] > STRUCK


def contrast(one: RGB, other: RGB) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=4096)
def _luminance(colour: RGB) -> float:
    """Relative luminance of sRGB, 0 to 1."""
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _overlaps(runs: Sequence[Run]) -> Iterator[tuple[Run, Run]]:
    """Pairs of runs that stand on each other."""
    placed = sorted(((run.box, run) for run in runs), key=lambda pair: pair[0][1])
    for index, (box, run) in enumerate(placed):
        for other_box, other in _until(placed[index + 1 :], box[3]):
            wide = min(box[2], other_box[2]) - max(box[0], other_box[0])
            high = min(box[3], other_box[3]) - max(box[1], other_box[1])
            lower = min(box[3] - box[1], other_box[3] - other_box[1])
            narrower = min(box[2] - box[0], other_box[2] - other_box[0])
            if high > OVER[0] * lower and wide > OVER[1] * narrower:
                yield run, other


def _until(placed: Iterable[tuple[Box, Run]], top: float) -> Iterator[tuple[Box, Run]]:
    for box, run in placed:
        if box[1] >= top:
            return
        yield box, run
