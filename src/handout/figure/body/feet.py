"""Feet: D-shaped sections on a flat sole, bare or in shoes. Bare soles and shoe soles share one level."""

from __future__ import annotations

import numpy as np

from handout.figure.body.anatomy import Profile
from handout.figure.body.lofts import capsule
from handout.figure.body.skeleton import Skeleton
from handout.figure.rotation import Array, cosine_sine, settled, turned, vector

SOLE = -0.039  # below the ankle
# along the foot from the ankle, half width, top
FOOT_ROWS = (
    (-0.046, 0.006, -0.024), (-0.042, 0.015, -0.010), (-0.034, 0.019, 0.002), (-0.018, 0.020, 0.010),
    (0.005, 0.0205, 0.010), (0.028, 0.022, 0.000), (0.050, 0.0255, -0.010), (0.070, 0.0285, -0.018),
    (0.084, 0.029, -0.0225), (0.097, 0.0265, -0.0245), (0.107, 0.021, -0.0265), (0.1125, 0.012, -0.0300),
)  # fmt: skip
_FOOT = Profile(FOOT_ROWS)
_PLACES = np.linspace(FOOT_ROWS[0][0], FOOT_ROWS[-1][0], 20)
_BARE = np.linspace(FOOT_ROWS[0][0], 0.100, 18)  # the toes make the rest
SHOE_WIDER, SHOE_HIGHER, SHOE_LONGER = 0.0035, 0.0085, 1.06
RUBBER = 0.012  # height of a shoe's sole


# Bare toes: from, to (along the foot), across (inner side +), radius.
TOES = (
    (0.094, 0.1120, 0.0150, 0.0078), (0.096, 0.1110, 0.0035, 0.0062), (0.093, 0.1070, -0.0055, 0.0058),
    (0.089, 0.1020, -0.0138, 0.0055), (0.083, 0.0950, -0.0212, 0.0052),
)  # fmt: skip


BALL = (0.072, -0.033)  # where the toes bend: along the foot, above the ankle


def toes_bent(local: Array, angle: float) -> Array:
    """Points of a foot with its toes bent up about the ball."""
    if not angle:
        return local
    c, s = cosine_sine(angle)
    x, y = local[..., 0] - BALL[0], local[..., 1] - BALL[1]
    bent = np.stack((BALL[0] + x * c - y * s, BALL[1] + x * s + y * c, local[..., 2]), axis=-1)
    result: Array = np.where((x > 0)[..., None], bent, local)
    return result


def _toes(body: Skeleton, side: str, sign: float) -> list[Array]:
    frame, ankle = body.frames[f"foot_{side}"], body.joints[f"ankle_{side}"]
    return [
        capsule(
            ankle + turned(frame, toes_bent(vector(a, SOLE + r + 0.002, -sign * (z + 0.004)), body.toes[side])),
            ankle + turned(frame, toes_bent(vector(b, SOLE + r, -sign * (z + 0.004)), body.toes[side])),
            r, r * 0.95, points=10,
        )
        for a, b, z, r in TOES
    ]  # fmt: skip


def _rings(sign: float, shoes: bool) -> Array:
    """The foot from heel to tip in its own axes, sole flat."""
    table = _FOOT(_PLACES if shoes else _BARE)
    width, top, x = table[:, 0:1], table[:, 1:2], (_PLACES if shoes else _BARE)[:, None]
    if shoes:
        width, top, x = width + SHOE_WIDER, top + SHOE_HIGHER, x * SHOE_LONGER
    c, s = cosine_sine(np.linspace(0.0, 360.0, 20, endpoint=False))
    middle = SOLE + (top - SOLE) * 0.30
    y = np.where(
        s > 0, middle + (top - middle) * s, middle + (middle - SOLE) * np.sign(s) * settled(np.abs(s) ** 0.4)
    )
    z = width * np.sign(c) * settled(np.abs(c) ** 0.75) - sign * 0.004 * np.clip(x / 0.1, 0, 1)
    return np.stack((np.broadcast_to(x, y.shape), y, z), axis=-1)


def foot_solids(body: Skeleton, side: str, sign: float, shoes: bool) -> tuple[Array, ...]:
    """The foot itself, the piece of ankle that goes into the trouser leg, and bare toes."""
    frame, ankle = body.frames[f"foot_{side}"], body.joints[f"ankle_{side}"]
    foot = ankle + turned(frame, toes_bent(_rings(sign, shoes), body.toes[side]))
    shin = turned(body.frames[f"shank_{side}"], vector(0, 0.05, 0))
    toes = () if shoes else _toes(body, side, sign)
    return (foot, capsule(ankle, ankle + shin, 0.0195, 0.0185), *toes)


def shoe_sole(body: Skeleton, side: str) -> Array:
    """The same rings cut off at the top of the rubber: their outline is the sole line."""
    frame, ankle = body.frames[f"foot_{side}"], body.joints[f"ankle_{side}"]
    local = _rings(1.0 if side == "r" else -1.0, True)
    local[..., 1] = np.minimum(local[..., 1], SOLE + RUBBER)
    result: Array = ankle + turned(frame, toes_bent(local, body.toes[side]))
    return result
