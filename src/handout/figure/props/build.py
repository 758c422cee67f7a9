"""Building the props of a scene: each type's maker, and what they make together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handout.figure.paint.parts import PaintPart
from handout.figure.props.building import box, door, post, rail, stairs, wall
from handout.figure.props.furniture import bed, chair, table, walking_frame, wheelchair
from handout.figure.props.held import crutch, stick, strip, weight
from handout.figure.props.small import ball, gym_ball, pad, roller
from handout.figure.props.spec import PropSolid
from handout.figure.props.workshop import Built, Workshop
from handout.figure.storyboard.prop_types import Prop


def _towel(shop: Workshop, prop: Prop, name: str) -> Built:
    """Folded where it lies, or drawn out between two places."""
    return strip(shop, prop, name) if prop.path else pad(shop, prop, name)


_MAKERS: dict[str, Callable[[Workshop, Prop, str], Built]] = {
    "chair": chair, "wheelchair": wheelchair, "wall": wall, "door": door, "post": post, "table": table, "bed": bed,
    "box": box, "step": stairs, "stairs": stairs, "rail": rail, "roller": roller, "ball": ball, "gym-ball": gym_ball,
    "cushion": pad, "towel": _towel, "band": strip, "strap": strip, "stick": stick, "crutch": crutch,
    "walking-frame": walking_frame, "weight": weight,
}  # fmt: skip


def build_props(props: Sequence[Prop], shop: Workshop) -> tuple[list[PaintPart], list[PropSolid]]:
    """Parts and solids of all props but mats, which lie under everything."""
    parts: list[PaintPart] = []
    solids: list[PropSolid] = []
    for index, prop in enumerate(props):
        if prop.type == "mat":
            continue
        made, solid = _MAKERS[prop.type](shop, prop, f"{prop.type}{index}")
        parts += made
        solids.append(solid)
    return parts, solids
