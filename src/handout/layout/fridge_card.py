"""The fridge card on the smallest paper that holds it: on A6 if it can be, on one side if it can be.

"Get help now" stands whole on the front. No type is made smaller: where one side is not enough the doses stand on the
back, and where two are not, the card is a size larger; what room is left then goes into larger type.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from handout.errors import Finding, LayoutError
from handout.layout.blocks.chip import set_chip
from handout.layout.blocks.masthead import set_stamps
from handout.layout.blocks.panel_parts import Panel
from handout.layout.blocks.safety import set_safety
from handout.layout.flow import Passage, stack
from handout.layout.frame import Block
from handout.layout.pages import Item, Page, Pages, Tag
from handout.layout.prose import ENDLESS, Part, compose
from handout.layout.setting import Setting
from handout.layout.setup import PAPER, Setup
from handout.layout.theme.types import Theme
from handout.manuscript import CardDose, CardDoses, Manuscript, Stamps

PAPERS = ("a6", "a5", "a4")  # the smallest first
GROWN = (1.5, 1.4, 1.3, 1.2, 1.1)  # type of a card with room to spare, in parts of the theme's
HANGING = 0.3  # of the size: a space at the end of a line hangs over the measure, and must stay off the edge
APART = 12.0  # between a name and its dose on one line, pt


@dataclass(frozen=True, slots=True)
class _Side:
    """One side: its parts from top to foot, each with the white before it."""

    parts: tuple[tuple[float, Block], ...]

    @property
    def height(self) -> float:
        """With white between the parts, none before the first."""
        return sum(block.height for _, block in self.parts) + sum(before for before, _ in self.parts[1:])


@dataclass(frozen=True, slots=True)
class _Card:
    """The card as set on one paper."""

    paper: str
    setup: Setup
    sides: tuple[_Side, ...]
    tags: tuple[Tag, ...]

    @property
    def over(self) -> float:
        """By how much its fullest side is too high."""
        room = PAPER[self.paper][1] - 2 * self.setup.theme.fridge.margin
        return max(side.height for side in self.sides) - room


def lay_out_card(manuscript: Manuscript, theme: Theme, setting: Setting) -> tuple[str, Pages]:
    """The paper it takes, and its one or two pages. Raises LayoutError when even the largest does not hold it."""
    theme = replace(theme, page=replace(theme.page, stamp_rise=0.0))
    least = float("inf")
    for paper in PAPERS:
        setup = Setup(theme, setting, PAPER[paper][0] - 2 * theme.fridge.margin)
        setup = setup.for_card() if paper == PAPERS[0] else setup
        ways = [(own, closer) for own in (_tied(manuscript), manuscript) for closer in (setup, _closer(setup))]
        for sides, (own, closer) in product((1, 2), ways):
            made = _set(own, closer, paper, sides)
            least = min(least, made.over)
            if made.over <= 0.01:
                return paper, _pages(manuscript, _larger(own, made))
    what = f"the fridge card is {least:.0f} pt higher than its paper"
    raise LayoutError(Finding(what, "Print fewer exercises, or leave the card out.", path="card"))


def _tied(manuscript: Manuscript) -> Manuscript:
    """With doses whose lines end between their cells."""
    own = (block.tied() if isinstance(block, CardDoses) else block for block in manuscript.blocks)
    return replace(manuscript, blocks=tuple(own))


def _closer(setup: Setup) -> Setup:
    """The same with less white."""
    tight = setup.tightened()
    theme = tight.theme
    return replace(tight, theme=replace(theme, fridge=replace(theme.fridge, row_gap=theme.fridge.least_gap)))


def _larger(manuscript: Manuscript, made: _Card) -> _Card:
    """The same paper and sides in the largest type that they hold."""
    for factor in GROWN:
        larger = _set(manuscript, made.setup.grown(factor), made.paper, len(made.sides))
        if larger.over <= 0.01:
            return larger
    return made


def _set(manuscript: Manuscript, setup: Setup, paper: str, sides: int) -> _Card:
    """The card on one side, or on two with the doses on the back."""
    front, doses, tags = _parts(manuscript, setup)
    made = (_Side((*front, doses)),) if sides == 1 else (_Side(front), _Side((doses,)))
    return _Card(paper, setup, made, tags)


Spaced = tuple[float, Block]


def _parts(manuscript: Manuscript, setup: Setup) -> tuple[tuple[Spaced, ...], Spaced, tuple[Tag, ...]]:
    """What the front begins with, the doses, and the tags of all."""
    stamped = [set_stamps(block, setup) for block in manuscript.all(Stamps)]
    safety = set_safety(manuscript.panel, setup, Panel(("now",)))
    doses, tag = _doses(next(manuscript.all(CardDoses)), setup)
    passages: list[Passage] = [*stamped, safety]
    front = tuple((piece.before, piece.block) for passage in passages for piece in passage.pieces)
    tags = (*(passage.tag for passage in passages if passage.tag), tag)
    return front, (setup.theme.gap.section, doses), tags


def _doses(block: CardDoses, setup: Setup) -> tuple[Block, Tag]:
    """The title, an entry for each exercise, the content id."""
    types, gap = setup.theme.type, setup.theme.fridge.row_gap
    title = compose(setup, [Part(block.title, types.heading2, "card-doses/heading")], setup.width)
    origin = compose(setup, [Part(block.origin, types.sources, "card-doses/origin")], setup.width)
    inline = all(_room(dose, setup) >= 0 for dose in block.doses)
    made = [_entry(dose, setup, inline=inline) for dose in block.doses]
    rows = [(gap, entry) for entry, _ in made]
    frames = [setup.frame(setup.width) for _ in range(2)]
    for frame, prose in zip(frames, (title, origin), strict=True):
        frame.text(0, 0, prose.paragraph)
    whole = ((0.0, frames[0].block(title.height)), *rows, (gap, frames[1].block(origin.height)))
    listed = Tag("card-doses/list", "L", tuple(tag for _, tag in made), attributes={"ListNumbering": "Decimal"})
    tags = (*(replace(tag, outline=2) for tag in title.tags), listed, *origin.tags)
    return stack(setup, setup.width, whole), Tag("card-doses", block.kind.pdf, tags, title=block.title.plain)


def _start(setup: Setup) -> float:
    return setup.theme.chip.width + setup.theme.chip.gap


def _room(dose: CardDose, setup: Setup) -> float:
    """What is left of a line that holds name and dose; less than nothing where it holds them not."""
    words = ((dose.name, setup.theme.type.heading3), (dose.dose, setup.theme.type.body))
    wide = sum(compose(setup, [Part(one, style)], ENDLESS).paragraph.widest for one, style in words)
    return setup.width - _start(setup) - wide - APART


def _entry(dose: CardDose, setup: Setup, *, inline: bool) -> tuple[Block, Tag]:
    """Number, name, and the dose behind or below it."""
    types, own, start = setup.theme.type, f"card-doses/{dose.id}", _start(setup)
    measure = setup.width - start - HANGING * types.body.size
    chip, number = set_chip(setup, dose.number, f"{own}/number")
    name = compose(setup, [Part(dose.name, types.heading3, f"{own}/name")], measure)
    amount = compose(setup, [Part(dose.dose, types.body, f"{own}/dose")], measure, "end" if inline else "start")
    frame = setup.frame(setup.width)
    frame.place(0, (name.height / max(1, len(name.paragraph.lines)) - chip.height) / 2, chip)
    frame.text(start, 0, name.paragraph)
    lowered = name.paragraph.lines[0].baseline - amount.paragraph.lines[0].baseline if inline else name.height
    frame.text(start, lowered, amount.paragraph)
    height = max(name.height, lowered + amount.height)
    words = Tag(f"{own}/words", "LBody", (*name.tags, *amount.tags))
    label = tuple(replace(tag, role="Lbl") for tag in number)
    return frame.block(height), Tag(own, "LI", (*label, words), path=dose.dose.path)


def _pages(manuscript: Manuscript, made: _Card) -> Pages:
    """The sides as pages, each from the top."""
    width, height = PAPER[made.paper]
    margin = made.setup.theme.fridge.margin
    tree = Tag("document", "Document", made.tags, title=manuscript.title)
    return Pages(
        width,
        height,
        tuple(_page(side.parts, margin) for side in made.sides),
        tree,
        manuscript.tag,
        manuscript.direction,
        manuscript.title,
        manuscript.content_id,
        "now-first",
        description=manuscript.description,
    )


def _page(parts: Sequence[Spaced], margin: float) -> Page:
    y = margin
    items: list[Item] = []
    for index, (before, block) in enumerate(parts):
        y += before if index else 0.0
        items.extend(block.at(margin, y))
        y += block.height
    return Page(tuple(items))
