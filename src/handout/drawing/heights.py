"""One picture inked in several heights: the usual one under its own name, taller ones under names that say so."""

from __future__ import annotations

from collections.abc import Mapping

from handout.drawing.shapes import Picture

_AT = "@"  # in no name of an exercise or a frame


def name_at(name: str, height: float) -> str:
    """What a picture is called where it is inked for that height, in points."""
    return f"{name}{_AT}{height:g}"


def in_every_height(pictures: Mapping[str, Picture], name: str) -> tuple[Picture, ...]:
    """The picture of that name, and the same picture taller, in as many heights as there are."""
    return (pictures[name], *(taller for own, taller in pictures.items() if own.startswith(f"{name}{_AT}")))
