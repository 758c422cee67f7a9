"""A card's pictures: start > end, a divider before others, captions below; that of a place stands below it or beside
it. Drawings keep their size.

In a right-to-left page the order and the chevron are mirrored; what is drawn never is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.errors import Finding, LayoutError
from handout.layout.blocks.captions import SetPicture, below_it, beside_it, caption_width, least_width
from handout.layout.flow import SetPart
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.setup import Setup
from handout.manuscript import Illustration


def shown(places: Sequence[Illustration], pictures: Mapping[str, Picture], name: str) -> tuple[SetPicture, ...]:
    """The pictures of a card. Raises LayoutError for each that was not drawn."""
    made: list[SetPicture] = []
    findings: list[Finding] = []
    for index, place in enumerate(places, 1):
        picture = pictures.get(place.ref)
        if picture is None:
            hint = "draw it, or give a file for it"
            findings.append(Finding(f"there is no picture {place.ref}", hint, path=place.path))
        else:
            made.append(SetPicture(place, picture, f"{name}/{index}"))
    if findings:
        raise LayoutError(findings)
    return tuple(made)


Arranged = tuple[Block, tuple[Tag, ...]]


def arrangements(setup: Setup, pictures: Sequence[SetPicture]) -> tuple[Arranged, ...]:
    """Every sensible way to stand them beside words: all in one row, in rows of two, one under the other;
    as wide as the captions like, or as narrow as the pictures allow; the caption of a place below it, or beside it.
    None is wider than the theme's most."""
    aside = tuple(replace(one, aside=True, caption=0.0) if one.place.keys else one for one in pictures)
    both = (pictures,) if aside == tuple(pictures) else (pictures, aside)
    return tuple(way for own in both for way in _stood(setup, own))


def _stood(setup: Setup, pictures: Sequence[SetPicture]) -> tuple[Arranged, ...]:
    """The same, where it is settled where captions stand."""
    size = setup.theme.pictures
    made: list[Arranged] = []
    for per_row in sorted({len(pictures), 2, 1}, reverse=True):
        if per_row > len(pictures):
            continue
        rows = [pictures[i : i + per_row] for i in range(0, len(pictures), per_row)]
        width = max(_wanted(setup, row) for row in rows)
        least = max(_needed(setup, row) for row in rows)
        if least > size.most + size.more and per_row > 1:
            continue
        narrow = max(least, size.least if per_row > 1 else 0.0)
        wide = max(min(width, size.most + size.more), narrow)
        measures = [max(min(width, size.most), narrow)]
        for other in (wide, narrow):
            if all(abs(other - one) > 8 for one in measures):
                measures.append(other)
        made.extend(_rows(setup, rows, measure) for measure in measures)
    return tuple(made)


def across(setup: Setup, pictures: Sequence[SetPicture]) -> Arranged | None:
    """All in one row over the page's width, or as many rows as they need."""
    for per_row in range(len(pictures), 0, -1):
        rows = [pictures[i : i + per_row] for i in range(0, len(pictures), per_row)]
        least = max(_needed(setup, row) for row in rows)
        if least <= setup.width:
            width = max(_wanted(setup, row) for row in rows)
            return _rows(setup, rows, max(least, min(width, setup.width)))
    return None


def _separators(setup: Setup, row: Sequence[SetPicture]) -> list[float]:
    size = setup.theme.pictures
    return [size.between if one.starts else size.beside for one in row[:-1]]


def _needed(setup: Setup, row: Sequence[SetPicture]) -> float:
    return sum(least_width(setup, one) for one in row) + sum(_separators(setup, row))


def _wanted(setup: Setup, row: Sequence[SetPicture]) -> float:
    most = setup.theme.type.caption.size * 11.5
    widths = [max(one.picture.width, min(caption_width(setup, one), most)) for one in row]
    return sum(widths) + sum(_separators(setup, row))


def measured(setup: Setup, pictures: Sequence[SetPicture]) -> tuple[SetPicture, ...]:
    """The same with the widths of their captions, which every arrangement asks for."""
    return tuple(replace(one, caption=caption_width(setup, one)) for one in pictures)


def _cells(setup: Setup, row: Sequence[SetPicture], width: float) -> list[float]:
    """Widths of the cells of a row: what the pictures need, the rest to the captions that want it."""
    cells = [least_width(setup, one) for one in row]
    wants = [max(cell, caption_width(setup, one)) - cell for cell, one in zip(cells, row, strict=True)]
    spare = width - sum(cells) - sum(_separators(setup, row))
    total = sum(wants)
    if total >= spare:
        spare = max(spare, 0.0)
        return [cell + spare * want / max(total, 1e-9) for cell, want in zip(cells, wants, strict=True)]
    each = (spare - total) / len(row)
    return [cell + want + each for cell, want in zip(cells, wants, strict=True)]


def _rows(setup: Setup, rows: Sequence[Sequence[SetPicture]], width: float) -> Arranged:
    size = setup.theme.pictures
    frame, y = setup.frame(width), 0.0
    tags: list[Tag] = []
    for index, row in enumerate(rows):
        if index:
            y += _between_rows(frame, setup, rows[index - 1][-1], y)
        block, made = _row(setup, row, width)
        frame.place((width - block.width) / 2, y, block)
        y += block.height + (size.row_gap if index < len(rows) - 1 else 0.0)
        tags.extend(made)
    return frame.block(y), tuple(tags)


def _between_rows(frame: BlockBuilder, setup: Setup, before: SetPicture, y: float) -> float:
    """A chevron that points down where the next row is where the movement goes."""
    if not before.starts:
        return 0.0
    size = setup.theme.pictures
    shapes = ink.turned(ink.chevron(size.chevron_width, size.chevron_height, setup.theme.colours.accent))
    frame.shapes((frame.width - size.chevron_height) / 2, y - size.row_gap + 3, size.chevron_height, shapes)
    return size.chevron_width


def _row(setup: Setup, row: Sequence[SetPicture], width: float) -> Arranged:
    cells = _cells(setup, row, width)
    tall = max(one.picture.height for one in row if not one.aside or len(row) == 1)
    frame, x, foot = setup.frame(width), 0.0, max(one.picture.height for one in row)
    tags: list[Tag] = []
    gaps = [*_separators(setup, row), 0.0]
    for one, cell, gap in zip(row, cells, gaps, strict=True):
        picture, place = one.picture, one.place
        made = beside_it(setup, one) if one.aside else below_it(setup, one, cell + gap)
        wide, start, head = _places(setup, one, (cell, tall), made)
        top = max(0.0, tall - picture.height) / (2 if place.shows == "zone" else 1)
        frame.picture(x + wide, top, picture, f"{one.name}/drawing")
        figure = Tag(f"{one.name}/drawing", place.kind.pdf, alt=place.alt, path=place.path)
        frame.place(x + start, head, made.block)
        foot = max(foot, head + made.block.height)
        tags.append(Tag(one.name, "Div", (figure, *made.tags)))
        x += cell
        if gap:
            _separate(frame, setup, one, (x, gap, tall))
            x += gap
    return frame.block(foot), tuple(tags)


def _places(
    setup: Setup, one: SetPicture, cell: tuple[float, float], made: SetPart
) -> tuple[float, float, float]:
    """Where a picture starts in its cell, where its caption does, and how far down; `cell`: its width, and the height
    of the highest picture of the row."""
    size, (width, tall) = setup.theme.pictures, cell
    if not one.aside:
        return (width - one.picture.width) / 2, (width - made.block.width) / 2, tall + size.caption_gap
    start = (width - one.picture.width - size.row_gap - made.block.width) / 2
    return start, start + one.picture.width + size.row_gap, max(0.0, (tall - made.block.height) / 2)


def _separate(frame: BlockBuilder, setup: Setup, one: SetPicture, place: tuple[float, float, float]) -> None:
    x, gap, tall = place
    size, colours = setup.theme.pictures, setup.theme.colours
    if one.starts:
        chevron = ink.chevron(size.chevron_width, size.chevron_height, colours.accent)
        start = x + (gap - size.chevron_width) / 2
        frame.shapes(start, (tall - size.chevron_height) / 2, size.chevron_width, chevron, mirror=True)
    else:
        frame.shapes(x + gap / 2, 4, 0, ink.upright(tall - 8, colours.hair, 0.75))
