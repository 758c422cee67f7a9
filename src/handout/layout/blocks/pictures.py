"""A card's pictures: start > end, a divider before others, captions below. Drawings keep their size.

In a right-to-left page the order and the chevron are mirrored; what is drawn never is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.errors import Finding, LayoutError
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript import Illustration, ZoneKey


@dataclass(frozen=True, slots=True)
class SetPicture:
    """A picture of a card with its drawing and the id of its tag."""

    place: Illustration
    picture: Picture
    name: str
    caption: float = 0.0  # the width of its caption on one line, where that was measured

    @property
    def starts(self) -> bool:
        """Whether the next picture shows where the movement goes."""
        return self.place.frame.endswith("start")


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
    as wide as the captions like, or as narrow as the pictures allow. None is wider than the theme's most."""
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
        measure = max(min(width, size.most), narrow)
        made.append(_rows(setup, rows, measure))
        if measure - narrow > 8:
            made.append(_rows(setup, rows, narrow))
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


def _least(setup: Setup, one: SetPicture) -> float:
    """The narrowest a cell may be: its picture, a few words of caption, the key of a place on one line."""
    key = _zone(setup, one)
    return max(one.picture.width, setup.theme.type.caption.size * 5, key.width if key else 0.0)


def _needed(setup: Setup, row: Sequence[SetPicture]) -> float:
    return sum(_least(setup, one) for one in row) + sum(_separators(setup, row))


def _wanted(setup: Setup, row: Sequence[SetPicture]) -> float:
    most = setup.theme.type.caption.size * 11.5
    widths = [max(one.picture.width, min(_caption_width(setup, one), most)) for one in row]
    return sum(widths) + sum(_separators(setup, row))


def measured(setup: Setup, pictures: Sequence[SetPicture]) -> tuple[SetPicture, ...]:
    """The same with the widths of their captions, which every arrangement asks for."""
    return tuple(replace(one, caption=_caption_width(setup, one)) for one in pictures)


def _caption_width(setup: Setup, one: SetPicture) -> float:
    return one.caption or _caption(setup, one, 10_000).width


def _cells(setup: Setup, row: Sequence[SetPicture], width: float) -> list[float]:
    """Widths of the cells of a row: what the pictures need, the rest to the captions that want it."""
    cells = [_least(setup, one) for one in row]
    wants = [max(cell, _caption_width(setup, one)) - cell for cell, one in zip(cells, row, strict=True)]
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
    size = setup.theme.pictures
    cells = _cells(setup, row, width)
    tall = max(one.picture.height for one in row)
    frame, x, foot = setup.frame(width), 0.0, tall
    tags: list[Tag] = []
    gaps = [*_separators(setup, row), 0.0]
    for one, cell, gap in zip(row, cells, gaps, strict=True):
        picture, place = one.picture, one.place
        top = (tall - picture.height) / (2 if place.shows == "zone" else 1)
        frame.picture(x + (cell - picture.width) / 2, top, picture, f"{one.name}/drawing")
        figure = Tag(f"{one.name}/drawing", place.kind.pdf, alt=place.alt, path=place.path)
        made = _caption(setup, one, cell + gap)
        frame.place(x + (cell - made.width) / 2, tall + size.caption_gap, made.block)
        foot = max(foot, tall + size.caption_gap + made.block.height)
        tags.append(Tag(one.name, "Div", (figure, *made.tags)))
        x += cell
        if gap:
            _separate(frame, setup, one, (x, gap, tall))
            x += gap
    return frame.block(foot), tuple(tags)


def _separate(frame: BlockBuilder, setup: Setup, one: SetPicture, place: tuple[float, float, float]) -> None:
    x, gap, tall = place
    size, colours = setup.theme.pictures, setup.theme.colours
    if one.starts:
        chevron = ink.chevron(size.chevron_width, size.chevron_height, colours.accent)
        start = x + (gap - size.chevron_width) / 2
        frame.shapes(start, (tall - size.chevron_height) / 2, size.chevron_width, chevron, mirror=True)
    else:
        frame.shapes(x + gap / 2, 4, 0, ink.upright(tall - 8, colours.hair, 0.75))


@dataclass(frozen=True, slots=True)
class _Caption:
    block: Block
    tags: tuple[Tag, ...]

    @property
    def width(self) -> float:
        return self.block.width


def _caption(setup: Setup, one: SetPicture, measure: float) -> _Caption:
    """Centred below the picture; the key of a place stands above its words."""
    zone = _zone(setup, one)
    types = setup.theme.type
    caption = one.place.caption
    strong = any(inline.strong for inline in caption.inlines)
    style = types.caption if strong else types.caption_word
    part = Part(caption, style, f"{one.name}/caption", strong=types.caption_word)
    wide = compose(setup, [part], measure)
    fitted = compose(setup, [part], wide.paragraph.widest + 0.01, "center")
    if zone is None or not fitted.paragraph.lines:
        return zone or _Caption(_text(setup, fitted), fitted.tags)
    width = max(zone.width, fitted.paragraph.measure)
    frame = setup.frame(width)
    frame.place((width - zone.width) / 2, 0, zone.block)
    frame.text((width - fitted.paragraph.measure) / 2, zone.block.height, fitted.paragraph)
    tag = Tag(f"{one.name}/words", "Caption", (*zone.tags, *(replace(t, role="Span") for t in fitted.tags)))
    return _Caption(frame.block(zone.block.height + fitted.height), (tag,))


def _text(setup: Setup, prose: Prose) -> Block:
    frame = setup.frame(prose.paragraph.measure)
    frame.text(0, 0, prose.paragraph)
    return frame.block(prose.height)


def _zone(setup: Setup, one: SetPicture) -> _Caption | None:
    """The key of a place: yes with a hatched swatch, no with a cross."""
    keys = one.place.keys
    if not keys:
        return None
    size, style = setup.theme.pictures, setup.theme.type.caption_word
    placed: list[tuple[float, Prose]] = []
    drawn: list[tuple[float, ZoneKey]] = []
    x = 0.0
    for index, key in enumerate(keys):
        part = Part(key, style, f"{one.name}/key-{index + 1}")
        wide = compose(setup, [part], 10_000).paragraph.widest
        x += 8.0 if index else 0.0
        placed.append((x, compose(setup, [part], wide + 0.01)))
        x += wide + 4.0
        drawn.append((x, key))
        x += size.swatch_width if key.allowed else size.cross
    frame = setup.frame(x)
    for (start, prose), (mark, key) in zip(placed, drawn, strict=True):
        frame.text(start, 0, prose.paragraph)
        _mark(frame, setup, key, (mark, prose.paragraph.lines[0].baseline - 0.36 * style.size))
    return _Caption(frame.block(placed[0][1].height), tuple(tag for _, prose in placed for tag in prose.tags))


def _mark(frame: BlockBuilder, setup: Setup, key: ZoneKey, place: tuple[float, float]) -> None:
    """A hatched swatch or a cross; `place` is where it starts and the middle of its height."""
    size, colours, (start, middle) = setup.theme.pictures, setup.theme.colours, place
    if key.allowed:
        width, height = size.swatch_width, size.swatch_height
        frame.shapes(start, middle - height / 2, width, ink.hatched(width, height, colours.accent))
    else:
        frame.shapes(start, middle - size.cross / 2, size.cross, ink.cross(size.cross, colours.warning))
