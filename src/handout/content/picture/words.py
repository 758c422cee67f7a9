"""The words of a picture file: places on the body, part groups, props and their numbers. `figure` draws each."""

from __future__ import annotations

from collections.abc import Mapping

BODY_SIDES = ("r", "l")
FRAMES = ("head", "chest", "pelvis")  # what a step from a place may move with
AXES = ("x", "y", "z", "front", "up", "out")

# Places on the body; with a side behind them: knee_r, ear_l.
MIDDLE = (
    "crown", "forehead", "face", "chin", "occiput", "nape", "neck_front", "chest", "belly", "upper_back", "mid_back",
    "low_back", "seat", "pelvis", "head",
)  # fmt: skip
SIDED = (
    "ear", "temple", "cheek", "neckside", "trap", "blade", "shoulder", "elbow", "wrist", "hand", "palm", "fingertip",
    "waist", "hip", "knee", "ankle", "heel", "toe", "floor",
)  # fmt: skip
PLACE_NAMES = frozenset(MIDDLE) | {f"{name}_{side}" for name in SIDED for side in BODY_SIDES}

REGIONS = ("lumbar", "thoracic", "neck", "head")
GLIDE = 0.022  # of the head to the front or back, body heights: 4 cm
DROPPED = ("all", "legs", "knees", "feet", "pelvis", "trunk")  # what `drop` sets down
HAND_GRIPS = ("flat", "relax", "cup", "rest", "fist", "wrap", "point")
PART_NAMES = (
    "pelvis", "torso", "neck", "head", "hair", "hairback", "bun",
    *(f"{kind}_{side}" for kind in ("sleeve", "upperarm", "forearm", "hand", "thigh", "shank", "foot", "ear")
      for side in BODY_SIDES),
)  # fmt: skip
ARM_ANGLES = ("flex", "abd", "rot", "elbow", "pron", "wrist", "dev")
LEG_ANGLES = ("flex", "abd", "rot", "knee", "ankle", "toes")

_LIMB_CONTACTS = ("foot", "toe", "heel", "knee", "shank", "thigh", "hand", "forearm", "elbow")
CONTACTS = (
    "feet", *(f"{name}s" for name in _LIMB_CONTACTS if name != "foot"),
    *(f"{name}_{s}" for name in _LIMB_CONTACTS for s in BODY_SIDES),
    "seat", "pelvis", "back", "side", "belly", "head", "roller", "ball", "wall",
)  # fmt: skip
# What a check of what is seen may let pass, and the reasons it takes for it.
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "face": ("lies-down", "turned-away"),
    "hands": ("hold-the-head", "out-of-sight"),
    "part": ("behind-the-body",),
    "change": ("small-movement", "same-place"),
    "mat": ("part-way",),
}
SIDELESS = ("waist", "hip", "knee")  # a crop may name them without a side
INSETS = ("roller-zone", "roller-strip-zone", "ball-zone")
SIDES_OF_PAGE = ("right", "above", "left", "below")
ARROWS = ("path", "arc", "follow", "ring")

# Numbers each prop takes, with defaults in body heights (`turn` in degrees); `None` has no default.
PROP_KEYS: Mapping[str, Mapping[str, float | None]] = {
    "chair": {"seat": 0.25, "width": 0.13, "depth": 0.26, "back_height": 0.30, "turn": 0.0},
    "wheelchair": {"seat": 0.27, "width": 0.13, "depth": 0.25, "turn": 0.0},
    "mat": {"from": None, "to": None, "width": 0.38, "turn": 0.0},
    "wall": {"height": 1.06, "thick": 0.03, "width": 0.46, "turn": 0.0},
    "door": {"height": 1.16, "thick": 0.05, "width": 0.46, "turn": 0.0},
    "post": {"height": 1.06, "thick": 0.05, "turn": 0.0},
    "roller": {"under": None, "radius": 0.044, "length": 0.26, "turn": 0.0},
    "ball": {"under": None, "aside": 0.0, "radius": 0.022},
    "gym-ball": {"radius": 0.19},
    "cushion": {"length": 0.20, "thick": 0.05, "width": 0.24, "turn": 0.0},
    "towel": {"length": 0.16, "thick": 0.018, "width": 0.16, "turn": 0.0},
    "table": {"height": 0.43, "width": 0.30, "depth": 0.26, "turn": 0.0},
    "bed": {"height": 0.29, "width": 0.52, "length": 1.14, "turn": 0.0},
    "box": {"height": 0.20, "width": 0.26, "depth": 0.22, "turn": 0.0},
    "step": {"height": 0.10, "width": 0.40, "depth": 0.20, "turn": 0.0},
    "stairs": {"steps": 3.0, "height": 0.10, "width": 0.46, "depth": 0.16, "turn": 0.0},
    "rail": {"radius": 0.012},
    "band": {"width": 0.022, "slack": 0.0},
    "strap": {"width": 0.014, "slack": 0.0},
    "stick": {"radius": 0.009, "over": 0.08},
    "crutch": {"radius": 0.008},
    "walking-frame": {"height": 0.50, "width": 0.32, "depth": 0.28, "turn": 0.0},
    "weight": {"radius": 0.024, "length": 0.10},
}  # fmt: skip
PROP_SWITCHES: Mapping[str, Mapping[str, bool]] = {
    "chair": {"back": True}, "wall": {"ahead": False}, "rail": {"posts": True}, "band": {"loop": False},
    "stick": {"handle": False},
}  # fmt: skip
# Bounds of a number; the others are lengths.
BOUNDS: Mapping[str, tuple[float, float]] = {"turn": (-360, 360), "steps": (1, 12)}
LENGTH = (-3.0, 3.0)
# Props that run from one place to another; a towel may.
BETWEEN: frozenset[str] = frozenset({"rail", "band", "strap", "stick", "crutch"})
MAY_RUN = BETWEEN | {"towel"}
MAY_PASS = frozenset({"band", "strap"})  # by other places on the way

# Where a hand takes hold: of a prop that runs, along it; of others, on both sides or once.
RUNNING: Mapping[str, tuple[str, ...]] = {
    "rail": ("start", "middle", "end"), "stick": ("start", "middle", "end"), "band": ("start", "end"),
    "strap": ("start", "end"), "crutch": ("handle",),
}  # fmt: skip
_ON_BOTH_SIDES = {
    "chair": ("seat", "back"), "wheelchair": ("rim", "arm"), "table": ("edge",), "bed": ("edge",),
    "walking-frame": ("grip",), "door": ("post",), "gym-ball": ("side",),
}  # fmt: skip
_ONCE = {"chair": ("back",), "table": ("edge",), "post": ("grip",), "gym-ball": ("top",), **RUNNING}
# Every grip by the prop that has it: {"rail": ("start", "middle", "end"), ...}.
GRIP_NAMES: Mapping[str, tuple[str, ...]] = {
    kind: (*_ONCE.get(kind, ()), *(f"{name}_{side}" for name in _ON_BOTH_SIDES.get(kind, ()) for side in BODY_SIDES))
    for kind in sorted({*_ON_BOTH_SIDES, *_ONCE})
}
GRIP_PLACES = frozenset(f"{prop}.{grip}" for prop, grips in GRIP_NAMES.items() for grip in grips)
