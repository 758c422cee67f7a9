"""What a check refuses, marked in red on the drawing: the limb, the prop or the arrow that it is about."""

from __future__ import annotations

from collections.abc import Iterable

import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from handout.figure.checks.fault import Fault
from handout.figure.checks.support import parts_of_contact
from handout.figure.paint.marks import DrawnLine, Mark, polygons_of
from handout.figure.paint.silhouette import grown
from handout.figure.scene import Scene
from handout.figure.styles import RGB, WHITE, Pen, rgb

RED: RGB = rgb("#d0021b")
LINE_PT, HALO_PT = 2.0, 3.6
ROUND = 0.006  # body heights: the red line runs round the part, not on its outline

# Parts by what an author writes in a pose.
_WRITTEN = {
    "arm": ("sleeve", "upperarm", "forearm", "hand"), "leg": ("thigh", "shank", "foot"), "shoulder": ("sleeve",),
}  # fmt: skip
_REGIONS = {"lumbar": ("pelvis", "torso"), "thoracic": ("torso",), "neck": ("neck", "head"), "head": ("head",)}


def fault_marks(scene: Scene, faults: Iterable[Fault], pen: Pen) -> list[Mark]:
    """A red line with a white margin round everything that the faults of a scene are about."""
    marks: list[Mark] = []
    for fault in faults:
        for polygon in polygons_of(grown(_concerned(scene, fault), ROUND)):
            ring = LineString(polygon.exterior.coords)
            marks += [DrawnLine(ring, HALO_PT / pen.scale, WHITE), DrawnLine(ring, LINE_PT / pen.scale, RED)]
    return marks


def _concerned(scene: Scene, fault: Fault) -> BaseGeometry:
    """What is seen of it; its whole outline where nothing is; the whole person where nothing is named."""
    names = fault.about or _named(scene, fault)
    shapes: list[BaseGeometry] = []
    for name in names:
        if name.startswith("arrow"):
            shapes.append(scene.arrows[int(name.removeprefix("arrow"))].shape)
        elif name in scene.parts:
            seen = scene.visible.get(name)
            shapes.append(scene.parts[name].shape if seen is None or seen.is_empty else seen)
    return shapely.union_all(shapes or [scene.parts[name].shape for name in scene.solids if name in scene.parts])


def _named(scene: Scene, fault: Fault) -> tuple[str, ...]:
    """The parts that the place of a fault in the file speaks of."""
    match fault.path:
        case ("arrows", int(index), *_):
            return (f"arrow{index}",)
        case ("props", int(index), *_):
            return _prop_parts(scene, index)
        case ("contacts", int(index), *_):
            return tuple(part for pair in parts_of_contact(scene.frame.contacts[index]) for part in pair)
        case ("pose", str(where), *_):
            stem, _, side = where.rpartition("_")
            if stem in _WRITTEN:
                return tuple(f"{kind}_{side}" for kind in _WRITTEN[stem])
            return _REGIONS.get(where, ())
    return ()


def _prop_parts(scene: Scene, index: int) -> tuple[str, ...]:
    """The parts of the prop that stands there in the file's list."""
    prop = scene.frame.props[index]
    return next((solid.part_names for solid in scene.props if solid.prop is prop), ())
