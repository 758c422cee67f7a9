"""Pages measured: white at the foot, lines to write on, and paragraphs that end in one short word.

Read from the finished pages, before they are written. A paragraph is told by its lines: it goes on where the next
line continues an element that has begun. Its measure is taken to be its widest line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from handout.layout.pages import Item, Page, Pages, PictureItem, ShapeItem, TextItem
from handout.layout.theme import Theme
from handout.layout.theme.distances import PageTheme

SHORT = 0.25  # of the measure: a last line of one word that is narrower is short
ONE_LINE = 3.0  # pt: baselines of one line, a figure beside its unit among them, differ by less
MOST_FOOT = 80.0  # pt: no footer is higher, and nothing else without a tag stands so low
SLIVER = 0.5  # pt: what is printed keeps clear of the footer, whose own rule lies on its edge
COLUMN = 4.0  # pt of white within a line: what follows is of another column
FAR = 2.4  # times the type size: baselines further apart are of two paragraphs
_SEEN = re.compile("[\u2066-\u2069\u00ad]")
_DESCENT = 0.24  # of the type size


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph as set: the words of each and its width."""

    page: int
    tags: set[str] = field(default_factory=set)
    lines: list[tuple[str, float]] = field(default_factory=list)

    @property
    def one_word(self) -> bool:
        """Whether its last line holds one word."""
        return len(self.lines) > 1 and len(self.lines[-1][0].split(" ")) == 1

    @property
    def short(self) -> bool:
        """Whether its last line is narrower than a quarter of the others."""
        return len(self.lines) > 1 and self.lines[-1][1] < SHORT * max(width for _, width in self.lines)

    @property
    def ends_in_one_short_word(self) -> bool:
        """What a specimen counts. A Chinese line of two characters is a word to its reader."""
        return self.one_word and self.short


@dataclass(frozen=True, slots=True)
class Measured:
    """One edition, measured. White in pt at the foot of each page, before the footer."""

    pages: int
    white: tuple[float, ...]
    notes: int  # lines to write on
    paragraphs: int  # of more lines than one
    ending: tuple[Paragraph, ...]  # those that end in one short word

    @property
    def one_word_share(self) -> float:
        """How many of a hundred paragraphs of several lines end in one short word."""
        return 100 * len(self.ending) / max(1, self.paragraphs)


def measured(pages: Pages, theme: Theme) -> Measured:
    """All that is measured of an edition."""
    found = [one for number, page in enumerate(pages.pages, 1) for one in paragraphs(page, number)]
    several = [one for one in found if len(one.lines) > 1]
    white = tuple(white_at_foot(page, pages.height, theme.page) for page in pages.pages)
    ending = tuple(one for one in several if one.ends_in_one_short_word)
    return Measured(len(pages.pages), white, note_lines(pages, theme), len(several), ending)


def paragraphs(page: Page, number: int) -> Iterator[Paragraph]:
    """The paragraphs of a page in reading order; running lines, which have no tag, left out."""
    current, last = Paragraph(number), None
    for item in page.items:
        if not isinstance(item, TextItem) or not item.tag:
            continue
        text = _SEEN.sub("", item.run.text)
        down = item.y - last.y if last else 0.0
        if last and abs(down) < ONE_LINE and _apart(last, item) < COLUMN:
            words, width = current.lines[-1]
            current.lines[-1] = (words + text, width + item.run.width)
        elif last and 0 < down < FAR * last.run.size and item.tag in current.tags:
            current.lines.append((text, item.run.width))
        else:
            yield from _whole(current)
            current = Paragraph(number, lines=[(text, item.run.width)])
        current.tags.add(item.tag)
        last = item
    yield from _whole(current)


def _apart(one: TextItem, other: TextItem) -> float:
    """The white between two runs of a line, whichever is first."""
    return max(other.x - one.x - one.run.width, one.x - other.x - other.run.width)


def _whole(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph without the spaces that hang at its lines' ends."""
    if paragraph.lines:
        paragraph.lines = [(words.strip(), width) for words, width in paragraph.lines]
        yield paragraph


def white_at_foot(page: Page, height: float, theme: PageTheme) -> float:
    """From the lowest that is printed to the foot, in pt."""
    running = [item.y - item.run.size for item in page.items if isinstance(item, TextItem) and not item.tag]
    lines = [top for top in running if top > height - theme.foot - MOST_FOOT]
    foot = min([height - theme.foot - theme.foot_height, *(top - theme.foot_pad for top in lines)])
    bottoms = (bottom for item in page.items if (bottom := _bottom(item)) < foot - theme.clear + SLIVER)
    return max(0.0, foot - theme.clear - max(bottoms, default=theme.top))


def _bottom(item: Item) -> float:
    """The lowest of an item, y downwards."""
    if isinstance(item, TextItem):
        return item.y + _DESCENT * item.run.size
    if isinstance(item, PictureItem):
        return item.y + item.picture.height
    return max((item.y + y for y in _heights(item)), default=item.y)


def _heights(item: ShapeItem) -> Iterable[float]:
    for shape in item.shapes:
        for _, points in shape.path:
            yield from points[1::2]


def note_lines(pages: Pages, theme: Theme) -> int:
    """Rules across the page that follow each other at the distance of lines to write on."""
    rules = [
        item.y
        for item in pages.pages[-1].items
        if isinstance(item, ShapeItem) and len(item.shapes) == 1 and len(item.shapes[0].path) == 2
    ]
    steps = [abs(below - above - theme.notes.line) < 0.01 for above, below in pairwise(rules)]
    return sum(steps) + 1 if any(steps) else 0
