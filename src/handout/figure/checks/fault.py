"""What a rule refuses in a frame, and how it names the parts of a body."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str | int, ...]
_SIDES = {"r": "right", "l": "left"}
_BONES = {"upperarm": "upper arm", "shank": "lower leg"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, the next step, and where inside the frame it is written."""

    what: str
    hint: str
    path: Path = ()  # inside the frame: ("pose", "arm_r"), ("arrows", 0)
    shared: bool = False  # `path` starts at the exercise, not at the frame: ("camera",)
    about: tuple[str, ...] = ()  # parts, props' parts or "arrow0": what is marked when the author looks


def spoken(part: str) -> str:
    """A part's name as one says it: `upperarm_r` is "right upper arm"."""
    stem, _, side = part.rpartition("_")
    if side in _SIDES and stem:
        return f"{_SIDES[side]} {_BONES.get(stem, stem.replace('_', ' '))}"
    return part.replace("_", " ")
