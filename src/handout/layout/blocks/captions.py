"""The caption of a picture: below it, or, where the picture shows a place, beside it.

A place has a key, yes with a hatched swatch and no with a cross. Below the picture the key is one line, above its
words; beside it, two under them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.layout.flow import SetPart, beside, stack, words
from handout.layout.frame import BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import ENDLESS, HAIR, Part, Prose, compose, in_one_line
from handout.layout.setup import Setup
from handout.layout.theme.looks import TypeStyle
from handout.manuscript import Illustration, ZoneKey

KEY_GAP = 8.0  # pt: between yes and no on one line
MARK_GAP = 4.0  # pt: between the word of a key and its mark
TWO_LINES = 0.6  # of its width on one line: a caption beside its picture takes two, where its words allow


@dataclass(frozen=True, slots=True)
class SetPicture:
    """A picture of a card with its drawing and the id of its tag."""

    place: Illustration
    picture: Picture
    name: str
    caption: float = 0.0  # the width of its caption on one line, where that was measured
    aside: bool = False  # its caption stands beside it: a place, whose key and words are many short lines

    @property
    def starts(self) -> bool:
        """Whether the next picture shows where the movement goes."""
        return self.place.frame.endswith("start")


def least_width(setup: Setup, one: SetPicture) -> float:
    """The narrowest a cell may be: its picture, a few words of caption, the key of a place on one line."""
    if one.aside:
        return one.picture.width + setup.theme.pictures.row_gap + beside_it(setup, one).block.width
    keys = _key_line(setup, one).block.width if one.place.keys else 0.0
    return max(one.picture.width, setup.theme.type.caption.size * 5, keys)


def caption_width(setup: Setup, one: SetPicture) -> float:
    """The width that its caption likes: one line below it, or what it needs beside it."""
    if one.aside:
        return least_width(setup, one)
    return one.caption or below_it(setup, one, ENDLESS).block.width


def below_it(setup: Setup, one: SetPicture, measure: float) -> SetPart:
    """Centred below the picture; the key of a place stands above its words."""
    part = _part(setup, one)
    wide = compose(setup, [part], measure)
    fitted = compose(setup, [part], wide.paragraph.widest + HAIR, "center")
    if not one.place.keys:
        return SetPart(words(setup, fitted), fitted.tags)
    keys = _key_line(setup, one)
    return _keyed(setup, one, keys, fitted) if fitted.paragraph.lines else keys


def beside_it(setup: Setup, one: SetPicture) -> SetPart:
    """As narrow as goes: the key in two lines, then the words."""
    part = _part(setup, one)
    made = _keys(setup, one)
    keys = SetPart(
        stack(setup, max(key.block.width for key in made), [(0.0, key.block) for key in made]),
        tuple(tag for key in made for tag in key.tags),
    )
    alone = [compose(setup, [replace(part, words=word)], ENDLESS).paragraph.widest for word in _words(one)]
    whole = compose(setup, [part], ENDLESS).paragraph.widest
    wide = compose(setup, [part], max(keys.block.width, TWO_LINES * whole, *alone) + HAIR)
    fitted = compose(setup, [part], wide.paragraph.widest + HAIR)
    return _keyed(setup, one, keys, fitted) if fitted.paragraph.lines else keys


def _words(one: SetPicture) -> list[str]:
    return one.place.caption.plain.split() or [""]


def _part(setup: Setup, one: SetPicture) -> Part:
    types, caption = setup.theme.type, one.place.caption
    strong = any(inline.strong for inline in caption.inlines)
    style = types.caption if strong else types.caption_word
    return Part(caption, style, f"{one.name}/caption", strong=types.caption_word)


def _keyed(setup: Setup, one: SetPicture, keys: SetPart, caption: Prose) -> SetPart:
    """Below the picture the key in the middle, and the words under it; beside it the words, which say what the key is
    of, and the key under them, both at the start side."""
    width = max(keys.block.width, caption.paragraph.measure)
    said = SetPart(words(setup, caption), tuple(replace(tag, role="Span") for tag in caption.tags))
    frame, y = setup.frame(width), 0.0
    tags: list[Tag] = []
    for part in (said, keys) if one.aside else (keys, said):
        frame.place(0.0 if one.aside else (width - part.block.width) / 2, y, part.block)
        y += part.block.height
        tags.extend(part.tags)
    return SetPart(frame.block(y), (Tag(f"{one.name}/words", "Caption", tuple(tags)),))


def _key_line(setup: Setup, one: SetPicture) -> SetPart:
    """Yes and no beside each other."""
    return in_a_row(setup, _keys(setup, one), KEY_GAP)


def _keys(setup: Setup, one: SetPicture) -> list[SetPart]:
    """Yes and no, each with the mark that says it in the picture."""
    style = setup.theme.type.caption_word
    return [set_key(setup, key, f"{one.name}/key-{index}", style) for index, key in enumerate(one.place.keys, 1)]


def in_a_row(setup: Setup, parts: Sequence[SetPart], gap: float) -> SetPart:
    """Parts of one height beside each other."""
    starts = accumulate((one.block.width + gap for one in parts[:-1]), initial=0.0)
    blocks = [(start, one.block) for start, one in zip(starts, parts, strict=True)]
    width = blocks[-1][0] + blocks[-1][1].width
    return SetPart(beside(setup, blocks, width), tuple(tag for one in parts for tag in one.tags))


def set_key(setup: Setup, key: ZoneKey, name: str, style: TypeStyle) -> SetPart:
    """A word of the key of a place in that style, and its mark."""
    size = setup.theme.pictures
    prose = in_one_line(setup, [Part(key, style, name)])
    start = prose.paragraph.measure + MARK_GAP
    frame = setup.frame(start + (size.swatch_width if key.allowed else size.cross))
    frame.text(0, 0, prose.paragraph)
    _mark(frame, setup, key, (start, prose.paragraph.lines[0].baseline - 0.36 * style.size))
    return SetPart(frame.block(prose.height), prose.tags)


def _mark(frame: BlockBuilder, setup: Setup, key: ZoneKey, place: tuple[float, float]) -> None:
    """A hatched swatch or a cross; `place` is where it starts and the middle of its height."""
    size, colours, (start, middle) = setup.theme.pictures, setup.theme.colours, place
    if key.allowed:
        width, height = size.swatch_width, size.swatch_height
        frame.shapes(start, middle - height / 2, width, ink.hatched(width, height, colours.accent))
    else:
        frame.shapes(start, middle - size.cross / 2, size.cross, ink.cross(size.cross, colours.warning))
