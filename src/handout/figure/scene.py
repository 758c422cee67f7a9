"""A scene: one frame of a storyboard solved, dressed and laid in depth order, before any pen.

This is what both the inking and the checks read; see `Scene`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

import shapely
from shapely.geometry.base import BaseGeometry

from handout.figure.arrows import DrawnArrow, Ground, draw_arrow
from handout.figure.body.flesh import Solids
from handout.figure.body.room import Room
from handout.figure.body.skeleton import Skeleton, SolverNote
from handout.figure.body.solving import solve
from handout.figure.camera import Camera
from handout.figure.dress.assembly import dress, known_order
from handout.figure.dress.sitter import Sitter
from handout.figure.paint.joints import joints_of
from handout.figure.paint.marks import Mark
from handout.figure.paint.order import paint_order
from handout.figure.paint.painter import Painter
from handout.figure.paint.parts import PaintPart
from handout.figure.people import Person
from handout.figure.props import PropSolid, build_props, place_grips
from handout.figure.props.ground import floor_line, mat_marks, shadow_marks, shadow_of
from handout.figure.props.tops import tops_of
from handout.figure.props.workshop import Workshop
from handout.figure.storyboard.board import Frame, Storyboard
from handout.figure.storyboard.mirroring import start_of
from handout.figure.styles import BLACK, RGB, STYLES, Style, mix, rgb

FAR_GAP = 0.20  # one side is far when shoulder and hip together lie this much deeper
NOT_FAR = frozenset({"ear"})
NOTHING_YET: Mapping[str, Scene] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Scene:
    """One solved and dressed frame. Lengths are body heights; the floor is y = 0; z is the person's right.

    * `body.joints["knee_r"]`: 3-D joints and places on the skin (`handout.figure.PLACE_NAMES`);
      `body.frames["thigh_r"]`: 3 x 3 frames (columns x front, y up the bone, z right);
      `body.spine.at(s)`: centre and frame along the spine.
    * `notes`: what the solver had to bend (`SolverNote`: kind "limit" or "reach", part, amount, bounds).
    * `solids["thigh_r"]`: the 3-D lofts of each body part in the room, arrays (rings, points, 3).
    * `parts["thigh_r"].shape`: its whole flat outline (x right, y up, as the camera sees it);
      `parts[...].surface`: its triangles with depth (z towards the reader); props are parts too.
    * `order`: part names from far to near; `visible["hand_r"]`: what is left of it to see.
    * `props`: boxes, or centre and radius, of each prop in the room, with its part names.
    * `arrows`: each arrow's flat `shape`, clear of face and hands.
    * `frame.contacts`: what the author says touches; `shoes`.
    * `clip_below`, `clip_above`: flat y below and above which the picture is cut, or None.
    * `floor` marks lie under everything.
    """

    frame: Frame
    camera: Camera
    body: Skeleton
    shoes: bool
    solids: Solids
    parts: dict[str, PaintPart]
    order: tuple[str, ...]
    painter: Painter
    props: tuple[PropSolid, ...]
    arrows: tuple[DrawnArrow, ...]
    floor: tuple[Mark, ...]
    clip_below: float | None
    ground: Ground  # what the arrows were laid on
    clip_above: float | None = None

    @property
    def notes(self) -> tuple[SolverNote, ...]:
        """What the solver had to bend."""
        return tuple(self.body.notes)

    @property
    def visible(self) -> dict[str, BaseGeometry]:
        """What is seen of each part."""
        return self.painter.visible

    def face_and_hands(self) -> BaseGeometry:
        """What no arrow may cover: visible head and hands."""
        return shapely.union_all(list(_spared(self.painter).values()))

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of the picture, without strokes."""
        shapes = [p.shape for p in self.parts.values()] + [g for a in self.arrows for g in (a.halo, a.pale)]
        shapes += [m.shape if hasattr(m, "shape") else m.line for m in self.floor]
        x0, y0, x1, y1 = shapely.total_bounds(shapes)
        low = float(y0) if self.clip_below is None else max(float(y0), self.clip_below)
        high = float(y1) if self.clip_above is None else min(float(y1), self.clip_above)
        return float(x0), low, float(x1), high


def _spared(painter: Painter) -> dict[str, BaseGeometry]:
    return {n: painter.visible[n] for n in ("head", "hand_r", "hand_l") if n in painter.visible}


@dataclass(frozen=True, slots=True)
class Staged:
    """A board's frames with one person in one style, each laid once: for the checks, then for the pen."""

    board: Storyboard
    person: Person
    style: Style
    scenes: Mapping[str, Scene]
    starts: dict[str, Scene] = field(default_factory=dict, compare=False)  # that are no frame of the board

    def start_of(self, posed: Scene) -> Scene:
        """The scene that a frame's movement begins at; of an other side, the other side of its twin's start."""
        start = start_of(self.board, posed.frame)
        known = self.scenes.get(start.id)
        if known and known.frame is start:
            return known
        if posed.frame.id not in self.starts:
            self.starts[posed.frame.id] = stage(self.board, start, self.person, self.style)
        return self.starts[posed.frame.id]


def stage_board(board: Storyboard, person: Person, style: str = "colour") -> Staged:
    """Every frame of a board, in printed order."""
    chosen = STYLES[style]
    scenes: dict[str, Scene] = {}
    for frame in board.frames:
        scenes[frame.id] = stage(board, frame, person, chosen, scenes)
    return Staged(board, person, chosen, on_one_floor(scenes, chosen))


def scene(board: Storyboard, frame_id: str, person: Person) -> Scene:
    """The scene of a frame. Raises KeyError."""
    return stage(board, board.frame(frame_id), person, STYLES["colour"])


def stage(
    board: Storyboard, frame: Frame, person: Person, style: Style, known: Mapping[str, Scene] = NOTHING_YET
) -> Scene:
    """Solve, dress, order and lay one frame; of `known` frames the body is not solved again."""
    camera = Camera(board.view)
    body = _solved(frame, person)
    sitter = Sitter(body, person, camera, style, board.shoes, frame.crop is not None)
    parts, solids = dress(sitter)
    forced = known_order(sitter, parts)
    shop = Workshop(body, camera)
    prop_parts, props = build_props(frame.props, shop)
    parts |= {p.name: p for p in prop_parts}
    order = paint_order(parts, [*forced, *(pair for solid in props for pair in solid.order)])
    painter = Painter(parts, joints_of(body, camera), style, _colours(sitter, parts, order))
    painter.lay(order)
    start = _start_body(board, frame, person, known) if any(a.follow for a in frame.arrows) else None
    ground = Ground(body, camera, painter.silhouette, _spared(painter), start, solids)
    arrows = tuple(draw_arrow(a, ground) for a in frame.arrows)
    clip, top = None, None
    if frame.crop is not None:
        top = None if frame.crop.top is None else float(camera.flat(body.joints[frame.crop.top])[1])
        clip = float(camera.flat(body.joints[frame.crop.at])[1]) + frame.crop.dy
    floor = () if clip is not None else tuple(_floor(frame, shop, [solids], style))
    return Scene(
        frame,
        camera,
        body,
        board.shoes,
        solids,
        parts,
        tuple(order),
        painter,
        tuple(props),
        arrows,
        floor,
        clip,
        ground,
        top,
    )


def room_of(frame: Frame) -> Room:
    """What the solver knows of a frame beside its pose."""
    return Room(frozenset(frame.contacts), partial(tops_of, frame.props), partial(place_grips, frame.props))


def on_one_floor(scenes: Mapping[str, Scene], style: Style) -> dict[str, Scene]:
    """The scenes of a board with one mat under all of them, that fits everybody who lies on it."""
    bodies = [scene.solids for scene in scenes.values()]
    lowest = min(min(part.shape.bounds[1] for part in scene.parts.values()) for scene in scenes.values())
    return {name: _on_floor(scene, bodies, lowest, style) for name, scene in scenes.items()}


def _on_floor(scene: Scene, bodies: Sequence[Solids], lowest: float, style: Style) -> Scene:
    if scene.clip_below is not None:
        return scene
    if all(prop.type != "mat" for prop in scene.frame.props):
        return replace(scene, floor=(*scene.floor, floor_line(scene.floor, scene.parts, lowest, style)))
    shop = Workshop(scene.body, scene.camera)
    return replace(scene, floor=tuple(_floor(scene.frame, shop, bodies, style, scene.solids)))


def _start_body(board: Storyboard, frame: Frame, person: Person, known: Mapping[str, Scene]) -> Skeleton:
    """The body at the frame that a movement begins at."""
    start = start_of(board, frame)
    found = known.get(start.id)
    return found.body if found and found.frame is start else _solved(start, person)


def _solved(frame: Frame, person: Person) -> Skeleton:
    return solve(frame.pose, person.body, room_of(frame))


def _floor(
    frame: Frame, shop: Workshop, bodies: Sequence[Solids], style: Style, own: Solids | None = None
) -> list[Mark]:
    """The shadow on the floor, the mat over it, and the shadow on the mat."""
    shadow = shadow_of(bodies[0] if own is None else own, shop.camera)
    marks = shadow_marks(shadow, "floor", style)
    for prop in frame.props:
        if prop.type == "mat":
            laid, top = mat_marks(shop, prop, bodies, style)
            marks += [*laid, *shadow_marks(shadow.intersection(top), "mat", style)]
    return marks


def _colours(sitter: Sitter, parts: dict[str, PaintPart], order: list[str]) -> dict[str, RGB]:
    """Fill of each part; the limbs of the far side a little darker."""
    depth = {s: _depth(sitter, f"shoulder_{s}") + _depth(sitter, f"hip_{s}") for s in "rl"}
    far = min(depth, key=lambda s: depth[s]) if abs(depth["r"] - depth["l"]) > FAR_GAP else ""
    place = {name: i for i, name in enumerate(order)}
    style, found = sitter.style, {}
    for name, part in parts.items():
        colour = {"skin": sitter.skin_colour(), "hair": sitter.hair_colour()}.get(part.fill)
        colour = rgb(style.colours[part.fill]) if colour is None else colour
        near_sleeve = part.kind == "sleeve" and place[name] > place["torso"]
        if far and name.endswith(f"_{far}") and part.kind not in NOT_FAR and not near_sleeve:
            colour = mix(colour, BLACK if style.line_art else rgb(style.far_tone), style.far)
        found[name] = colour
    return found


def _depth(sitter: Sitter, joint: str) -> float:
    return float(sitter.camera.project(sitter.body.joints[joint])[2])
