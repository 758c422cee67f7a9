"""Days of the week in a clinic file: one, a range, or several of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handout.content.clinic_types import Days
from handout.errors import Place
from handout.source import Findings, Json, Node, NodeList, Scalar, ValueShape, find, join, kind_of

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HINT = "Write one day, mon; from one day to another, mon-fri; or several: mon thu, [mon, wed, fri], [mon-wed, fri]."
_DAY = "(?:" + "|".join(DAYS) + ")"
_SPAN = f"{_DAY}(?:-{_DAY})?"


@dataclass(frozen=True, slots=True)
class DaysOfWeek(ValueShape[tuple[Days, ...]]):
    """`mon`, `mon-fri`, `mon thu`, [mon, wed, fri] or [mon-wed, fri]. A list of two days alone, [mon, fri], is from
    the first to the last."""

    def read(self, node: Node, path: str, findings: Findings) -> tuple[Days, ...] | None:
        if not isinstance(node, Scalar | NodeList):
            find(findings, node.where, path, f"days of the week are needed here, not {kind_of(node)}", _HINT)
            return None
        before = len(findings)
        spans = list(_spans(node, path, findings))
        if len(findings) > before:
            return None
        if isinstance(node, NodeList) and len(spans) == 2 and all(first == last for first, last in spans):
            spans = [(spans[0][0], spans[1][0])]
        named = [day for span in spans for day in days_of(span)]
        twice = next((day for day in named if named.count(day) > 1), "")
        if twice:
            find(findings, node.where, path, f"“{twice}” is among these days twice", "Name each day once.")
            return None
        if not spans:
            find(findings, node.where, path, "no day is named", _HINT)
            return None
        return tuple(spans)

    def schema(self) -> Json:
        one: Json = {"type": "string", "pattern": f"^{_SPAN}$"}
        several: Json = {"type": "string", "pattern": f"^{_SPAN}(?:[, ]+{_SPAN})*$"}
        return {"anyOf": [several, {"type": "array", "items": one, "minItems": 1}]}


def days_of(span: Days) -> tuple[str, ...]:
    """Every day from the first to the last; a range may go over Sunday."""
    first, last = DAYS.index(span[0]), DAYS.index(span[1])
    return tuple(DAYS[(first + step) % 7] for step in range((last - first) % 7 + 1))


def _spans(node: Scalar | NodeList, path: str, findings: Findings) -> Iterator[Days]:
    if isinstance(node, Scalar):
        for part in node.text.replace(",", " ").split():
            yield from _span(part, node.where, path, findings)
        return
    for index, item in enumerate(node.items):
        if isinstance(item, Scalar):
            yield from _span(item.text, item.where, join(path, index), findings)
        else:
            find(findings, item.where, join(path, index), f"a day is needed here, not {kind_of(item)}", _HINT)


def _span(text: str, where: Place, path: str, findings: Findings) -> Iterator[Days]:
    first, hyphen, last = (part.strip().lower() for part in text.partition("-"))
    days = (first, last if hyphen else first)
    unknown = next((day for day in days if day not in DAYS), None)
    if unknown is None:
        yield days
    else:
        find(findings, where, path, f"“{unknown}” is no day of the week here", f"Days: {', '.join(DAYS)}. {_HINT}")
