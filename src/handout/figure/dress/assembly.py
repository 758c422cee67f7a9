"""All parts of one dressed person, and the pairs whose order is known without measuring."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from handout.figure.body.flesh import Solids, solids_of
from handout.figure.body.hands import hand_solids
from handout.figure.body.lofts import capsule
from handout.figure.dress.clothes import add_folds, skirt
from handout.figure.dress.extremities import add_finger_lines, add_sole_line, add_toe_lines
from handout.figure.dress.face import add_ears, add_face
from handout.figure.dress.hair import CUTS, add_hair
from handout.figure.dress.sitter import Sitter
from handout.figure.paint.lines import lines_of
from handout.figure.paint.marks import polygons_of
from handout.figure.paint.parts import Detail, PaintPart, part_from
from handout.figure.paint.silhouette import grown, opened, union_of, without_specks
from handout.figure.rotation import SIDES, dot, unit

FILLS = {
    "pelvis": "trousers", "thigh": "trousers", "shank": "trousers", "torso": "shirt", "sleeve": "shirt",
    "neck": "skin", "head": "skin", "upperarm": "skin", "forearm": "skin", "hand": "skin", "foot": "skin",
}  # fmt: skip
# Whatever the depth says: hems lie over what they cover.
ALWAYS: tuple[tuple[str, str], ...] = (
    ("pelvis", "torso"), ("neck", "head"), ("upperarm_r", "sleeve_r"), ("upperarm_l", "sleeve_l"),
    ("foot_r", "shank_r"), ("foot_l", "shank_l"), ("torso", "neck"),
)  # fmt: skip

NECK_COVERS = ("head", "hair", "sleeve_r", "sleeve_l", "upperarm_r", "upperarm_l", "forearm_r", "forearm_l")
NECK_CRUMB, NECK_ISLAND = 8e-4, 3e-3  # bare pieces smaller than this, at the head and away from it
COLLAR = 0.0085
OVERHEAD = 0.7  # of an upper arm's length along the chest
AT_SHIRT = 0.55  # of the edge of a piece

Pairs = list[tuple[str, str]]


def dress(sitter: Sitter) -> tuple[dict[str, PaintPart], Solids]:
    """Parts by name, and the room solids they were made from."""
    hands = {side: hand_solids(sitter.body, side, sign) for side, sign in SIDES}
    solids = solids_of(sitter.body, sitter.shoes, hands, sitter.long_sleeves)
    parts: dict[str, PaintPart] = {}
    for name, lofts in solids.items():
        kind = name.split("_")[0]
        fill = "shoes" if kind == "foot" and sitter.shoes else FILLS[kind]
        fill = "shirt" if kind == "forearm" and sitter.long_sleeves else fill
        parts[name] = part_from(name, fill, [sitter.camera.project(loft) for loft in lofts])
    for side, sign in SIDES:
        add_finger_lines(sitter, parts[f"hand_{side}"], hands[side], sign)
        foot = parts[f"foot_{side}"]
        if sitter.shoes:
            add_sole_line(sitter, foot)
        else:
            add_toe_lines(sitter, foot, sign)
    if sitter.person.bottoms == "skirt":
        parts["skirt"] = skirt(sitter, solids)
    add_folds(sitter, parts)
    _sink_neck(sitter, parts)
    add_face(sitter, parts["head"])
    style = sitter.person.hair_style
    if not (style in CUTS and CUTS[style].hangs):
        add_ears(sitter, parts)
    add_hair(sitter, parts)
    bare = _bare_neck(parts)
    if sitter.person.hair_style != "scarf":
        _collar(bare, parts["torso"])
    return parts, solids


def _sink_neck(sitter: Sitter, parts: dict[str, PaintPart]) -> None:
    """A shoulder that is nearer than the neck hides the neck's base: the shirt is seen there.

    Overhead it stands beside the neck, which would hang below the chin like a beard.
    """
    body, camera, neck = sitter.body, sitter.camera, parts["neck"]
    if abs(camera.towards(body.frames["chest"][:, 2])) <= 0.72:
        return
    centre = body.spine.at(0.290)[0]
    for side, _ in SIDES:
        shoulder = body.joints[f"shoulder_{side}"]
        if camera.towards(shoulder - body.joints["nape"]) > 0.05 and _raised(sitter, side) < OVERHEAD:
            near = capsule(centre + (shoulder - centre) * 0.5, shoulder, 0.036, 0.036)
            cut = opened(neck.shape.difference(union_of([camera.project(near)])), 0.005)
            _shorten(parts, cut)


def _shorten(parts: dict[str, PaintPart], left: BaseGeometry) -> None:
    """Only so much is left of the neck as hangs on the head; what lies along the shirt becomes shirt."""
    neck, torso = parts["neck"], parts["torso"]
    kept = shapely.union_all([p for p in polygons_of(left) if p.intersects(parts["head"].shape)])
    beside = grown(torso.shape, 0.002)
    gone = [
        p for p in polygons_of(grown(neck.shape.difference(kept), 0.0012))
        if p.exterior.intersection(beside).length > AT_SHIRT * p.exterior.length
    ]  # fmt: skip
    neck.shape = without_specks(kept)
    torso.shape = without_specks(shapely.union_all([torso.shape, *gone]))


def _raised(sitter: Sitter, side: str) -> float:
    """How far an upper arm points up along the chest: 1 overhead, 0 level, -1 hanging."""
    joints = sitter.body.joints
    return dot(unit(joints[f"elbow_{side}"] - joints[f"shoulder_{side}"]), sitter.body.frames["chest"][:, 1])


def _bare_neck(parts: dict[str, PaintPart]) -> BaseGeometry:
    """What is bare of the neck; crumbs of it beside head and arms are taken away."""
    neck = parts["neck"]
    covers = shapely.union_all([parts[n].shape for n in NECK_COVERS if n in parts])
    bare = []
    skull = grown(shapely.union_all([parts[n].shape for n in ("head", "hair") if n in parts]), 0.004)
    for piece in polygons_of(neck.shape.difference(covers)):
        if piece.area < (NECK_CRUMB if piece.intersects(skull) else NECK_ISLAND):
            _shorten(parts, opened(neck.shape.difference(grown(piece, 0.002)), 0.002))
        else:
            bare.append(piece)
    return shapely.union_all(bare)


def _collar(bare: BaseGeometry, torso: PaintPart) -> None:
    """The ribbed edge of the shirt's neck, along what is bare of the neck."""
    edge = grown(bare, COLLAR).boundary.intersection(grown(torso.shape, -0.004))
    torso.details += [Detail(line, 0.8) for line in lines_of(edge) if line.length > 0.03]


def known_order(sitter: Sitter, parts: dict[str, PaintPart]) -> Pairs:
    """Pairs (behind, in front) that beat measured depth."""
    style = sitter.person.hair_style
    hangs = style in CUTS and CUTS[style].hangs
    own = sitter.body.pose.over
    pairs: Pairs = [*own, *(p for p in ALWAYS if (p[1], p[0]) not in own)]
    if sitter.long_sleeves:
        pairs += [(f"hand_{side}", f"forearm_{side}") for side, _ in SIDES]
        pairs += [(f"upperarm_{side}", f"{over}_{side}") for side, _ in SIDES for over in ("sleeve", "forearm")]
    if "skirt" in parts:
        under = ["pelvis", *(f"{part}_{side}" for side, _ in SIDES for part in ("thigh", "shank"))]
        pairs += [*((part, "skirt") for part in under), ("skirt", "torso")]
    if style == "scarf":
        pairs += [(f"sleeve_{side}", "neck") for side, _ in SIDES if _raised(sitter, side) <= 0]
    if "hair" in parts:
        pairs += [("head", "hair"), ("neck", "hair")] if hangs else [("head", "hair")]
    if "hairback" in parts:
        pairs += [("hairback", name) for name in ("head", "neck", "hair", "ear_r", "ear_l")]
    for side, sign in SIDES:
        ear = f"ear_{side}"
        if ear in parts:
            near = sitter.camera.towards(sitter.body.frames["head"][:, 2]) * sign > 0.02
            if near:
                pairs += [("head", ear), (ear, "hair") if hangs else ("hair", ear)]
            else:
                pairs += [(ear, "head"), (ear, "hair")]
    if "bun" in parts:
        if sitter.camera.towards(sitter.body.frames["head"][:, 0]) < -0.25:
            pairs += [("hair", "bun"), ("head", "bun")]
        else:
            pairs += [("bun", "hairback"), ("bun", "hair"), ("bun", "head")]
    return pairs
