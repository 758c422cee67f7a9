"""The body on the ground: not through the floor, touching where it says, and not falling over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from shapely.geometry import Point

from handout.figure.body.anatomy import MASS
from handout.figure.checks.fault import Fault, spoken
from handout.figure.checks.measure import height, prop_gap, round_gap, skin
from handout.figure.paint.silhouette import hull_of
from handout.figure.props.spec import PropSolid
from handout.figure.rotation import SIDES, Array
from handout.figure.scene import Scene
from handout.figure.storyboard.prop_types import carried

THROUGH_FLOOR = 0.012
TOUCHING = 0.015  # nearer than this touches
YIELDING = ("band", "strap")  # they give way: nobody can lean on one
THICK = 0.009  # half of what a hand closes round
ON_BODY = 0.030  # a hand this near to a knee, a thigh or the head rests on it
OFF_BALANCE = 0.06  # the centre of mass may stand this far outside what carries it
LIES = 0.050  # trunk and pelvis both lower than this lie
CARRIES = 0.030  # what is lower than this carries weight

# What a contact names, as parts of the body; pairs need both sides.
CONTACTS: dict[str, tuple[str, ...]] = {
    "feet": ("foot",), "toes": ("foot",), "hands": ("hand",), "shanks": ("shank",), "forearms": ("forearm",),
    "thighs": ("thigh",), "knees": ("shank",), "elbows": ("forearm",),
    "heels": ("foot",), "seat": ("pelvis",), "pelvis": ("pelvis",),
    "back": ("torso",), "side": ("torso", "pelvis"),
    "belly": ("torso", "pelvis"), "head": ("head",),
}  # fmt: skip
_MIDDLE = ("seat", "pelvis", "back", "side", "belly", "head")
_SINGLE = {
    "foot": "feet", "toe": "toes", "heel": "heels", "hand": "hands", "shank": "shanks", "forearm": "forearms",
    "thigh": "thighs", "knee": "knees", "elbow": "elbows",
}  # fmt: skip
PROP_CONTACTS = ("roller", "ball", "wall")


def above_the_floor(scene: Scene) -> Iterator[Fault]:
    """Nothing goes through the floor."""
    sunk = {part: height(scene, part) for part in scene.solids}
    below = sorted((y, part) for part, y in sunk.items() if y < -THROUGH_FLOOR)
    if below:
        names = ", ".join(spoken(part) for _, part in below)
        yield Fault(
            f"below the floor: {names} (by {-below[0][0]:.3f} body heights)",
            "raise the target, or change what the pose sets down with `drop`",
            ("pose",),
        )


def contacts_touch(scene: Scene) -> Iterator[Fault]:
    """Every declared contact touches floor, prop, or (hands and head) the body itself."""
    for index, contact in enumerate(scene.frame.contacts):
        if contact in PROP_CONTACTS:
            continue  # a rule of its own
        for part in parts_of_contact(contact):
            gap = min(_gap(scene, name) for name in part)
            if gap > TOUCHING:
                yield Fault(
                    f"contact {contact}: the {spoken(part[0])} is {gap:.3f} body heights away",
                    "move it there, or take the contact out",
                    ("contacts", index),
                )


def something_carries(scene: Scene) -> Iterator[Fault]:
    """Something touches the floor or a prop."""
    if all(_gap_to_ground(scene, part) > TOUCHING for part in scene.solids):
        yield Fault("nothing touches the floor", "set the pose down with `drop`", ("pose",))


def balanced(scene: Scene) -> Iterator[Fault]:
    """The centre of mass stands over what carries the body; who lies on the trunk, on a side too, cannot fall."""
    if max(height(scene, part) for part in ("torso", "pelvis")) < LIES:
        return
    base = _base(scene)
    if len(base) < 3:
        return
    middle = centre_of_mass(scene)
    outside = float(hull_of(base).buffer(0.01).distance(Point(middle[0], middle[2])))
    if outside > OFF_BALANCE:
        yield Fault(
            f"the person would fall over: the weight is {outside:.2f} body heights outside what carries it",
            "bring the trunk over the feet, or give a prop to lean on",
            ("pose",),
        )


def centre_of_mass(scene: Scene) -> Array:
    """Of all parts, by their share of the body's mass."""
    total, middle = 0.0, np.zeros(3)
    for part in sorted(scene.solids):
        share = MASS.get(part.split("_")[0], 0.0)
        middle = middle + share * skin(scene, part).mean(axis=0)
        total += share
    result: Array = middle / total
    return result


def _base(scene: Scene) -> Array:
    """Where weight is carried, seen from above: low skin, and skin that touches a prop."""
    base = []
    for part in sorted(scene.solids):
        points = skin(scene, part)
        keep = points[:, 1] < CARRIES
        for solid in scene.props:
            for slab in solid.boxes:
                keep = keep | (slab.gap(points) < TOUCHING)
        base.append(points[keep][:, [0, 2]])
    for solid in scene.props:
        if solid.centre is not None:  # a ball or roller hands the weight on to floor or wall
            base.append(solid.centre[None, [0, 2]])
        if solid.prop.type == "wall":
            base += [slab.corners[:, [0, 2]] for slab in solid.boxes]
        base += [grip[None, [0, 2]] for grip in _leant_on(scene, solid)]
    return np.concatenate(base)


def _leant_on(scene: Scene, solid: PropSolid) -> list[Array]:
    """Grips by which a hand holds a prop that stands by itself."""
    if solid.prop.type in YIELDING or carried(solid.prop):
        return []
    hands = [f"hand_{side}" for side, _ in SIDES]
    return [g for g in solid.grips.values() if min(_gap_to_grips(scene, hand, [g]) for hand in hands) <= TOUCHING]


def parts_of_contact(contact: str) -> list[tuple[str, ...]]:
    """The parts of which at least one must touch, once for each side."""
    stem, _, side = contact.rpartition("_")
    if stem in _SINGLE:
        return [tuple(f"{kind}_{side}" for kind in CONTACTS[_SINGLE[stem]])]
    if contact == "side":
        return [(part,) for part in CONTACTS[contact]]
    if contact in _MIDDLE:
        return [CONTACTS[contact]]
    return [tuple(f"{kind}_{side}" for kind in CONTACTS[contact]) for side, _ in SIDES]


def _gap(scene: Scene, part: str) -> float:
    if part == "pelvis":
        return _gap_to_seat(scene)
    gap = _gap_to_ground(scene, part)
    if part.startswith(("hand", "forearm")) and gap > TOUCHING:
        grips = [place for solid in scene.props for place in solid.grips.values()]
        gap = min(gap, _gap_to_body(scene, part), _gap_to_grips(scene, part, grips))
    return gap


def _gap_to_grips(scene: Scene, part: str, grips: Sequence[Array]) -> float:
    """How far a hand is from holding a prop by one of its grips: tubes and rails have no faces to rest on."""
    if not grips:
        return float(np.inf)
    away = skin(scene, part)[:, None] - np.array(grips)[None]
    return max(0.0, float(np.sqrt((away**2).sum(axis=2)).min()) - THICK)


def _gap_to_ground(scene: Scene, part: str) -> float:
    return min(abs(height(scene, part)), max(0.0, prop_gap(scene, skin(scene, part))))


def _gap_to_seat(scene: Scene) -> float:
    """How far the pelvis is from floor or seat: leaning on a back rest is not sitting."""
    points = skin(scene, "pelvis")
    seats = [solid for solid in scene.props if solid.prop.type != "wall"]
    gaps = [max(0.0, float(slab.gap(points).min())) for solid in seats for slab in solid.boxes]
    for solid in seats:
        if solid.centre is not None:
            gaps.append(max(0.0, float(round_gap(points, solid.centre, solid.radius, solid.axis).min())))
    return min([abs(height(scene, "pelvis")), *gaps])


def _gap_to_body(scene: Scene, part: str) -> float:
    """How far a hand is from resting on a leg, the head or the trunk."""
    points = skin(scene, part)
    others = [name for name in scene.solids if name.startswith(("thigh", "shank", "head", "torso", "neck"))]
    rest = np.concatenate([skin(scene, name) for name in others])
    some = points[:: max(1, len(points) // 40)]
    nearest = np.sqrt(((rest[:, None] - some[None]) ** 2).sum(axis=2)).min()
    return max(0.0, float(nearest) - ON_BODY + TOUCHING)
