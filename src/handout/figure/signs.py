"""Pictograms of the page from the same engine: areas of the body that a warning sign names, and the steps to the floor.

In: `assets/signs.yaml`, a picture block each and the areas painted on it. Out: drawings by name, line art in the
colours of the standard theme, so that a theme puts its own in their place as it does with its icons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import shapely
from shapely.affinity import scale
from shapely.geometry import Point as FlatPoint
from shapely.geometry.base import BaseGeometry

from handout.content import PART_NAMES, PICTURE, PointShape, Said
from handout.drawing import Drawing, Segment
from handout.errors import FigureError, Finding, Place
from handout.figure.body.pose import Point
from handout.figure.inking import PAD_PT, ink_staged
from handout.figure.paint.marks import fills_of
from handout.figure.people import Person
from handout.figure.scene import Scene, stage_board
from handout.figure.storyboard import Storyboard, storyboard_of
from handout.figure.storyboard.resolving import Resolver
from handout.figure.styles import STYLES, rgb
from handout.source import Choice, Field, ListOf, Node, Number, Record, TableOf, optional, values_only

FOLDER = "signs"  # beside the kept figures
STYLE = "sign"
HEIGHT_PT = {"floor": 72.0}  # the long side; of the others:
ICON_PT = 40.0
ONE = "sign"  # the frame of a sign that has only one
NOT_OVER = 0.0015  # an area ends this far inside the outline


@dataclass(frozen=True, slots=True)
class Area:
    """Part of the body's surface: of `parts`, what lies in an ellipse round a place; sizes in body heights."""

    parts: tuple[str, ...]
    at: Point
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class Pictogram:
    """A pictogram, or a row of them on one scale."""

    board: Storyboard
    areas: tuple[Area, ...] = ()




def _area(at: object, **told: Any) -> Area:
    """An area on a body without props: its place names nothing to be looked up."""
    return Area(at=Resolver(lambda _: Place("assets/signs.yaml")).point(at, ()), **told)


AREA = Record(
    _area,
    (
        Field("parts", ListOf(Choice(PART_NAMES)), "of these parts"),
        Field("at", PointShape(), "round this place"),
        Field("wide", Number(0.01, 2), "body heights"),
        Field("high", Number(0.01, 2), "body heights"),
    ),
)
SIGNS: TableOf[dict[str, Any]] = TableOf(
    Record(values_only, (Field("picture", PICTURE), optional("areas", ListOf(AREA, repeats=True)))),
    about="a table of pictograms",
)


def read_signs(node: Node, poses: Mapping[str, Said]) -> dict[str, Pictogram]:
    """Every sign by name. Raises FigureError with every finding."""
    findings: list[Finding] = []
    signs: dict[str, Pictogram] = {}
    for name, told in (SIGNS.read(node, "", findings) or {}).items():
        try:
            signs[name] = Pictogram(storyboard_of(told["picture"], poses), told.get("areas", ()))
        except FigureError as error:
            findings += error.findings
    if findings:
        raise FigureError(findings)
    return signs


def draw_signs(signs: Mapping[str, Pictogram], people: Mapping[str, Person]) -> dict[str, Drawing]:
    """Every pictogram: "chest-pain", and "floor.down-kneel" of a row."""
    found: dict[str, Drawing] = {}
    for name, sign in signs.items():
        staged = stage_board(sign.board, people[sign.board.person], STYLE)
        for scene in staged.scenes.values():
            for area in sign.areas:
                scene.painter.fills += fills_of(_painted(scene, area), rgb(STYLES[STYLE].colours["area"]))
        for frame, drawing in ink_staged(staged, HEIGHT_PT.get(name, ICON_PT)).items():
            found[name if frame == ONE else f"{name}.{frame}"] = _trimmed(drawing)
    return found


def _trimmed(drawing: Drawing) -> Drawing:
    """Without the white at its sides: pictograms in a row share a scale and a floor, not a width."""
    across = [number for shape in drawing.shapes for _, numbers in shape.path for number in numbers[::2]]
    left, right = min(across) - PAD_PT, max(across) + PAD_PT
    paths = [tuple(_moved(segment, -left) for segment in shape.path) for shape in drawing.shapes]
    shapes = tuple(replace(shape, path=path) for shape, path in zip(drawing.shapes, paths, strict=True))
    return replace(drawing, width=round(right - left, 2), shapes=shapes)


def _moved(segment: Segment, along: float) -> Segment:
    verb, numbers = segment
    return verb, tuple(round(n + along, 2) if i % 2 == 0 else n for i, n in enumerate(numbers))


def _painted(scene: Scene, area: Area) -> BaseGeometry:
    """The area as it is seen."""
    x, y = scene.camera.flat(scene.body.point(area.at))
    ellipse = scale(FlatPoint(float(x), float(y)).buffer(1.0, quad_segs=24), area.wide / 2, area.high / 2)
    shown = shapely.union_all([scene.visible[part] for part in area.parts if part in scene.visible])
    return shown.buffer(-NOT_OVER).intersection(ellipse)
