"""Fills and strokes: the presentation properties that we draw, and those that must stand at their default."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from handout.drawing.shapes import Colour
from handout.drawing.svg.paths import parse_numbers

UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([a-z%]*)\s*")
_RGB = re.compile(r"rgb\(\s*(\d+%?)\s*,\s*(\d+%?)\s*,\s*(\d+%?)\s*\)")

# Properties that draw nothing we could miss at these values; at any other the picture would look different.
_PLAIN = {
    "opacity": ("1", "1.0", "100%"),
    "fill-opacity": ("1", "1.0", "100%"),
    "stroke-opacity": ("1", "1.0", "100%"),
    "stroke-dashoffset": ("0", "0px"),
    "display": ("inline", "block"),
    "visibility": ("visible",),
    "clip-path": ("none",),
    "mask": ("none",),
    "filter": ("none",),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
    "paint-order": ("normal", "fill", "fill stroke", "fill stroke markers"),
    "vector-effect": ("none",),
    "mix-blend-mode": ("normal",),
    "transform-origin": (),
}


Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]
_CAPS: dict[str, Cap] = {"butt": "butt", "round": "round", "square": "square"}
_JOINS: dict[str, Join] = {"miter": "miter", "round": "round", "bevel": "bevel"}


@dataclass(frozen=True, slots=True)
class Paint:
    """What a shape inherits (SVG's initial values)."""

    fill: Colour | None = "#000000"
    stroke: Colour | None = None
    width: float = 1.0
    cap: Cap = "butt"
    join: Join = "miter"
    dash: tuple[float, ...] = ()
    even_odd: bool = False
    colour: Colour = "#000000"  # what currentColor means


def declarations(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Presentation attributes, then those of `style`, which win."""
    yield from ((name, value.strip()) for name, value in attributes.items() if name != "style")
    for declaration in attributes.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip():
            yield name.strip(), value.replace("!important", "").strip()


def apply(paint: Paint, name: str, value: str) -> Paint:
    """The paint after one declaration. Raises `ValueError` for what we do not draw."""
    if value == "inherit":
        return paint
    if name in _PLAIN and value not in _PLAIN[name]:
        raise ValueError(f"{name} is not drawn")
    if name == "color":
        return replace(paint, colour=parse_colour(value, paint) or paint.colour)
    if name == "fill":
        return replace(paint, fill=parse_colour(value, paint))
    if name == "stroke":
        return replace(paint, stroke=parse_colour(value, paint))
    if name == "stroke-width":
        return replace(paint, width=parse_length(value))
    if name == "stroke-dasharray":
        return replace(paint, dash=_dash(value))
    if name == "fill-rule":
        return replace(paint, even_odd=value == "evenodd")
    if name == "stroke-linecap":
        return _with_cap(paint, value)
    if name == "stroke-linejoin":
        return _with_join(paint, value)
    return paint


def _with_cap(paint: Paint, value: str) -> Paint:
    if value not in _CAPS:
        raise ValueError(f"stroke-linecap {value} is not drawn")
    return replace(paint, cap=_CAPS[value])


def _with_join(paint: Paint, value: str) -> Paint:
    if value not in _JOINS:
        raise ValueError(f"stroke-linejoin {value} is not drawn")
    return replace(paint, join=_JOINS[value])


def _dash(value: str) -> tuple[float, ...]:
    if value == "none":
        return ()
    lengths = parse_numbers(value.replace("px", " "))
    if min(lengths, default=0.0) < 0:
        raise ValueError("stroke-dasharray has a negative length")
    if not sum(lengths):
        return ()
    return lengths if len(lengths) % 2 == 0 else lengths * 2


def parse_length(value: str) -> float:
    """A length in px (user units). Raises `ValueError` for units that depend on something else."""
    match = _LENGTH.fullmatch(value)
    if not match or match.group(2) not in UNITS:
        raise ValueError(f"the length {value!r} is not in px, pt, mm, cm or in")
    return float(match.group(1)) * UNITS[match.group(2)]


def parse_colour(value: str, paint: Paint) -> Colour | None:
    """#rrggbb, or None for no paint. Raises `ValueError` for gradients, patterns and transparency."""
    text = value.lower()
    if text in ("none", "transparent"):
        return None
    if text == "currentcolor":
        return paint.colour
    if text.startswith("url("):
        raise ValueError("gradients and patterns are not drawn")
    if re.fullmatch("#[0-9a-f]{3}", text):
        return "#" + "".join(digit * 2 for digit in text[1:])
    if re.fullmatch("#[0-9a-f]{6}", text):
        return text
    match = _RGB.fullmatch(text)
    if match:
        return "#" + "".join(f"{min(255, _channel(part)):02x}" for part in match.groups())
    named = _named(text)
    if named:
        return named
    raise ValueError(f"the colour {value!r} is not a plain colour")


def _channel(part: str) -> int:
    return round(int(part[:-1]) * 255 / 100) if part.endswith("%") else int(part)


def _named(name: str) -> Colour | None:
    """A colour of the CSS list, by Pillow's table of it, in which Pillow keeps tuples of what it was asked before."""
    from PIL import ImageColor

    if name not in ImageColor.colormap:
        return None
    return "#{:02x}{:02x}{:02x}".format(*ImageColor.getrgb(name)[:3])
