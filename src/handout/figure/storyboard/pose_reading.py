"""The merged layers of a pose as a typed `Pose`."""

from __future__ import annotations

from collections.abc import Mapping

from handout.content import ARM_ANGLES, LEG_ANGLES, REGIONS, Said
from handout.figure.body.pose import Arm, Bend, Drop, Girdle, Leg, Pose, Root
from handout.figure.storyboard.resolving import Path, Resolver, direction_of


def read_pose(resolver: Resolver, data: Said, path: Path) -> Pose:
    """The pose; what its values name is looked up, with findings under `path`."""
    bends = {region: _bend(data.get(region, {})) for region in REGIONS}
    return Pose(
        root=_root(data.get("root", {})),
        drop=_drop(resolver, data.get("drop", "all"), (*path, "drop")),
        shoulders={side: _girdle(data.get(f"shoulder_{side}", {})) for side in "rl"},
        arms={side: _arm(resolver, data.get(f"arm_{side}", {}), (*path, f"arm_{side}")) for side in "rl"},
        legs={side: _leg(resolver, data.get(f"leg_{side}", {}), (*path, f"leg_{side}")) for side in "rl"},
        over=tuple((behind, before) for behind, before in data.get("over", ())),
        **bends,
    )


def _bend(data: Said) -> Bend:
    return Bend(data.get("flex", 0.0), data.get("side", 0.0), data.get("twist", 0.0), data.get("glide", 0.0))


def _girdle(data: Said) -> Girdle:
    return Girdle(data.get("elev", 0.0), data.get("prot", 0.0))


def _root(data: Said) -> Root:
    angles = {key: data.get(key, 0.0) for key in ("pitch", "roll", "yaw")}
    return Root(**angles, at=data.get("at", Root().at))


def _drop(resolver: Resolver, value: object, path: Path) -> Drop | None:
    if value == "none":
        return None
    if isinstance(value, Mapping):
        y = value.get("y", 0.0)
        if "anchor" in value:
            return Drop(y=y, anchor=resolver.place(value["anchor"], (*path, "anchor")))
        return Drop(value.get("part", "all"), y)
    return Drop(str(value))


def _arm(resolver: Resolver, data: Said, path: Path) -> Arm:
    plain = Arm()
    return Arm(
        **{key: data.get(key, getattr(plain, key)) for key in ARM_ANGLES},
        to=resolver.point(data["to"], (*path, "to")) if "to" in data else None,
        at=data.get("at", "wrist"),
        dir=direction_of(data["dir"]) if "dir" in data else None,
        palm=direction_of(data["palm"]) if "palm" in data else plain.palm,
        pole=direction_of(data["pole"]) if "pole" in data else plain.pole,
        grip=data.get("grip", plain.grip),
    )


def _leg(resolver: Resolver, data: Said, path: Path) -> Leg:
    plain = Leg()
    return Leg(
        **{key: data.get(key, getattr(plain, key)) for key in LEG_ANGLES},
        to=resolver.point(data["to"], (*path, "to")) if "to" in data else None,
        foot=data.get("foot", "free"),
        toe=direction_of(data["toe"]) if "toe" in data else None,
        pole=direction_of(data["pole"]) if "pole" in data else plain.pole,
    )
