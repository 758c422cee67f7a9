"""`handout schema`: the form of a file as JSON Schema, from the same tables that read it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from handout.content import (
    APPROVALS,
    CLINIC,
    EQUIPMENT,
    EXERCISE,
    PACK,
    PICTURE,
    POSES,
    REGIONAL,
    ROUTINE,
    SAFETY,
    SOURCES,
    WordsShape,
)
from handout.errors import Finding, UsageError
from handout.figure import PEOPLE
from handout.language import COUNTRY, LANGUAGE
from handout.layout import THEME
from handout.source import Json, ValueShape, suggestion

LONG = 300  # characters of a schema that is said once and referred to

SHAPES: dict[str, tuple[str, ValueShape[Any]]] = {
    "routine": ("handouts/routines/<id>/routine.yaml", ROUTINE),
    "exercise": ("handouts/exercises/<id>/exercise.yaml", EXERCISE),
    "language": ("assets/languages/<tag>.yaml", LANGUAGE),
    "clinic": ("a clinic file", CLINIC),
    "safety": ("handouts/safety/safety.yaml", SAFETY),
    "pack": ("packs/<id>.yaml", PACK),
    "country": ("assets/countries/<CC>.yaml", COUNTRY),
    "region": ("assets/regions/<tag>-<CC>.yaml", REGIONAL),
    "equipment": ("handouts/equipment/equipment.yaml", EQUIPMENT),
    "sources": ("handouts/sources.yaml", SOURCES),
    "approvals": ("approvals.yaml of a library", APPROVALS),
    "words": ("handouts/**/<tag>.yaml", WordsShape()),
    "picture": ("handouts/exercises/<id>/picture.yaml", PICTURE),
    "poses": ("assets/poses.yaml", POSES),
    "people": ("assets/people.yaml", PEOPLE),
    "theme": ("assets/themes/<style>.yaml", THEME),
}


def schema_of(kind: str) -> str:
    """The JSON Schema (draft 2020-12) of one kind of file. Raises `UsageError` for an unknown kind."""
    if kind not in SHAPES:
        raise UsageError(Finding(f"there is no schema “{kind}”", suggestion(kind, SHAPES)))
    title, shape = SHAPES[kind]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return json.dumps({**head, **_shared(shape.schema())}, ensure_ascii=False, indent=2)


def _shared(whole: Json) -> Json:
    """A schema in which what is long and stands in several places is said once, under `$defs`."""
    places: Counter[str] = Counter(_long(whole))
    named = {text: f"form-{n}" for n, text in enumerate((t for t, count in places.items() if count > 1), 1)}

    def short(value: Any, top: bool = False) -> Any:
        if isinstance(value, list):
            return [short(one) for one in value]
        if not isinstance(value, dict):
            return value
        name = "" if top else named.get(_text(value), "")
        return {"$ref": f"#/$defs/{name}"} if name else {key: short(one) for key, one in value.items()}

    defs = {name: short(json.loads(text), top=True) for text, name in named.items()}
    own = whole.get("$defs", {})
    return {**short(whole, top=True), **({"$defs": {**own, **defs}} if own or defs else {})}


def _long(value: Any) -> Iterator[str]:
    """Every schema inside that is worth a name of its own."""
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(one, dict) and (isinstance(one.get("type"), str) or isinstance(one.get("anyOf"), list)):
            text = _text(one)
            if len(text) > LONG:
                yield text
        yield from _long(one)


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
