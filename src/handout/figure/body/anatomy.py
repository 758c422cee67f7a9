"""Anatomy tables, in fractions of body height.

Segment lengths after Drillis and Contini (1966) and Winter (Biomechanics and Motor Control of Human
Movement), then tuned by eye on drawings. Joint limits are limits of drawing, not of patients.
"""

from __future__ import annotations

import numpy as np

from handout.figure.rotation import Array

LENGTH: dict[str, float] = {
    "pelvis": 0.055, "lumbar": 0.100, "thoracic": 0.153, "neck": 0.060, "head": 0.136,
    "upperarm": 0.172, "forearm": 0.150, "hand": 0.104, "thigh": 0.247, "shank": 0.248, "ankle": 0.039,
    "shoulder_half": 0.104, "hip_half": 0.052,
}  # fmt: skip
SHOULDER_ON_SPINE = 0.267  # above .28 every figure looks hunched
CHEST_ON_SPINE = 0.25
SKULL_PIVOT = 0.24  # above the chin, in head heights

# Spine: resting flexion of each region (without it the neck looks like a broom handle) and its steps.
REST_FLEX = {"lumbar": -4.0, "thoracic": 10.0, "neck": 14.0}
REST_HEAD = -20.0
STEPS = {"lumbar": 6, "thoracic": 8, "neck": 5}

# s along the spine from the hip centre, half width, front, back
TORSO_ROWS = (
    (-0.050, 0.036, 0.026, 0.034), (-0.040, 0.070, 0.044, 0.058), (-0.025, 0.094, 0.058, 0.072),
    (0.005, 0.097, 0.061, 0.075), (0.035, 0.095, 0.061, 0.066), (0.065, 0.088, 0.060, 0.054),
    (0.095, 0.080, 0.058, 0.047), (0.125, 0.078, 0.057, 0.046), (0.155, 0.081, 0.060, 0.050),
    (0.185, 0.086, 0.064, 0.056), (0.215, 0.092, 0.069, 0.061), (0.240, 0.097, 0.069, 0.064),
    (0.262, 0.099, 0.063, 0.064), (0.282, 0.094, 0.053, 0.061), (0.298, 0.078, 0.043, 0.056),
    (0.310, 0.058, 0.037, 0.047), (0.318, 0.044, 0.032, 0.040),
)  # fmt: skip

# t along the bone, half width, front, back: the calf bulges back, the thigh and biceps forward
LIMB_ROWS = {
    "thigh": (
        (-0.02, 0.050, 0.050, 0.050), (0.12, 0.051, 0.053, 0.057), (0.28, 0.049, 0.054, 0.052),
        (0.5, 0.042, 0.048, 0.043), (0.7, 0.036, 0.041, 0.035), (0.88, 0.032, 0.036, 0.030),
        (1.0, 0.031, 0.034, 0.028),
    ),
    "shank": (
        (0.0, 0.031, 0.033, 0.028), (0.1, 0.030, 0.030, 0.031), (0.2, 0.031, 0.027, 0.038),
        (0.32, 0.031, 0.025, 0.041), (0.48, 0.027, 0.022, 0.036), (0.65, 0.022, 0.020, 0.027),
        (0.82, 0.018, 0.018, 0.020), (0.95, 0.0175, 0.018, 0.019), (1.02, 0.018, 0.018, 0.019),
    ),
    "upperarm": (
        (-0.06, 0.027, 0.027, 0.027), (0.02, 0.033, 0.033, 0.033), (0.16, 0.033, 0.034, 0.033),
        (0.35, 0.027, 0.030, 0.028), (0.6, 0.023, 0.027, 0.025), (0.85, 0.021, 0.023, 0.023),
        (1.0, 0.0215, 0.021, 0.022),
    ),
    "forearm": (
        (0.0, 0.0215, 0.021, 0.022), (0.14, 0.022, 0.024, 0.022), (0.3, 0.0215, 0.024, 0.021),
        (0.5, 0.019, 0.021, 0.018), (0.75, 0.0150, 0.016, 0.014), (0.95, 0.0130, 0.0145, 0.0130),
        (1.03, 0.013, 0.0145, 0.013),
    ),
}  # fmt: skip

# y above the chin, front x, back x, half width: in head heights (brow, nose root, lips, chin)
HEAD_ROWS = (
    (0.000, 0.33, 0.14, 0.09), (0.020, 0.385, 0.09, 0.145), (0.055, 0.415, 0.03, 0.185),
    (0.085, 0.412, -0.01, 0.212), (0.120, 0.392, -0.045, 0.228), (0.150, 0.388, -0.07, 0.240),
    (0.172, 0.408, -0.09, 0.248), (0.192, 0.410, -0.115, 0.255), (0.204, 0.396, -0.13, 0.259),
    (0.222, 0.418, -0.15, 0.265), (0.250, 0.412, -0.17, 0.272), (0.275, 0.398, -0.20, 0.281),
    (0.31, 0.398, -0.24, 0.292), (0.38, 0.400, -0.32, 0.312), (0.46, 0.388, -0.385, 0.325),
    (0.54, 0.378, -0.435, 0.330), (0.61, 0.404, -0.46, 0.333), (0.70, 0.410, -0.47, 0.334),
    (0.79, 0.384, -0.455, 0.322), (0.87, 0.325, -0.405, 0.286), (0.93, 0.245, -0.33, 0.232),
    (0.965, 0.17, -0.25, 0.175), (0.988, 0.07, -0.15, 0.10), (1.0, -0.02, -0.06, 0.02),
)  # fmt: skip

# Limits in degrees: (least, most).
LIMITS: dict[str, tuple[float, float]] = {
    "hip_flex": (-30, 135), "hip_reach": (-30, 140), "hip_abd": (-40, 60), "hip_rot": (-50, 60),
    "knee": (-5, 158), "ankle": (-70, 35),
    "shoulder_flex": (-60, 185), "shoulder_abd": (-50, 185), "shoulder_rot": (-100, 100), "elbow": (-8, 152),
    "wrist": (-85, 85), "lumbar_flex": (-45, 60), "lumbar_side": (-30, 30), "lumbar_twist": (-18, 18),
    "thoracic_flex": (-35, 50), "thoracic_side": (-35, 35), "thoracic_twist": (-45, 45),
    "neck_flex": (-65, 60), "neck_side": (-45, 45), "neck_twist": (-55, 55), "head_flex": (-30, 30),
    "head_side": (-15, 15), "head_twist": (-45, 45),
}  # fmt: skip

GLIDE_DEGREES = 1590.0  # of sway of the neck, to and back, for a glide of one body height

# Share of the whole body's mass, per part (Winter, table 4.1, rounded).
MASS = {
    "pelvis": 0.14, "torso": 0.36, "head": 0.08, "upperarm": 0.028, "forearm": 0.016, "hand": 0.006,
    "thigh": 0.10, "shank": 0.0465, "foot": 0.0145,
}  # fmt: skip


class Profile:
    """A table read as smooth curves: Catmull-Rom through its rows, held level beyond its ends."""

    __slots__ = ("_slope", "_x", "_y")

    def __init__(self, rows: tuple[tuple[float, ...], ...] | Array) -> None:
        table = np.asarray(rows, dtype=np.float64)
        self._x: Array = table[:, 0]
        self._y: Array = table[:, 1:]
        self._slope: Array = np.gradient(self._y, self._x, axis=0)

    def __call__(self, at: Array | float) -> Array:
        """Rows of values at each position."""
        x, places = self._x, np.atleast_1d(np.asarray(at, dtype=np.float64))
        i = np.clip(np.searchsorted(x, places) - 1, 0, len(x) - 2)
        h = x[i + 1] - x[i]
        t = np.clip((places - x[i]) / h, 0.0, 1.0)[:, None]
        h = h[:, None]
        t2, t3 = t * t, t * t * t
        result: Array = (
            (2 * t3 - 3 * t2 + 1) * self._y[i] + (t3 - 2 * t2 + t) * self._slope[i] * h
            + (3 * t2 - 2 * t3) * self._y[i + 1] + (t3 - t2) * self._slope[i + 1] * h
        )  # fmt: skip
        return result


TORSO = Profile(TORSO_ROWS)
HEAD = Profile(HEAD_ROWS)
LIMB = {name: Profile(rows) for name, rows in LIMB_ROWS.items()}
