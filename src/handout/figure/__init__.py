"""Figures: every picture of an exercise, drawn from its pose.

In: the picture of an exercise (`read_storyboard`), a `Person` (`read_people`), a style and a height.
Out: one `Drawing` a frame (`Gallery`, or `inking.ink`). `scene` hands the solved geometry to the checks.
Poses are solved in 3-D, clothed with lofts, seen by a parallel camera, and drawn as flat fills and strokes.
What stages, checks and inks loads numpy and shapely; this page and the shipped drawings do without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.figure.cache import ENGINE, InkCache, fingerprint
from handout.figure.gallery import MIRRORED, Gallery, Look, look_of
from handout.figure.people import PEOPLE, Person, read_people
from handout.figure.storyboard import Frame, Storyboard, read_poses, read_storyboard
from handout.lazy import attach

if TYPE_CHECKING:
    from handout.figure.checks import FaultFound, faults_of_picture, faults_of_staged, finding_of
    from handout.figure.checks.arrows import arrows_clear, within_the_cell
    from handout.figure.checks.fault import Fault
    from handout.figure.inking import ink_staged
    from handout.figure.marking import fault_marks
    from handout.figure.paint.marks import Mark
    from handout.figure.scene import Scene, Staged, stage_board
    from handout.figure.seen.choosing import Judged, judge_views
    from handout.figure.styles import Pen
    from handout.figure.view import View

__all__ = [
    "ENGINE", "MIRRORED", "PEOPLE", "Fault", "FaultFound", "Frame", "Gallery", "InkCache", "Judged", "Look", "Mark",
    "Pen", "Person", "Scene", "Staged", "Storyboard", "View", "arrows_clear", "fault_marks", "faults_of_picture",
    "faults_of_staged", "finding_of", "fingerprint", "ink_staged", "judge_views", "look_of", "read_people",
    "read_poses", "read_storyboard", "stage_board", "within_the_cell",
]  # fmt: skip

if not TYPE_CHECKING:  # what stages and inks loads arrays, and does so when it is asked for
    __getattr__, __dir__ = attach(__name__, {
        "checks": "FaultFound faults_of_picture faults_of_staged finding_of",
        "checks.arrows": "arrows_clear within_the_cell",
        "checks.fault": "Fault",
        "inking": "ink_staged",
        "marking": "fault_marks",
        "paint.marks": "Mark",
        "scene": "Scene Staged stage_board",
        "seen.choosing": "Judged judge_views",
        "styles": "Pen",
        "view": "View",
    })  # fmt: skip
