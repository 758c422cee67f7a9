"""`handout schema`: the form of a file as JSON Schema, from the same tables that read it."""

from __future__ import annotations

import json
from typing import Any

from handout.content.schema.approvals import APPROVALS
from handout.content.schema.clinic import CLINIC
from handout.content.schema.exercise import EXERCISE
from handout.content.schema.routine import PACK, ROUTINE
from handout.content.schema.safety import EQUIPMENT, SAFETY, SOURCES
from handout.errors import Finding, UsageError
from handout.language.schema import COUNTRY, LANGUAGE
from handout.source.shapes import Shape, meant

SHAPES: dict[str, tuple[str, Shape[Any]]] = {
    "routine": ("handouts/routines/<id>/routine.yaml", ROUTINE),
    "exercise": ("handouts/exercises/<id>/exercise.yaml", EXERCISE),
    "language": ("assets/languages/<tag>.yaml", LANGUAGE),
    "clinic": ("a clinic file", CLINIC),
    "safety": ("handouts/safety/safety.yaml", SAFETY),
    "pack": ("packs/<id>.yaml", PACK),
    "country": ("assets/countries/<CC>.yaml", COUNTRY),
    "equipment": ("handouts/equipment/equipment.yaml", EQUIPMENT),
    "sources": ("handouts/sources.yaml", SOURCES),
    "approvals": ("approvals.yaml of a library", APPROVALS),
}


def schema(kind: str) -> str:
    """The JSON Schema (draft 2020-12) of one kind of file. Raises `UsageError` for an unknown kind."""
    if kind not in SHAPES:
        raise UsageError(Finding(f"there is no schema “{kind}”", meant(kind, SHAPES)))
    title, shape = SHAPES[kind]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return json.dumps({**head, **shape.schema()}, ensure_ascii=False, indent=2)
