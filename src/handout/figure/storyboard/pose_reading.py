"""A merged pose mapping as a typed `Pose`."""

from __future__ import annotations

from collections.abc import Mapping

from handout.figure.body.flesh import DROP_GROUPS
from handout.figure.body.hands import GRIPS
from handout.figure.body.pose import Arm, Bend, Drop, Girdle, Leg, Pose, Root
from handout.figure.storyboard.reader import Path, Reader

ARM_KEYS = ("flex", "abd", "rot", "elbow", "pron", "wrist", "dev", "to", "at", "dir", "palm", "pole", "grip")
LEG_KEYS = ("flex", "abd", "rot", "knee", "ankle", "toes", "to", "foot", "toe", "pole")
GLIDE = 0.022  # of the head to the front or back, body heights: 4 cm
REGIONS = ("lumbar", "thoracic", "neck", "head")
POSE_KEYS = (
    "base", "root", "drop", *REGIONS, "shoulders", "shoulder_r", "shoulder_l", "arms", "arm_r", "arm_l",
    "legs",
    "leg_r", "leg_l", "over",
)  # fmt: skip
PART_NAMES = frozenset({"pelvis", "torso", "neck", "head", "hair", "hairback", "bun"}) | {
    f"{kind}_{side}"
    for kind in ("sleeve", "upperarm", "forearm", "hand", "thigh", "shank", "foot", "ear")
    for side in "rl"
}
Values = Mapping[str, object]


def read_pose(reader: Reader, data: Values, path: Path) -> Pose:
    """The pose; unknown keys and bad values become findings under `path`."""
    reader.keys(data, POSE_KEYS, path)
    bends = {
        region: _bend(reader, reader.mapping(data.get(region), (*path, region)), (*path, region))
        for region in REGIONS
    }
    return Pose(
        root=_root(reader, reader.mapping(data.get("root"), (*path, "root")), (*path, "root")),
        drop=_drop(reader, data.get("drop", "all"), (*path, "drop")),
        shoulders={
            s: _girdle(
                reader,
                reader.mapping(data.get(f"shoulder_{s}"), (*path, f"shoulder_{s}")),
                (*path, f"shoulder_{s}"),
            )
            for s in "rl"
        },
        arms={
            s: _arm(reader, reader.mapping(data.get(f"arm_{s}"), (*path, f"arm_{s}")), (*path, f"arm_{s}"))
            for s in "rl"
        },
        legs={
            s: _leg(reader, reader.mapping(data.get(f"leg_{s}"), (*path, f"leg_{s}")), (*path, f"leg_{s}"))
            for s in "rl"
        },
        over=_over(reader, data.get("over", ()), (*path, "over")),
        **bends,
    )


def _bend(reader: Reader, data: Values, path: Path) -> Bend:
    head = path[-1] == "head"
    reader.keys(data, ("flex", "side", "twist", "glide") if head else ("flex", "side", "twist"), path)
    bends = [reader.number(data.get(k), (*path, k), 0.0, -180, 180) for k in ("flex", "side", "twist")]
    glide = reader.number(data.get("glide"), (*path, "glide"), 0.0, -GLIDE, GLIDE) if head else 0.0
    return Bend(bends[0], bends[1], bends[2], glide)


def _girdle(reader: Reader, data: Values, path: Path) -> Girdle:
    reader.keys(data, ("elev", "prot"), path)
    return Girdle(*(reader.number(data.get(k), (*path, k), 0.0, -45, 45) for k in ("elev", "prot")))


def _root(reader: Reader, data: Values, path: Path) -> Root:
    reader.keys(data, ("pitch", "roll", "yaw", "at"), path)
    angles = {k: reader.number(data.get(k), (*path, k), 0.0) for k in ("pitch", "roll", "yaw")}
    return Root(**angles, at=reader.vec(data["at"], (*path, "at")) if "at" in data else Root().at)


def _drop(reader: Reader, value: object, path: Path) -> Drop | None:
    if value in (None, "none"):
        return None
    if isinstance(value, Mapping):
        reader.keys(value, ("part", "anchor", "y"), path)
        y = reader.number(value.get("y"), (*path, "y"), 0.0, -1, 2)
        if "anchor" in value:
            return Drop(y=y, anchor=reader.place(value["anchor"], (*path, "anchor"), False))
        return Drop(reader.choice(value.get("part"), (*path, "part"), DROP_GROUPS, "all"), y)
    return Drop(reader.choice(value, path, (*DROP_GROUPS, "none"), "all"))


def _arm(reader: Reader, data: Values, path: Path) -> Arm:
    reader.keys(data, ARM_KEYS, path)
    plain = Arm()
    return Arm(
        **{k: reader.number(data.get(k), (*path, k), getattr(plain, k)) for k in ARM_KEYS[:7]},
        to=reader.point(data["to"], (*path, "to"), own_side=True) if "to" in data else None,
        at=reader.choice(data.get("at"), (*path, "at"), ("wrist", "palm"), "wrist"),
        dir=reader.direction(data["dir"], (*path, "dir")) if "dir" in data else None,
        palm=reader.direction(data["palm"], (*path, "palm")) if "palm" in data else plain.palm,
        pole=reader.direction(data["pole"], (*path, "pole")) if "pole" in data else plain.pole,
        grip=reader.choice(data.get("grip"), (*path, "grip"), GRIPS, plain.grip),
    )


def _leg(reader: Reader, data: Values, path: Path) -> Leg:
    reader.keys(data, LEG_KEYS, path)
    plain = Leg()
    return Leg(
        **{k: reader.number(data.get(k), (*path, k), getattr(plain, k)) for k in LEG_KEYS[:6]},
        to=reader.point(data["to"], (*path, "to"), own_side=True) if "to" in data else None,
        foot=reader.choice(data.get("foot"), (*path, "foot"), ("free", "flat"), "free"),
        toe=reader.direction(data["toe"], (*path, "toe")) if "toe" in data else None,
        pole=reader.direction(data["pole"], (*path, "pole")) if "pole" in data else plain.pole,
    )


def _over(reader: Reader, value: object, path: Path) -> tuple[tuple[str, str], ...]:
    pairs = []
    for index, pair in enumerate(value if isinstance(value, list | tuple) else ()):
        if isinstance(pair, list | tuple) and len(pair) == 2:
            a, b = (reader.choice(p, (*path, index), PART_NAMES, "torso") for p in pair)
            pairs.append((a, b))
        else:
            reader.refuse((*path, index), "over takes pairs of parts", "write [[behind, in-front]]")
    return tuple(pairs)
