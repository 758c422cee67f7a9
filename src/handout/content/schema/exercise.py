"""The form of exercise.yaml."""

from __future__ import annotations

from typing import Any

from handout.content.schema import parts
from handout.content.schema.doses import DOSE, Changes, LimitsOf
from handout.content.types import EasierWay, Exercise, Step
from handout.source import (
    ID,
    Bool,
    Choice,
    Either,
    Field,
    Findings,
    Identifier,
    Json,
    ListOf,
    Mapping,
    Node,
    Number,
    Record,
    TableOf,
    TextShape,
    ValueShape,
    find,
    join,
    optional,
)


class StepId(ValueShape[Step]):
    """A step that is always printed: its id alone."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> Step | None:
        name = Identifier("a step").read(node, path, findings)
        return None if name is None else Step(name)

    def schema(self) -> Json:
        return Identifier().schema()


class StepWhen(ValueShape[Step]):
    """A step that is printed when both sides are prescribed: {other: both}."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> Step | None:
        if not isinstance(node, Mapping) or len(node.entries) != 1:
            hint = "Write an id, or {other: both} for a step that is left out when one side is prescribed."
            find(findings, node.where, path, "a step is one id", hint)
            return None
        key, value = node.entries[0]
        when = Choice(("both",)).read(value, join(path, key.text), findings)
        name = Identifier("a step").read(key, path, findings)
        return None if when is None or name is None else Step(name, "both")

    def schema(self) -> Json:
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{ID}$"},
            "additionalProperties": {"const": "both"},
            "minProperties": 1,
            "maxProperties": 1,
        }


_POSITION = Choice(("standing", "sitting", "floor", "none"))
_EASIER_WAY: Record[EasierWay] = Record(
    EasierWay,
    (
        Field("position", _POSITION, "where it is done"),
        optional("equipment", parts.ids, "ids in handouts/equipment/equipment.yaml"),
    ),
)


def _exercise(**values: Any) -> Exercise:
    return Exercise(**values)


EXERCISE: Record[Exercise] = Record(
    _exercise,
    (
        Field("id", Identifier(), "the name of its folder"),
        Field("code", TextShape("a code", "[A-Z]+[0-9]+", "E12"), "its short code, used nowhere else"),
        Field("sources", parts.sources, "ids in handouts/sources.yaml"),
        Field("position", _POSITION, "where it is done"),
        Field("sides", Choice(("none", "one", "both")), "poses are written for the person's own right"),
        Field("dose", DOSE, "what is printed unless somebody changes it"),
        Field("limits", LimitsOf(), "what a clinician may change, and how far"),
        Field("limits_source", parts.sources, "where the limits are from; CJ is clinical judgement"),
        Field("steps", ListOf(Either(StepId(), StepWhen()), least=1), "ids; the words hold one text for each"),
        Field("minutes", Number(0.1, 120), "how long one session of it takes"),
        optional("covers", parts.covers, "lines of the source articles that live here"),
        optional("equipment", parts.ids, "ids in handouts/equipment/equipment.yaml"),
        optional("easier_way", _EASIER_WAY, "where the easier version is done and with what, if it has pictures"),
        optional("build_to", Changes(), "where the dose may grow to"),
        optional("easier", Changes(), "fields of the dose that the easier version changes"),
        optional("harder", Changes(), "fields of the dose that the harder version changes"),
        optional("safety", parts.effects, "condition: what an order gets whose patient has it"),
        optional("ask_lines", Choice(("refuse",)), "refuse: whatever an ask-first line says rules it out"),
        optional("in_full", Bool(), "true: its card says each condition in words, none by a letter"),
        optional("classes", parts.ids, "kinds that bring warnings of their own: neck, twisting, overhead"),
        optional("signs", parts.ids, "stop and warning lines beyond the routine's own"),
        optional("values", parts.values, "every other number that its words say"),
        optional("icon", Identifier(), "an icon instead of a picture: an id in assets/icons"),
        optional("images", TableOf(TextShape("a file"), ID), "your own pictures: frame id, file in this folder"),
    ),
    place="where",
)
