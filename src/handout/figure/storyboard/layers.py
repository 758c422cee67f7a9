"""Layers: a frame's pose is named poses, then the exercise's pose, then its own, each over the one before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Tree: TypeAlias = dict[str, object]

SIDED = {"arms": ("arm_r", "arm_l"), "legs": ("leg_r", "leg_l"), "shoulders": ("shoulder_r", "shoulder_l")}
ATOMIC = frozenset({"to", "dir", "palm", "pole", "toe", "drop", "at", "over"})
BY_TARGET = frozenset({"to", "dir", "palm", "pole", "at", "toe", "foot"})
BY_ANGLE = frozenset({"flex", "abd", "rot", "elbow", "knee"})
_LIMBS = frozenset({"arm_r", "arm_l", "leg_r", "leg_l"})


def spread(layer: Mapping[str, object]) -> Tree:
    """A layer with `arms`, `legs` and `shoulders` written out for both sides."""
    out: Tree = {k: v for k, v in layer.items() if k not in SIDED}
    for both, sides in SIDED.items():
        shared = layer.get(both)
        if not isinstance(shared, Mapping):
            continue
        for side in sides:
            own = layer.get(side)
            out[side] = over(dict(shared), own, limb=True) if isinstance(own, Mapping) else dict(shared)
    return out


def over(under: Tree, layer: Mapping[str, object], limb: bool = False) -> Tree:
    """A mapping laid over another. A limb given by angles forgets its target, and vice versa."""
    out = dict(under)
    if limb:
        if "to" in layer:
            out = {k: v for k, v in out.items() if k not in BY_ANGLE}
        elif layer.keys() & BY_ANGLE:
            out = {k: v for k, v in out.items() if k not in BY_TARGET}
    for key, value in layer.items():
        below = out.get(key)
        if isinstance(value, Mapping) and isinstance(below, dict) and key not in ATOMIC:
            out[key] = over(below, value, limb=key in _LIMBS)
        else:
            out[key] = value
    return out


def flattened(layer: Mapping[str, object], named: Mapping[str, object], seen: tuple[str, ...] = ()) -> Tree:
    """A layer over the named poses it starts from. Raises KeyError for an unknown or circular name."""
    bases = layer.get("base", ())
    names = (bases,) if isinstance(bases, str) else bases
    out: Tree = {}
    for name in names if isinstance(names, list | tuple) else ():
        below = named.get(str(name))
        if not isinstance(below, Mapping) or str(name) in seen:
            raise KeyError(str(name))
        out = over(out, flattened(below, named, (*seen, str(name))))
    return over(out, spread({k: v for k, v in layer.items() if k != "base"}))
