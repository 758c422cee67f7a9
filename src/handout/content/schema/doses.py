"""The form of a dose, of what changes in one, and of its limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handout.content.dose import FIELDS, Dose, Limits
from handout.source import (
    Choice,
    Field,
    Findings,
    Integer,
    Json,
    Mapping,
    Node,
    Number,
    Record,
    Values,
    ValueShape,
    find,
    join,
    optional,
    suggestion,
)


def _one_measure(values: Values) -> Iterator[tuple[str, str, str]]:
    counted, lasting = "repetitions" in values, "duration_s" in values
    if counted and lasting:
        yield "duration_s", "a dose has both repetitions and a duration", "Keep one of the two."
    if not counted and not lasting:
        yield "", "a dose has neither repetitions nor a duration", "Add repetitions, or duration_s."
    if "hold_s" in values and "hold_breaths" in values:
        yield "hold_breaths", "a hold is given in seconds and in breaths", "Keep one of the two."
    if "rest_s" in values and values.get("sets", 1) < 2:
        yield "rest_s", "a rest between sets needs more than one set", "Add sets, or take the rest away."


DOSE: Record[Dose] = Record(
    Dose,
    (
        *(Field(name, row.range, row.about, required=name == "times_a_day") for name, row in FIELDS.items()),
        optional("per", Choice(("side", "way")), "the number is for each side, or each way"),
    ),
    checks=(_one_measure,),
    more={"oneOf": [{"required": ["repetitions"]}, {"required": ["duration_s"]}]},
)


@dataclass(frozen=True, slots=True)
class Changes(ValueShape[dict[str, float]]):
    """Some fields of a dose: what differs from another dose."""

    def read(self, node: Node, path: str, findings: Findings) -> dict[str, float] | None:
        if not isinstance(node, Mapping):
            find(findings, node.where, path, "fields of a dose are needed here", "Like this: {repetitions: 5}")
            return None
        before = len(findings)
        made: dict[str, float] = {}
        for key, value in node.entries:
            if key.text not in FIELDS:
                hint = suggestion(key.text, FIELDS)
                find(findings, key.where, join(path, key.text), f"“{key.text}” is no field of a dose", hint)
                continue
            number = FIELDS[key.text].range.read(value, join(path, key.text), findings)
            if number is not None:
                made[key.text] = number
        return made if len(findings) == before else None

    def schema(self) -> Json:
        properties = {name: row.range.schema() for name, row in FIELDS.items()}
        return {"type": "object", "properties": properties, "additionalProperties": False}


@dataclass(frozen=True, slots=True)
class LimitsOf(ValueShape[Limits]):
    """Lowest and highest number of each field that a clinician may change: {repetitions: [1, 10]}."""

    def read(self, node: Node, path: str, findings: Findings) -> Limits | None:
        hint = "Lowest and highest, in brackets: {repetitions: [1, 10]}"
        if not isinstance(node, Mapping):
            find(findings, node.where, path, "the limits of a dose are needed here", hint)
            return None
        before = len(findings)
        made: list[tuple[str, float, float]] = []
        for key, value in node.entries:
            inside = join(path, key.text)
            if key.text not in FIELDS:
                what = f"“{key.text}” is no field of a dose"
                find(findings, key.where, inside, what, suggestion(key.text, FIELDS))
                continue
            pair = self._pair(value, FIELDS[key.text].range, inside, findings)
            if pair is not None and pair[0] > pair[1]:
                find(findings, value.where, inside, "the lowest number stands behind the highest", hint)
            elif pair is not None:
                made.append((key.text, *pair))
        return tuple(made) if len(findings) == before else None

    @staticmethod
    def _pair(node: Node, shape: Integer | Number, path: str, findings: Findings) -> tuple[float, float] | None:
        items: Any = getattr(node, "items", None)
        if not isinstance(items, tuple) or len(items) != 2:
            hint = "Lowest and highest, in brackets: [1, 10]"
            find(findings, node.where, path, "two numbers are needed here", hint)
            return None
        low, high = (shape.read(item, path, findings) for item in items)
        return None if low is None or high is None else (low, high)

    def schema(self) -> Json:
        pairs = {
            name: {"type": "array", "prefixItems": [row.range.schema()] * 2, "minItems": 2, "maxItems": 2}
            for name, row in FIELDS.items()
        }
        return {"type": "object", "properties": pairs, "additionalProperties": False}
