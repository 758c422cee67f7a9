"""Figures: every picture of an exercise, drawn from its pose.

In: the picture of an exercise (`read_storyboard`), a `Person` (`read_people`), a style and a height.
Out: one `Drawing` a frame (`Gallery`, or `inking.ink`). `scene` hands the solved geometry to the checks.
Poses are solved in 3-D, clothed with lofts, seen by a parallel camera, and drawn as flat fills and strokes.
What stages, checks and inks loads numpy and shapely; this page and the shipped drawings do without.
"""

from __future__ import annotations

from handout.figure.cache import ENGINE, InkCache, fingerprint
from handout.figure.gallery import Gallery, Look, look_of
from handout.figure.people import PEOPLE, Person, read_people
from handout.figure.storyboard import Frame, Storyboard, read_poses, read_storyboard

__all__ = [
    "ENGINE", "PEOPLE", "Frame", "Gallery", "InkCache", "Look", "Person", "Storyboard", "fingerprint", "look_of",
    "read_people", "read_poses", "read_storyboard",
]  # fmt: skip
