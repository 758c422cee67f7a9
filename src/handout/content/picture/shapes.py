"""The form of a picture file and of the named poses: what may stand where, and what it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from handout.content.picture.places import AxisShape, DirectionShape, PlaceName, PointShape, Triple
from handout.content.picture.props import PropShape
from handout.content.picture.types import PictureSpec, picture_of
from handout.content.picture.words import (
    ALLOWED,
    ARM_ANGLES,
    ARROWS,
    CONTACTS,
    DROPPED,
    FRAMES,
    GLIDE,
    HAND_GRIPS,
    INSETS,
    LEG_ANGLES,
    PART_NAMES,
    REGIONS,
    SIDELESS,
    SIDES_OF_PAGE,
)  # fmt: skip
from handout.source import (  # fmt: skip
    ID,
    Bool,
    Choice,
    Either,
    Field,
    Findings,
    Json,
    ListOf,
    Mapping,
    Node,
    Number,
    Record,
    Scalar,
    TableOf,
    TextShape,
    Values,
    ValueShape,
    optional,
    values_only,
)

ANGLE = Number(-360, 360)
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MayBeEmpty(ValueShape[Table]):
    """A table of which nothing may be said: `start:` alone is a frame that shows the exercise's pose."""

    table: Record[Table]

    def read(self, node: Node, path: str, findings: Findings) -> Table | None:
        empty = isinstance(node, Scalar) and not node.text and not node.quoted
        return self.table.read(Mapping((), node.where) if empty else node, path, findings)

    def schema(self) -> Json:
        return {"anyOf": [self.table.schema(), {"type": "null"}]}


def _table(*fields: Field, checks: tuple[Any, ...] = (), more: Json | None = None) -> Record[Table]:
    return Record(values_only, fields, checks=checks, more=more or {})


def _bend(region: str) -> Field:
    glide = (optional("glide", Number(-GLIDE, GLIDE), "level, to the front; -0.022 at most draws the chin in"),)
    ways = (
        optional("flex", Number(-180, 180), "forward"),
        optional("side", Number(-180, 180), "to the person's right"),
        optional("twist", Number(-180, 180), "to the person's right"),
    )
    of = {"lumbar": "the low back", "thoracic": "the upper back"}.get(region, f"the {region}")
    more = "; `glide: -0.02` draws the chin in, level, by 0.022 at most" if region == "head" else ""
    about = f"`flex`, `side`, `twist` of {of}{more}"
    return optional(region, _table(*ways, *(glide if region == "head" else ())), about)


_TARGET = optional("to", PointShape(own_side=True), "where the wrist or ankle goes, in the place of angles")
_POLE = optional("pole", DirectionShape(), "where elbow or knee points")
_BENT = {
    "flex": "forward", "abd": "sideways", "rot": "a leg turned outwards, the hand of a bent arm inwards",
    "elbow": "bent", "pron": "pronation of the forearm", "wrist": "bent", "dev": "the wrist bent sideways",
    "knee": "bent", "ankle": "the foot raised", "toes": "bent up",
}  # fmt: skip
ARM = _table(
    *(optional(name, ANGLE, _BENT[name]) for name in ARM_ANGLES),
    _TARGET,
    optional("at", Choice(("wrist", "palm")), "what goes there"),
    optional("dir", DirectionShape(), "where the fingers point"),
    optional("palm", DirectionShape(), "where the palm faces"),
    _POLE,
    optional("grip", Choice(HAND_GRIPS), "how the hand is held"),
)
LEG = _table(
    *(optional(name, ANGLE, _BENT[name]) for name in LEG_ANGLES),
    _TARGET,
    optional("foot", Choice(("free", "flat")), "flat on what carries it, or free"),
    optional("toe", DirectionShape(), "where the toes point"),
    _POLE,
)
GIRDLE = _table(optional("elev", Number(-45, 45), "raised"), optional("prot", Number(-45, 45), "brought forward"))
_SET_DOWN = _table(
    optional("part", Choice(DROPPED)),
    optional("anchor", PlaceName(), "a place instead of a part"),
    optional("y", Number(-1, 2), "how high it comes to lie, body heights"),
)
POSE = _table(
    optional(
        "base",
        Either(TextShape("a named pose"), ListOf(TextShape("a named pose"))),
        "a named pose, or several laid over one another: `[sitting, arms-crossed]`",
    ),
    optional(
        "root",
        _table(
            optional("pitch", ANGLE, "90 lies on the back, -90 on the front"),
            optional("roll", ANGLE),
            optional("yaw", ANGLE),
            optional("at", Triple()),
        ),
        "the pelvis in the room: `pitch` 90 lies on the back, -90 on the front",
    ),
    optional(
        "drop",
        Either(Choice((*DROPPED, "none")), _SET_DOWN),
        "what is set down on the floor: `all`, `legs`, …; `{part: pelvis, y: 0.25}` on a seat",
    ),
    *(_bend(region) for region in REGIONS),
    *(
        optional(name, GIRDLE, "`elev` raised, `prot` brought forward")
        for name in ("shoulders", "shoulder_r", "shoulder_l")
    ),
    *(optional(name, ARM, "an arm, by angles or by target") for name in ("arms", "arm_r", "arm_l")),
    *(optional(name, LEG, "a leg, by angles or by target") for name in ("legs", "leg_r", "leg_l")),
    optional(
        "over",
        ListOf(ListOf(Choice(PART_NAMES), "a pair of parts", least=2, most=2)),
        "rarely: pairs of parts, the one behind first, where the drawing order is wrong: `[[neck, torso]]`",
    ),
)
POSES: TableOf[Table] = TableOf(POSE, about="a table of named poses")


def _one_way(values: Values) -> Iterable[tuple[str, str, str]]:
    given = [kind for kind in ARROWS if kind in values]
    if len(given) != 1:
        hint = "Write follow: knee_l, or ring: wrist_r, or path: [place, place], or arc: {...}"
        yield (given[0] if given else "follow"), "an arrow has one of follow, ring, path and arc", hint


ARROW = _table(
    optional("follow", PlaceName(), "the way of a joint or a place on the skin, from the start"),
    optional("ring", PlaceName(), "round a joint"),
    optional("path", ListOf(PointShape(), "a path", least=2, repeats=True), "from place to place"),
    optional(
        "arc",
        _table(
            optional("centre", PointShape()),
            optional("axis", AxisShape()),
            optional("radius", Number(0.01, 1)),
            optional("from", Number(-720, 720)),
            optional("to", Number(-720, 720)),
            optional("frame", Choice(FRAMES)),
        ),
        "round a centre",
    ),
    optional("bend", Number(-2, 2), "how far a path bows"),
    optional("width", Number(0.006, 0.06), "body heights"),
    optional("both", Bool(), "a head at both ends"),
    optional("wrap", Bool(), "behind the body where it goes behind"),
    optional("radius", Number(0.02, 0.4), "of a ring"),
    optional("axis", AxisShape(), "of a ring"),
    optional("back", Bool(), "a ring the other way round"),
    optional("beside", Choice(SIDES_OF_PAGE), "on which side of the way it lies"),
    checks=(_one_way,),
    more={"oneOf": [{"required": [kind]} for kind in ARROWS]},
)
_CUT = _table(
    optional("at", PlaceName(more=SIDELESS), "cut below this place"),
    optional("dy", Number(-1, 1), "higher by so much"),
    optional("top", PlaceName(), "cut above this place too"),
)


class CropShape(ValueShape[object]):
    """Where the picture is cut; `none` for a frame that shows all of a cropped exercise."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> object | None:
        return (
            Choice(("none",)).read(node, path, findings)
            if isinstance(node, Scalar)
            else _CUT.read(node, path, findings)
        )

    def schema(self) -> Json:
        return {"anyOf": [Choice(("none",)).schema(), _CUT.schema()]}


def _alone(values: Values) -> Iterable[tuple[str, str, str]]:
    for name in values:
        if "mirror" in values and name != "mirror":
            yield name, "a mirrored frame takes everything from the frame it mirrors", "Take this line away."


_SHARED = (
    optional("props", ListOf(PropShape(), repeats=True), "what stands in the room"),
    optional("pose", MayBeEmpty(POSE), "laid over the named poses"),
    optional("crop", CropShape(), "where the picture is cut"),
)
FRAME = _table(
    *_SHARED,
    optional("arrows", ListOf(ARROW, repeats=True), "the movement"),
    optional(
        "contacts", Either(Choice(CONTACTS), ListOf(Choice(CONTACTS))), "what carries the body: each is held to touch"
    ),
    optional("mirror", TextShape("a frame"), "the frame whose other side this is"),
    optional("from", TextShape("a frame"), "the frame that the movement begins at; without it, the first"),
    optional(
        "allow",
        _table(*(optional(name, Choice(reasons)) for name, reasons in ALLOWED.items())),
        "what a check may let pass, and why",
    ),
    checks=(_alone,),
)
FRAMES_OF_PICTURE: TableOf[Table] = TableOf(MayBeEmpty(FRAME), ID, about="a table of frames")
BOARD = (
    optional(
        "camera",
        _table(optional("yaw", ANGLE, "round the person: 0 sees the right side, 90 the face"),
               optional("pitch", Number(-10, 90), "down on to the floor")),
        "where the reader stands, degrees",
    ),
    optional("person", TextShape("a person"), "who is drawn"),
    optional("shoes", Bool(), "left out: shoes, but not on a mat"),
    *_SHARED,
    optional("frames", FRAMES_OF_PICTURE, "the pictures, in the order printed"),
    optional("inset", _table(optional("kind", Choice(INSETS))), "a small picture of where yes and where never"),
)  # fmt: skip
VERSION = _table(*BOARD)


class PictureShape(ValueShape[PictureSpec]):
    """A picture file. Values are checked here, once; the room that draws them adds what they mean together."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> PictureSpec | None:
        values = _FILE.read(node, path, findings)
        return None if values is None or not isinstance(node, Mapping) else picture_of(values, node)

    def schema(self) -> Json:
        return _FILE.schema()


_FILE = _table(
    *BOARD,
    optional("easier", VERSION, "where the easier version looks different"),
    optional("harder", VERSION, "where the harder version looks different"),
)
PICTURE = PictureShape()
