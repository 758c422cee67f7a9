"""Solids of trunk, limbs and neck: lofts along the bones, by part name."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from handout.figure.body.anatomy import LIMB, TORSO
from handout.figure.body.feet import foot_solids
from handout.figure.body.hands import Hand, hand_solids
from handout.figure.body.lofts import capsule, loft, sphere
from handout.figure.body.skeleton import Skeleton
from handout.figure.body.skull import head_solid
from handout.figure.rotation import SIDES, Array, about_z, product, settled, turned, vector

CLOTH_TROUSERS, CLOTH_SLEEVE, CLOTH_SHIRT, FLARE_SLEEVE, FLARE_HEM = 0.003, 0.0045, 0.006, 0.0045, 0.003
SOFT = 0.075  # belly and chest give way this far to the floor they lie on
CUFF, FLARE_CUFF = 0.97, 0.002  # where a long sleeve ends on the forearm
HEM = 0.02  # the shirt's, on the spine
KNEE, ELBOW, HIP, SHOULDER = 0.0335, 0.0215, 0.050, 0.0345
# s on the spine, half width, front, back
NECK_ROWS = (
    (0.322, 0.034, 0.032, 0.034), (0.337, 0.0315, 0.030, 0.032), (0.355, 0.0305, 0.0295, 0.031),
    (0.375, 0.030, 0.0295, 0.032),
)  # fmt: skip

# Part groups that `Drop` can set down.
DROP_GROUPS: dict[str, tuple[str, ...]] = {
    "all": ("pelvis", "torso", "thigh", "shank", "foot", "upperarm", "forearm", "hand", "head"),
    "legs": ("thigh", "shank", "foot"),
    "knees": ("shank", "foot"),
    "feet": ("foot",),
    "pelvis": ("pelvis", "torso"),
    "trunk": ("torso", "pelvis", "thigh", "shank", "foot"),
}

Solids = dict[str, list[Array]]


def trunk_loft(body: Skeleton, low: float, high: float, cloth: float, rings: int = 22) -> Array:
    """The trunk between two places of the spine, with this body's bulges, grown by the cloth."""
    b, s = body.build, np.linspace(low, high, rings)
    table = TORSO(s)
    plump = 1 + (b.mass - 1) * np.where(s < 0.2, 1.25, 0.6)
    shoulder = 1 + (b.shoulder - 1) * np.clip((s - 0.1) / 0.12, 0, 1)
    # Below the waist a large body is as wide as its thighs: no ledge under the hem.
    hips = 1 + (plump - 1) * np.clip(0.45 + (s - HEM) / 0.06, 0.45, 1.0)
    width = table[:, 0] * hips * np.where(s < 0.06, b.hip, shoulder)
    front = table[:, 1] * plump
    front = front + b.bust * 0.021 * settled(np.exp(-(((s - 0.220) / 0.042) ** 2)))
    front = front + b.belly * 0.04 * settled(np.exp(-(((s - 0.085) / 0.055) ** 2)))
    back = table[:, 2] * (1 + (b.mass - 1) * 0.5)
    centres, frames = body.spine.along(s)
    radii = np.column_stack((width, front, back)) + cloth
    split = int(np.searchsorted(s, 0.25))
    parts = [
        loft(centres[part], frames[part], radii[part], points=32, exponent=exponent)
        for part, exponent in ((slice(0, split), 2.35), (slice(split, None), 2.1))
        if len(s[part])
    ]
    laid = np.concatenate(parts)
    height = laid[..., 1]
    laid[..., 1] = np.where((height < 0) & (height > -SOFT), 0.0, height)
    return laid


def limb_loft(
    body: Skeleton, kind: str, side: str, span: tuple[float, float], cloth: float = 0.0, flare: float = 0.0
) -> Array:
    """A piece of limb between two fractions of its bone."""
    a, b = _bone(body, kind, side)
    t = np.linspace(span[0], span[1], 12)
    fat = body.build.limb * np.sqrt(body.build.mass)
    radii = LIMB[kind](t) * fat + cloth
    radii = radii + (flare * np.clip((t - span[0]) / (span[1] - span[0]), 0, 1) ** 2)[:, None]
    return loft(a + (b - a) * t[:, None], body.frames[f"{kind}_{side}"], radii, points=24)


def _bone(body: Skeleton, kind: str, side: str) -> tuple[Array, Array]:
    ends = {
        "upperarm": ("shoulder", "elbow"),
        "forearm": ("elbow", "wrist"),
        "thigh": ("hip", "knee"),
        "shank": ("knee", "ankle"),
    }
    a, b = ends[kind]
    return body.joints[f"{a}_{side}"], body.joints[f"{b}_{side}"]


def trunk_solids(body: Skeleton) -> Solids:
    """Pelvis, and torso with the shoulder girdle."""
    solids: Solids = {
        "pelvis": [trunk_loft(body, -0.050, 0.09, CLOTH_TROUSERS, 18)],
        "torso": [trunk_loft(body, HEM, 0.316, CLOTH_SHIRT)],
    }
    (c, r), (c2, r2) = body.spine.at(0.290), body.spine.at(0.235)
    for side, sign in SIDES:
        shoulder = body.joints[f"shoulder_{side}"]
        solids["torso"] += [
            capsule(
                c + turned(r, vector(-0.008, 0, sign * 0.026)),
                shoulder + turned(r, vector(0, 0.003, 0)),
                0.033,
                0.030,
            ),
            capsule(c2 + turned(r2, vector(-0.004, 0, sign * 0.050)), shoulder, 0.050, 0.034),
        ]
    return solids


def _arm(body: Skeleton, side: str, long_sleeves: bool = False) -> Solids:
    shoulder, elbow = body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"]
    if long_sleeves:
        loose = ELBOW + CLOTH_SLEEVE
        return {
            f"sleeve_{side}": [
                limb_loft(body, "upperarm", side, (-0.06, 1.0), CLOTH_SLEEVE),
                sphere(shoulder, SHOULDER),
                sphere(elbow, loose),
            ],
            f"upperarm_{side}": [limb_loft(body, "upperarm", side, (0.2, 1.0))],
            f"forearm_{side}": [
                limb_loft(body, "forearm", side, (0.0, CUFF), CLOTH_SLEEVE, FLARE_CUFF),
                sphere(elbow, loose),
            ],
        }
    return {
        f"sleeve_{side}": [
            limb_loft(body, "upperarm", side, (-0.06, 0.62), CLOTH_SLEEVE, FLARE_SLEEVE),
            sphere(shoulder, SHOULDER),
        ],
        f"upperarm_{side}": [limb_loft(body, "upperarm", side, (0.2, 1.0)), sphere(elbow, ELBOW)],
        f"forearm_{side}": [limb_loft(body, "forearm", side, (0.0, 1.0)), sphere(elbow, ELBOW)],
    }


def _leg(body: Skeleton, side: str) -> Solids:
    hip, knee = body.joints[f"hip_{side}"], body.joints[f"knee_{side}"]
    return {
        f"thigh_{side}": [
            limb_loft(body, "thigh", side, (-0.02, 1.0), CLOTH_TROUSERS),
            sphere(hip, HIP * body.build.mass),
            sphere(knee, KNEE),
        ],
        f"shank_{side}": [
            limb_loft(body, "shank", side, (0.0, 0.93), CLOTH_TROUSERS + 0.0005, FLARE_HEM),
            sphere(knee, KNEE),
        ],
    }


# A head scarf's drape: on the head first (height, half width, front, back), then down the spine.
DRAPE_ROWS = (
    (0.248, 0.078, 0.098, 0.074), (0.262, 0.090, 0.096, 0.076), (0.278, 0.096, 0.088, 0.074),
    (0.292, 0.092, 0.078, 0.070), (0.305, 0.080, 0.068, 0.064), (0.320, 0.062, 0.058, 0.056),
    (0.336, 0.050, 0.050, 0.048), (0.352, 0.045, 0.046, 0.046),
)  # fmt: skip


def drape_solid(body: Skeleton) -> Array:
    """A head scarf from the chin down over collar and shoulders."""
    s = np.array([min(row[0], body.neck_top) for row in DRAPE_ROWS])
    centres, frames = body.spine.along(s)
    radii = np.array([row[1:] for row in DRAPE_ROWS]) * (0.4 + 0.6 * body.build.mass)
    head = body.frames["head"]
    top = [body.on_head(-0.02, 0.10, 0), body.on_head(-0.04, 0.24, 0)]
    return loft(
        np.vstack((centres, top)),
        np.concatenate((frames, [head, head])),
        np.vstack((radii, ((0.038, 0.046, 0.042), (0.042, 0.040, 0.046)))),
        points=28,
    )


def neck_solid(body: Skeleton) -> Array:
    """The neck, from inside the collar to inside the skull."""
    thick = body.build.neck
    round_ = 0.5 + thick / 2
    centre, frame = body.spine.at(0.306)
    lean = product(frame, about_z(-20))
    rings = [(centre + turned(lean, vector(0.003, 0.004, 0)), lean, (0.038 * thick, 0.034, 0.036))]
    for s, width, front, back in NECK_ROWS:
        centre, frame = body.spine.at(min(s, body.neck_top))
        rings.append((centre, product(frame, about_z(-10)), (width * thick, front * round_, back * round_)))
    rings.append((body.on_head(-0.06, 0.34, 0), body.frames["head"], (0.031 * thick, 0.030, 0.038)))
    centres, frames, radii = (np.array([ring[i] for ring in rings]) for i in range(3))
    return loft(centres, frames, radii, points=24)


def solids_of(body: Skeleton, shoes: bool, hands: Mapping[str, Hand], long_sleeves: bool = False) -> Solids:
    """Every solid of the dressed body by part name, in drawing-table order."""
    solids = trunk_solids(body)
    for side, sign in SIDES:
        solids |= _arm(body, side, long_sleeves)
        solids[f"hand_{side}"] = list(hands[side].pieces)
        solids |= _leg(body, side)
        solids[f"foot_{side}"] = list(foot_solids(body, side, sign, shoes))
    solids["neck"] = [neck_solid(body)]
    solids["head"] = [head_solid(body)]
    return solids


def lowest(body: Skeleton, group: str) -> float:
    """The lowest height of a group of parts (see DROP_GROUPS), without limbs that go to a target afterwards."""
    kinds = DROP_GROUPS[group]
    placed = {side for side, _ in SIDES if body.pose.legs[side].to is None} or {"r", "l"}
    solids: Solids = trunk_solids(body) if "torso" in kinds else {}
    for side, sign in SIDES:
        if side in placed and ("thigh" in kinds or "shank" in kinds):
            solids |= _leg(body, side)
        if side in placed and "foot" in kinds:
            solids[f"foot_{side}"] = list(foot_solids(body, side, sign, False))
        if "hand" in kinds:
            solids |= _arm(body, side)
            solids[f"hand_{side}"] = list(hand_solids(body, side, sign).pieces)
    if "head" in kinds:
        solids["head"] = [head_solid(body)]
    return min(
        float(piece[..., 1].min())
        for name, pieces in solids.items()
        if name.split("_")[0] in kinds
        for piece in pieces
    )
