"""A paragraph set to a measure: units to lines, lines to runs at fixed places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from handout.errors import Private
from handout.text.bidi import bidi_class, trailing_from, visual_order
from handout.text.characters import SOFT_HYPHEN
from handout.text.faces import FACES
from handout.text.fit import SLACK, ends_of
from handout.text.pieces import ShapedPiece, Unit, prepare
from handout.text.reach import OVER, grown, may_meet, reach
from handout.text.shape import shape
from handout.text.types import GlyphRun, Line, Paragraph, ParagraphStyle, PlacedRun, Span


def typeset(spans: Sequence[Span], style: ParagraphStyle, measure: float) -> Paragraph:
    """Set spans to lines no wider than the measure (pt), as few as can be, broken for the whole paragraph.

    The space at a line end hangs outside the measure. U+000A ends a line. Soft hyphens are used only in a
    word that is wider than the measure by itself; a word that has none overflows, and `widest` says so. Lines
    whose marks would meet stand further apart than the style's leading, and no mark leaves the paragraph.
    No text at all gives no lines. Raises `TextError` for characters that no face covers.
    """
    baseline = _baseline(spans, style)
    lines: list[Line] = []
    if any(span.text for span in spans):
        for units in prepare(tuple(spans), style):
            for pieces in _lines(units, measure, level=style.align == "center"):
                lines.append(_line(pieces, style, measure, baseline + len(lines) * style.leading))
    widest = max((line.width for line in lines), default=0.0)
    height = len(lines) * style.leading
    if lines and may_meet(style, max(span.size for span in spans)):
        lines, height = _parted(lines, style.leading)
    return Paragraph(tuple(lines), measure, height, widest)


def _parted(lines: list[Line], leading: float) -> tuple[list[Line], float]:
    """Lines whose ink stands clear of each other's and within the paragraph, and how high that is."""
    step = grown(lines, leading)
    above, below = reach(lines[0])[0], reach(lines[-1])[1]
    top = max(0.0, above - lines[0].baseline - OVER)
    foot = max(0.0, below - (leading - lines[0].baseline) - OVER)
    moved = [replace(line, baseline=lines[0].baseline + top + index * step) for index, line in enumerate(lines)]
    return moved, top + (len(lines) - 1) * step + leading + foot


def _baseline(spans: Sequence[Span], style: ParagraphStyle) -> float:
    """From the top of a line: the extents of the first face at the largest size, centred in the leading."""
    face = FACES[style.faces[0]]
    em = max((span.size for span in spans), default=0.0) * style.size / 1000
    return (style.leading - (face.up + face.down) * em) / 2 + face.up * em


def _lines(units: Sequence[Unit], measure: float, *, level: bool) -> Iterator[list[ShapedPiece]]:
    """Lines of pieces. Always at least one: a forced break may end an empty one."""
    broken = list(_broken(units, measure))
    if not broken:
        yield []
        return
    widths, tails = [unit.width for unit in broken], [unit.tail for unit in broken]
    start = 0
    for end in ends_of(widths, tails, [unit.reluctance for unit in broken], measure, level=level):
        yield [piece for unit in broken[start:end] for piece in unit.pieces]
        start = end


def _broken(units: Iterable[Unit], measure: float) -> Iterator[Unit]:
    """Units, those too wide for any line at their soft hyphens."""
    for unit in units:
        if unit.parts and unit.width - unit.tail > measure + SLACK:
            yield from _hyphenated(list(unit.parts), measure)
        else:
            yield unit


def _hyphenated(parts: list[Unit], measure: float) -> Iterator[Unit]:
    """As many parts as fit with a hyphen, again and again; the last without one."""
    while parts:
        count = len(parts)
        while count > 1 and _width(_with_hyphen(parts[:count], count < len(parts))) > measure + SLACK:
            count -= 1
        yield _with_hyphen(parts[:count], count < len(parts))
        del parts[:count]


def _width(unit: Unit) -> float:
    return unit.width - unit.tail


def _with_hyphen(parts: Sequence[Unit], hyphen: bool) -> Unit:
    """Parts of a word as one unit, with a hyphen in the look of the last."""
    pieces = [piece for part in parts for piece in part.pieces]
    if hyphen and pieces:
        last = pieces[-1]
        setting = replace(last.setting, before="", after="")
        shaped = shape(SOFT_HYPHEN, setting)
        pieces.append(replace(last, shaped=shaped, setting=setting))
    width = sum([piece.shaped.width for piece in pieces])
    return Unit(tuple(pieces), width, 0.0 if hyphen else parts[-1].tail, 0.0 if hyphen else parts[-1].reluctance)


def _line(pieces: list[ShapedPiece], style: ParagraphStyle, measure: float, baseline: float) -> Line:
    base = 1 if style.direction == "rtl" else 0
    hang = _hanging(pieces)
    pieces = _reset(pieces, base)
    width = sum([piece.shaped.width for piece in pieces]) - hang
    x = _start(style, measure - width)
    if base:
        x -= hang
    places = [0.0] * len(pieces)
    order = visual_order([piece.level for piece in pieces])
    for index in order:
        places[index] = x
        x += pieces[index].shaped.width
    return Line(tuple(_runs(pieces, places, order)), baseline, width)


def _start(style: ParagraphStyle, room: float) -> float:
    """The x of the visible text's left edge."""
    if style.align == "center":
        return room / 2
    at_left = (style.align == "start") == (style.direction == "ltr")
    return 0.0 if at_left else room


def _hanging(pieces: Sequence[ShapedPiece]) -> float:
    """The width of the spaces at the line's end, which hang outside the measure."""
    hang = 0.0
    for piece in reversed(pieces):
        hang += piece.shaped.width if piece.shaped.blank else piece.shaped.tail
        if not piece.shaped.blank:
            break
    return hang


def _reset(pieces: list[ShapedPiece], base: int) -> list[ShapedPiece]:
    """Rule L1: spaces at the line's end take the base level, so that what precedes them, a telephone number
    or a dose, keeps its own order."""
    if all(piece.level == base for piece in pieces):
        return pieces
    characters = (character for piece in pieces for character in piece.shaped.text)
    # A soft hyphen that ends a line is printed: no white space.
    start = trailing_from(["ON" if one == SOFT_HYPHEN else bidi_class(one) for one in characters])
    made: list[ShapedPiece] = []
    for piece in pieces:
        text = piece.shaped.text
        if start <= 0:
            made.append(replace(piece, level=base))
        elif start < len(text) and piece.level != base:
            made.extend(_split(piece, start, base))
        else:
            made.append(piece)
        start -= len(text)
    return made


def _split(piece: ShapedPiece, at: int, base: int) -> tuple[ShapedPiece, ShapedPiece]:
    """A piece and its trailing spaces, the latter at the base level."""
    text = piece.shaped.text
    setting = replace(piece.setting, right_to_left=bool(base & 1))
    return (
        replace(piece, shaped=shape(text[:at], piece.setting)),
        replace(piece, shaped=shape(text[at:], setting), setting=setting, level=base),
    )


def _runs(pieces: list[ShapedPiece], places: list[float], order: list[int]) -> Iterator[PlacedRun]:
    """Runs in logical order; neighbours of one look become one run."""
    rank = {index: place for place, index in enumerate(order)}
    start = 0
    for index in range(1, len(pieces) + 1):
        if index < len(pieces) and _continues(pieces[index - 1], pieces[index]):
            step = -1 if pieces[index].setting.right_to_left else 1
            if rank[index] - rank[index - 1] == step:
                continue
        if pieces[start:index]:
            yield PlacedRun(min(places[start:index]), _run(pieces[start:index]))
        start = index


def _continues(one: ShapedPiece, other: ShapedPiece) -> bool:
    a, b = one.setting, other.setting
    return one.span is other.span and a.face == b.face and a.right_to_left == b.right_to_left


def _run(pieces: list[ShapedPiece]) -> GlyphRun:
    setting, span = pieces[0].setting, pieces[0].span
    visual = reversed(pieces) if setting.right_to_left else pieces
    return GlyphRun(
        face=setting.face,
        weight=setting.weight,
        size=setting.size,
        colour=span.colour,
        language=span.language,
        direction="rtl" if setting.right_to_left else "ltr",
        glyphs=tuple(chain.from_iterable(piece.shaped.glyphs for piece in visual)),
        text="".join([piece.shaped.text for piece in pieces]),
        width=sum([piece.shaped.width for piece in pieces]),
        tag=span.tag,
        private=isinstance(span.text, Private),
    )
