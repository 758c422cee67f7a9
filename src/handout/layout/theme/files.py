"""Reading a theme: a base file with what another file says differently laid over it, then typed."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any, cast, get_type_hints

from handout.errors import LayoutError
from handout.layout.theme.types import Colours, Theme
from handout.source import (
    Choice,
    Field,
    Findings,
    Json,
    Mapping,
    Node,
    Number,
    NumberChoice,
    Record,
    Scalar,
    TextShape,
    ValueShape,
)

MOST_PT = 10_000.0  # of any measure; what a size may be is for `bounds`
COLOUR = "#[0-9a-f]{6}"


def merge(base: Mapping, over: Mapping) -> Mapping:
    """`base` with the keys of `over` in place of its own, mappings key by key."""
    entries: dict[str, tuple[Scalar, Node]] = {key.text: (key, value) for key, value in base.entries}
    for key, value in over.entries:
        old = entries.get(key.text)
        if old and isinstance(old[1], Mapping) and isinstance(value, Mapping):
            entries[key.text] = (key, merge(old[1], value))
        else:
            entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), over.where)


class Colour(ValueShape[str]):
    """A colour in its six figures."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> str | None:
        return TextShape("a colour in small letters", COLOUR, '"#1f4e79"').read(node, path, findings)

    def schema(self) -> Json:
        return {"type": "string", "pattern": f"^{COLOUR}$"}


def _shape(kind: Any, name: str) -> ValueShape[Any]:
    """The form of a field of a theme: by its type, and for a text by where it stands."""
    if is_dataclass(kind):
        return _record(cast("type", kind))
    if kind is str:
        return Choice(tuple(sorted(f.name for f in fields(Colours)))) if name == "colour" else Colour()
    if name == "weight":
        return NumberChoice((400, 700))
    return Number(-MOST_PT, MOST_PT)


def _record(kind: type) -> Record[Any]:
    """The form of a group of a theme: the fields of its class."""
    hints = get_type_hints(kind)
    known = [spec for spec in fields(kind) if spec.name != "icons" and not spec.metadata.get("chosen")]
    needed = {spec.name for spec in known if spec.default is MISSING and spec.default_factory is MISSING}
    made = [Field(f.name, _shape(hints[f.name], f.name), required=f.name in needed) for f in known]
    return Record(kind, tuple(made))


THEME: Record[Theme] = _record(Theme)


def read_theme(node: Mapping) -> Theme:
    """The theme that `node` spells out, without icons. Raises LayoutError with every unknown, missing or
    wrong value."""
    return THEME.whole(node, LayoutError)
