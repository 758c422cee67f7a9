"""The form of a prop: its type says which numbers, switches and places it takes."""

from __future__ import annotations

from typing import Any

from handout.content.picture.places import PointShape
from handout.content.picture.words import BETWEEN, BOUNDS, LENGTH, MAY_PASS, MAY_RUN, PROP_KEYS, PROP_SWITCHES
from handout.source import (
    Bool,
    Choice,
    Field,
    Findings,
    Json,
    ListOf,
    Mapping,
    Node,
    Number,
    Record,
    Scalar,
    ValueShape,
    find,
    join,
    optional,
    values_only,
)

TYPE = Choice(tuple(PROP_KEYS))
AT = {  # where a prop's `at` is
    "chair": "below the sitter's hips", "wheelchair": "below the sitter's hips", "table": "the middle of its near edge",
    "bed": "its middle, the head end behind", "box": "the middle of its near edge",
    "step": "the middle of its near edge", "stairs": "the middle of the lowest edge",
    "wall": "on its face, which looks to the front", "door": "the middle of the opening", "post": "its middle",
    "walking-frame": "its middle, open to the rear", "gym-ball": "where it stands", "mat": "its middle line",
    "cushion": "its middle, in the air", "towel": "its middle, in the air",
    "roller": "its middle, if it is not `under` a place", "ball": "its middle, if it is not `under` a place",
    "weight": "in a palm a dumb-bell, at an ankle or wrist a cuff",
}  # fmt: skip
RUNS = {  # from where to where a prop runs
    "rail": "the ends of a hand rail", "band": "hand, foot, post or hook; `by: [places]` on the way",
    "strap": "hand, foot, post or hook; `by: [places]` on the way",
    "stick": "where the hands hold it, or from its tip to its handle",
    "crutch": "from its tip on the floor to its handle", "towel": "drawn out between the hands",
}  # fmt: skip
NUMBERS = {  # what a number means, where its name does not say it
    ("chair", "width"): "half", ("wheelchair", "width"): "half", ("stairs", "steps"): "how many",
    ("stairs", "height"): "of each", ("stairs", "depth"): "of each", ("door", "width"): "clear",
    ("mat", "from"): "along the floor (without `from` and `to` it fits everybody in all frames)",
    ("mat", "to"): "along the floor", ("roller", "under"): "place along the spine",
    ("ball", "under"): "place along the spine", ("ball", "aside"): "of the spine",
    ("band", "slack"): "how far it hangs", ("strap", "slack"): "how far it hangs",
    ("stick", "over"): "longer on both sides",
}  # fmt: skip
SWITCHES = {
    "back": "false for a stool", "ahead": "true for a wall in front", "posts": "false for one on a wall",
    "loop": "true for a closed band round two limbs", "handle": "true for a walking stick",
}  # fmt: skip


class PropShape(ValueShape[dict[str, Any]]):
    """A table whose `type` chooses its other keys."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> dict[str, Any] | None:
        kind = node.get("type") if isinstance(node, Mapping) else None
        if isinstance(node, Mapping) and kind is None:
            what = "a prop has no type"
            find(findings, node.where, path, what, f"Write one of: type: {' | '.join(PROP_KEYS)}")
            return None
        if isinstance(kind, Scalar) and kind.text in PROP_KEYS:
            return _FORMS[kind.text].read(node, path, findings)
        if kind is not None:
            TYPE.read(kind, join(path, "type"), findings)
            return None
        return _FORMS["mat"].read(node, path, findings)  # not a table at all: said as for any table

    def schema(self) -> Json:
        return {"oneOf": [form.schema() for form in _FORMS.values()]}


def _form(kind: str) -> Record[dict[str, Any]]:
    fields = [Field("type", Choice((kind,)))]
    if kind not in BETWEEN:
        fields.append(optional("at", PointShape(), AT[kind]))
    taken = PROP_KEYS[kind]
    fields += [optional(name, Number(*BOUNDS.get(name, LENGTH)), NUMBERS.get((kind, name), "")) for name in taken]
    fields += [optional(name, Bool(), SWITCHES[name]) for name in PROP_SWITCHES.get(kind, {})]
    if kind in MAY_RUN:
        fields += [Field(end, PointShape(), "a place; it runs to another", kind in BETWEEN) for end in ("from", "to")]
    if kind in MAY_PASS:
        fields.append(optional("by", ListOf(PointShape(), repeats=True), "places on the way"))
    checks = (_both_ends,) if kind in MAY_RUN - BETWEEN else ()
    return Record(values_only, tuple(fields), checks=checks)


def _both_ends(values: dict[str, Any]) -> Any:
    given = [end for end in ("from", "to") if end in values]
    if len(given) == 1:
        yield given[0], "a prop that runs has two ends", "Write from: and to:, each a place."


_FORMS = {kind: _form(kind) for kind in PROP_KEYS}
