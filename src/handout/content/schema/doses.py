"""The form of a dose, of what changes in one, and of its limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handout.content.dose import Dose, Limits
from handout.source.node import Mapping, Node
from handout.source.shapes import (
    Choice,
    Field,
    Findings,
    Integer,
    Json,
    Number,
    Record,
    Shape,
    Values,
    find,
    join,
    meant,
    optional,
)

# The sane range of each field, for any exercise and any person; an exercise's own limits are narrower.
RANGES: dict[str, tuple[Integer, str]] = {
    "repetitions": (Integer(1, 100), "how many times"),
    "duration_s": (Integer(5, 3600, "seconds"), "how long in all, in seconds"),
    "sets": (Integer(1, 10), "how many sets"),
    "hold_s": (Integer(1, 300, "seconds"), "how long to stay, in seconds"),
    "hold_breaths": (Integer(1, 30, "breaths"), "how long to stay, in breaths"),
    "rest_s": (Integer(1, 600, "seconds"), "rest between sets, in seconds"),
    "times_a_day": (Integer(1, 12), "how many times a day"),
    "days_a_week": (Integer(1, 7), "days of the week; left out: every day"),
    "weeks": (Integer(1, 52), "for how many weeks"),
}


def _one_measure(values: Values) -> Iterator[tuple[str, str, str]]:
    counted, lasting = "repetitions" in values, "duration_s" in values
    if counted and lasting:
        yield "duration_s", "a dose has both repetitions and a duration", "Keep one of the two."
    if not counted and not lasting:
        yield "", "a dose has neither repetitions nor a duration", "Add repetitions, or duration_s."
    if "hold_s" in values and "hold_breaths" in values:
        yield "hold_breaths", "a hold is given in seconds and in breaths", "Keep one of the two."


DOSE: Record[Dose] = Record(
    Dose,
    (
        *(
            Field(name, shape, about, required=name == "times_a_day")
            for name, (shape, about) in RANGES.items()
        ),
        optional("per", Choice(("side", "way")), "the number is for each side, or each way"),
        optional("load_kg", Number(0.1, 200), "weight, in kilograms"),
    ),
    checks=(_one_measure,),
    more={"oneOf": [{"required": ["repetitions"]}, {"required": ["duration_s"]}]},
)


@dataclass(frozen=True, slots=True)
class Changes(Shape[dict[str, int]]):
    """Some fields of a dose: what differs from another dose."""

    def read(self, node: Node, path: str, findings: Findings) -> dict[str, int] | None:
        if not isinstance(node, Mapping):
            find(
                findings, node.where, path, "fields of a dose are needed here", "Like this: {repetitions: 5}"
            )
            return None
        before = len(findings)
        made: dict[str, int] = {}
        for key, value in node.entries:
            if key.text not in RANGES:
                hint = meant(key.text, RANGES)
                find(findings, key.where, join(path, key.text), f"“{key.text}” is no field of a dose", hint)
                continue
            number = RANGES[key.text][0].read(value, join(path, key.text), findings)
            if number is not None:
                made[key.text] = number
        return made if len(findings) == before else None

    def schema(self) -> Json:
        properties = {name: shape.schema() for name, (shape, _) in RANGES.items()}
        return {"type": "object", "properties": properties, "additionalProperties": False}


@dataclass(frozen=True, slots=True)
class LimitsOf(Shape[Limits]):
    """Lowest and highest number of each field that a clinician may change: {repetitions: [1, 10]}."""

    def read(self, node: Node, path: str, findings: Findings) -> Limits | None:
        hint = "Lowest and highest, in brackets: {repetitions: [1, 10]}"
        if not isinstance(node, Mapping):
            find(findings, node.where, path, "the limits of a dose are needed here", hint)
            return None
        before = len(findings)
        made: list[tuple[str, int, int]] = []
        for key, value in node.entries:
            inside = join(path, key.text)
            if key.text not in RANGES:
                what = f"“{key.text}” is no field of a dose"
                find(findings, key.where, inside, what, meant(key.text, RANGES))
                continue
            pair = self._pair(value, RANGES[key.text][0], inside, findings)
            if pair is not None and pair[0] > pair[1]:
                find(findings, value.where, inside, "the lowest number stands behind the highest", hint)
            elif pair is not None:
                made.append((key.text, *pair))
        return tuple(made) if len(findings) == before else None

    @staticmethod
    def _pair(node: Node, shape: Integer, path: str, findings: Findings) -> tuple[int, int] | None:
        items: Any = getattr(node, "items", None)
        if not isinstance(items, tuple) or len(items) != 2:
            hint = "Lowest and highest, in brackets: [1, 10]"
            find(findings, node.where, path, "two numbers are needed here", hint)
            return None
        low, high = (shape.read(item, path, findings) for item in items)
        return None if low is None or high is None else (low, high)

    def schema(self) -> Json:
        pairs = {
            name: {"type": "array", "prefixItems": [shape.schema()] * 2, "minItems": 2, "maxItems": 2}
            for name, (shape, _) in RANGES.items()
        }
        return {"type": "object", "properties": pairs, "additionalProperties": False}
