"""Spans to pieces: shaped stretches between places where a line may end.

In: spans and a paragraph style. Out: pieces in logical order, grouped in units that stay on one line.
Nothing here depends on the measure, so equal spans are prepared once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from handout.cache import CacheRegion, key_of
from handout.errors import Private
from handout.text.bidi import is_plain_left_to_right, resolve
from handout.text.breaks import line_breaks
from handout.text.characters import CJK_SCRIPTS, DROPPED, JOINING, SOFT_HYPHEN, TRACKED
from handout.text.closing_up import WIDE_ENDS
from handout.text.faces import FACES, NARROW
from handout.text.itemise import Item, itemise
from handout.text.refusal import refuse
from handout.text.shape import SHAPED, Shaped, ShapeSetting, shape
from handout.text.ties import reluctance
from handout.text.types import ParagraphStyle, Span


@dataclass(frozen=True, slots=True)
class ShapedPiece:
    """A shaped stretch of one span, level, face and script."""

    shaped: Shaped
    setting: ShapeSetting
    span: Span
    level: int
    private: bool = False  # its text, or the letters it joins to, are a patient's


@dataclass(frozen=True, slots=True)
class Unit:
    """Pieces that stay on one line; `parts` are what it falls into at its soft hyphens."""

    pieces: tuple[ShapedPiece, ...]
    width: float
    tail: float  # width of its trailing spaces, which hang
    reluctance: float = 0.0  # what it costs to end a line with it
    parts: tuple[Unit, ...] = ()


CLOSER = -0.03  # em between letters of East Asia, whose faces have no axis of width: Korean type is often set so
PARAGRAPHS: CacheRegion[tuple[tuple[Unit, ...], ...]] = CacheRegion("paragraphs before line breaking", 4096)


def prepare(spans: tuple[Span, ...], style: ParagraphStyle) -> tuple[tuple[Unit, ...], ...]:
    """The units of each part of a paragraph that a forced break (U+000A) ends."""
    private = any(isinstance(span.text, Private) for span in spans)
    if private:
        return _prepare(spans, style)
    return style.cache.get(PARAGRAPHS, key_of(spans, style), lambda: _prepare(spans, style))


def _prepare(spans: tuple[Span, ...], style: ParagraphStyle) -> tuple[tuple[Unit, ...], ...]:
    stretches = [_Stretch(part, style) for part in _forced_parts(spans)]
    if not all(stretch.covered for stretch in stretches):
        refuse(spans)
    return tuple(tuple(stretch.units()) for stretch in stretches)


def text_of(span: Span) -> str:
    """A span's text, a patient's value opened."""
    return span.text.reveal() if isinstance(span.text, Private) else span.text


def _forced_parts(spans: Sequence[Span]) -> Iterator[list[tuple[Span, str]]]:
    """Spans with their texts, cut at U+000A."""
    part: list[tuple[Span, str]] = []
    for span in spans:
        first, *rest = text_of(span).split("\n")
        part.append((span, first))
        for text in rest:
            yield part
            part = [(span, text)]
    yield part


@dataclass(frozen=True, slots=True)
class _Segment:
    """text[start:end] in one setting of one span."""

    start: int
    end: int
    span: Span
    setting: ShapeSetting
    level: int


class _Stretch:
    """One part between forced breaks: its text in segments, and the units cut from them."""

    def __init__(self, part: Sequence[tuple[Span, str]], style: ParagraphStyle) -> None:
        self.style = style
        self.text = "".join([text for _, text in part])
        self.private = any(isinstance(span.text, Private) for span, _ in part)
        self.items = _span_items(part, self.text, style)
        broken = any(unicodedata.category(text[0]).startswith("M") for _, text in part if text)
        self.covered = not broken and all(item.face for _, item in self.items)

    def units(self) -> Iterator[Unit]:
        """The units in order; none where the part is empty."""
        segments = list(self._segments())
        first = start = 0
        ends = line_breaks(self.text, self.style.language)
        for end, cost in zip(ends, reluctance(self.text, ends, self.style.language), strict=True):
            while first < len(segments) and segments[first].end <= start:
                first += 1
            unit = replace(self._unit(segments[first:], start, end), reluctance=cost)
            if SOFT_HYPHEN in self.text[start : end - 1]:
                hyphens = [place + 1 for place in range(start, end - 1) if self.text[place] == SOFT_HYPHEN]
                places = [start, *hyphens, end]
                parts = [self._unit(segments[first:], a, b) for a, b in pairwise(places)]
                parts[-1] = replace(parts[-1], reluctance=cost)
                unit = replace(unit, parts=tuple(parts))
            yield unit
            start = end

    def _segments(self) -> Iterator[_Segment]:
        """Stretches of one span, item and level, without what is dropped."""
        base = 1 if self.style.direction == "rtl" else 0
        plain = base == 0 and is_plain_left_to_right(self.text)
        levels = [0] * len(self.text) if plain else resolve(self.text, base).levels
        dropped = not DROPPED.isdisjoint(self.text) or SOFT_HYPHEN in self.text
        for span, item in self.items:
            if plain and not dropped:
                yield _Segment(item.start, item.end, span, _setting(span, item, 0, self.style), 0)
                continue
            for (level, drop), places in groupby(
                range(item.start, item.end), key=lambda place: (levels[place], self.text[place] in DROPPED)
            ):
                if not drop:
                    start, *rest = places
                    end = start + 1 + len(rest)
                    yield _Segment(start, end, span, _setting(span, item, level, self.style), level)

    def _unit(self, segments: Sequence[_Segment], start: int, end: int) -> Unit:
        pieces: list[ShapedPiece] = []
        for segment in segments:
            if segment.start >= end:
                break
            first, last = max(start, segment.start), min(end, segment.end)
            if self.text[first:last].strip(SOFT_HYPHEN):
                pieces.append(self._piece(segment, first, last))
        tail = 0.0
        for piece in reversed(pieces):
            tail += piece.shaped.tail
            if not piece.shaped.blank:
                break
        return Unit(tuple(pieces), sum([piece.shaped.width for piece in pieces]), tail)

    def _piece(self, segment: _Segment, start: int, end: int) -> ShapedPiece:
        setting = segment.setting
        if setting.script in JOINING:
            before = "" if self._parts_words(start) else self.text[max(0, start - 3) : start]
            after = "" if self._parts_words(end) else self.text[end : end + 3]
            if before or after:
                setting = replace(setting, before=before, after=after)
        elif self.text[start] == " " and self.text[start - 1 : start] in WIDE_ENDS:
            setting = replace(setting, before=self.text[start - 1])
        private = self.private and (isinstance(segment.span.text, Private) or setting is not segment.setting)
        text = self.text[start:end]
        if private:  # a patient's is forgotten at once
            shaped = shape(text, setting)
        else:
            shaped = self.style.cache.get(SHAPED, (text, setting), lambda: shape(text, setting))
        return ShapedPiece(shaped, setting, segment.span, segment.level, private)

    def _parts_words(self, place: int) -> bool:
        """Whether no letter could join across this place."""
        sides = self.text[max(0, place - 1) : place + 1]
        return len(sides) < 2 or sides[0].isspace() or sides[1].isspace()


def _setting(span: Span, item: Item, level: int, style: ParagraphStyle) -> ShapeSetting:
    # A name in another script than the sheet's is never smaller than the words beside it: 12 pt is the floor.
    factor = style.size if item.face == style.faces[0] else max(1.0, FACES[item.face].factor)
    size = span.size * factor
    closer = CLOSER * size if style.narrow and item.script in CJK_SCRIPTS else 0.0
    return ShapeSetting(
        face=NARROW.get(item.face, item.face) if style.narrow else item.face,
        weight=span.weight,
        size=size,
        script=item.script,
        language=span.language,
        right_to_left=bool(level & 1),
        tracking=closer + (style.tracking if item.script in TRACKED else 0.0),
    )


def _span_items(
    part: Sequence[tuple[Span, str]], whole: str, style: ParagraphStyle
) -> list[tuple[Span, Item]]:
    """Items cut at spans. A span of another language than the paragraph's is itemised in its own."""
    page_items = itemise(whole, style.language, style.faces)
    result: list[tuple[Span, Item]] = []
    start = 0
    for span, text in part:
        end = start + len(text)
        items: Iterable[Item] = page_items
        if span.language != style.language:
            items = [_shifted(item, start) for item in itemise(text, span.language, style.faces)]
        for item in items:
            if item.start < end and item.end > start:
                own = Item(max(item.start, start), min(item.end, end), item.face, item.script)
                result.append((span, own))
        start = end
    return result


def _shifted(item: Item, by: int) -> Item:
    return Item(item.start + by, item.end + by, item.face, item.script)
