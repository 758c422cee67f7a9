"""Days to tick and the code of the whole sheet: in a free cell, or in a strip that also says which version this is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.errors import Finding, LayoutError
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import ENDLESS, Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript import Colophon, Days, Online

WEEK = 7
Tags = tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Asides:
    """What stands beside the exercises; None where a sheet has none."""

    days: Days | None
    online: Online | None
    colophon: Colophon | None


@dataclass(frozen=True, slots=True)
class Aside:
    """It as set."""

    block: Block
    tags: Tags
    named: bool = False  # whether it says which version this is


def aside_cell(asides: Asides, setup: Setup, pictures: Mapping[str, Picture]) -> Aside:
    """In one column: the words, then two rows of seven boxes with the code at their end."""
    own, width = setup.theme.leaf, setup.column
    frame, y = _ruled(setup, width), own.rule + own.pad
    code = _code(asides.online, setup, pictures)
    tags: list[Tag] = []
    if asides.days:
        title, said, height = _headed(asides.days, setup, width)
        _place_head(frame, setup, (title, said), (y, height))
        y += height + own.day_gap
        y += _boxes(frame, setup, asides.days.days, WEEK, y)
        tags.append(Tag("days", asides.days.kind.pdf, _tagged(title, said)))
    if code:
        top = max(own.rule + own.pad, y - code[0].height)
        frame.place(width - code[0].width, top, code[0])
        y = max(y, top + code[0].height)
        tags.append(code[1])
    return Aside(frame.block(y), tuple(tags))


def aside_strip(asides: Asides, setup: Setup, pictures: Mapping[str, Picture]) -> Aside:
    """Over both columns: the title, how much there is to do, and which version this is; the boxes in one row; and the
    code at the end. Two arrangements, whichever is lower."""
    return min(
        (_strip(asides, setup, pictures, run_in=run_in) for run_in in (False, True)),
        key=lambda one: (round(one.block.height, 1), not one.named),
    )


def _strip(asides: Asides, setup: Setup, pictures: Mapping[str, Picture], *, run_in: bool) -> Aside:
    """One arrangement: how much there is to do stands beside the boxes with the version above it, or `run_in` behind
    the title with the version beside the boxes."""
    own = setup.theme.leaf
    frame, y = _ruled(setup, setup.width), own.rule + own.pad
    code = _code(asides.online, setup, pictures)
    free = setup.width - (code[0].width + own.gutter if code else 0.0)
    tags: list[Tag] = []
    foot, version, beside = y, None, 0.0
    if asides.days:
        title, said = _titled(asides.days, setup)
        boxes = asides.days.days * (own.day + own.day_gap) + own.gutter / 2
        beside = title.paragraph.widest + own.gutter
        top = y + title.height + own.day_gap
        words = compose(setup, [said], free - (beside if run_in else boxes))
        version = _version(asides.colophon, setup, free - (boxes if run_in else beside), lines=2 if run_in else 1)
        frame.text(0, y, title.paragraph)
        level = y + _level(title, words)
        first = words.height + max(0.0, level - y) if run_in else title.height
        top = y + max(first, title.height) + own.day_gap
        frame.text(beside if run_in else boxes, level if run_in else top, words.paragraph)
        row = _boxes(frame, setup, asides.days.days, 2 * WEEK, top)
        tags.append(Tag("days", asides.days.kind.pdf, _tagged(title, words)))
        if version:
            high = top + max(0.0, row - version.height) if run_in else y + _level(title, version)
            frame.text(free - version.paragraph.measure, high, version.paragraph)
            foot = high + version.height if run_in else foot
        foot = max(foot, top + max(row, 0.0 if run_in else words.height))
    if code:
        frame.place(setup.width - code[0].width, y, code[0])
        foot = max(foot, y + code[0].height)
        tags.append(code[1])
    if version:
        tags.append(Tag("colophon", Colophon.kind.pdf, version.tags))
    return Aside(frame.block(foot), tuple(tags), version is not None)


def _level(title: Prose, words: Prose) -> float:
    """How far below the title's top words begin that stand on its line."""
    return title.paragraph.lines[0].baseline - words.paragraph.lines[0].baseline


def _titled(days: Days, setup: Setup) -> tuple[Prose, Part]:
    """The title, and how much there is to do."""
    types = setup.theme.type
    title = compose(setup, [Part(days.title, types.leaf_name, "days/heading")], setup.width)
    return title, Part(days.summary, types.body, "days/summary", strong=types.strong)


def _ruled(setup: Setup, width: float) -> BlockBuilder:
    own, frame = setup.theme.leaf, setup.frame(width)
    frame.shapes(0, own.rule / 2, width, ink.rule(width, setup.theme.colours.ink, own.rule))
    return frame


def _version(colophon: Colophon | None, setup: Setup, room: float, lines: int) -> Prose | None:
    """Which version this is; None where that takes more lines, or a word is wider than the room."""
    texts = [text for text in colophon.texts if text] if colophon else []
    if not texts:
        return None
    parts = [Part(text, setup.theme.type.foot, f"colophon/{n}") for n, text in enumerate(texts, 1)]
    said = compose(setup, parts, room)
    if len(said.paragraph.lines) > lines or said.paragraph.widest > room:
        return None
    return compose(setup, parts, said.paragraph.widest + 0.01)


def _tagged(title: Prose, said: Prose) -> Tags:
    return (*(replace(tag, outline=2) for tag in title.tags), *said.tags)


def _place_head(frame: BlockBuilder, setup: Setup, proses: tuple[Prose, Prose], place: tuple[float, float]) -> None:
    """The title and how much there is to do, in one line or two; `place`: top and height."""
    (title, said), (y, height) = proses, place
    frame.text(0, y, title.paragraph)
    if height > title.height:
        frame.text(0, y + title.height, said.paragraph)
    else:
        base = title.paragraph.lines[0].baseline - said.paragraph.lines[0].baseline
        frame.text(title.paragraph.widest + setup.theme.leaf.gutter, y + base, said.paragraph)


def _boxes(frame: BlockBuilder, setup: Setup, days: int, per_row: int, y: float) -> float:
    """Boxes with the number of their day, as decoration; how high they are together."""
    own = setup.theme.leaf
    for day in range(days):
        row, place = divmod(day, per_row)
        x, top = place * (own.day + own.day_gap), y + row * (own.day_height + own.day_gap)
        box = ink.rounded(own.day, own.day_height, 2, stroke=(setup.theme.colours.ink, 0.75))
        frame.shapes(x, top, own.day, box)
        number = compose(setup, [Part(setup.setting.numeral(day + 1), setup.theme.type.quiet)], own.day - 5)
        frame.text(x + 2.5, top + 0.5, number.paragraph)
    rows = -(-days // per_row)
    return rows * own.day_height + (rows - 1) * own.day_gap


def _headed(days: Days, setup: Setup, width: float) -> tuple[Prose, Prose, float]:
    """The title and how much there is to do, side by side where they go into one line; and how high both are."""
    types = setup.theme.type
    title = compose(setup, [Part(days.title, types.leaf_name, "days/heading")], width)
    part = Part(days.summary, types.body, "days/summary", strong=types.strong)
    beside = width - title.paragraph.widest - setup.theme.leaf.gutter
    if len(title.paragraph.lines) == 1 and compose(setup, [part], ENDLESS).paragraph.widest <= beside:
        return title, compose(setup, [part], beside), title.height
    said = compose(setup, [part], width)
    return title, said, title.height + said.height


def _code(online: Online | None, setup: Setup, pictures: Mapping[str, Picture]) -> tuple[Block, Tag] | None:
    """The code under the word that says what it opens. Raises LayoutError without its picture."""
    if online is None:
        return None
    picture = pictures.get(online.code.ref)
    if picture is None:
        raise LayoutError(Finding("there is no picture of the code", "draw it"))
    part = Part(online.say, setup.theme.type.strong, "online/say")
    wide = compose(setup, [part], ENDLESS).paragraph.widest
    said = compose(setup, [part], max(picture.width, wide) + 0.01, "center")
    width = max(picture.width, said.paragraph.measure)
    frame = setup.frame(width)
    frame.text(0, 0, said.paragraph)
    frame.picture((width - picture.width) / 2, said.height, picture, "online/code")
    code = Tag("online/code", online.code.kind.pdf, alt=online.code.alt)
    return frame.block(said.height + picture.height), Tag("online", online.kind.pdf, (*said.tags, code))
