"""Figures: every picture of an exercise, drawn from its pose.

In: the `picture:` block of an exercise (`read_storyboard`), a `Person` (`read_people`), a style and a height.
Out: one `Drawing` a frame (`ink`, or `InkCache.get`). `scene` hands the solved geometry to the checks.
Poses are solved in 3-D, clothed with lofts, seen by a parallel camera, and drawn as flat fills and strokes.
Importing this package loads numpy and shapely; nothing else does.
"""

from handout.figure.body.skeleton import Note, Skeleton
from handout.figure.body.solving import PLACE_NAMES
from handout.figure.cache import ENGINE, InkCache, fingerprint
from handout.figure.catalogue import catalogue, stale, store
from handout.figure.checks import check
from handout.figure.inking import ink
from handout.figure.people import Person, read_people
from handout.figure.scene import Scene, scene
from handout.figure.storyboard import Frame, Storyboard, read_storyboard

__all__ = [
    "ENGINE", "PLACE_NAMES", "Frame", "InkCache", "Note", "Person", "Scene", "Skeleton", "Storyboard",
    "catalogue", "check", "fingerprint", "ink", "read_people", "read_storyboard", "scene",
    "stale", "store",
]  # fmt: skip
