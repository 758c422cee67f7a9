"""The form of mandatory.yaml: the shipped file whole, and what a library's own may add."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.dose import FIELDS
from handout.content.mandatory.types import ExerciseClass, Mandatory, Pinned, Region
from handout.content.schema import parts
from handout.content.schema.doses import Changes
from handout.language import TAG
from handout.source import ID, Choice, Field, Identifier, ListOf, Number, Record, TableOf, TextShape, Values, optional

GROUPS = ("panel", "page", "routines")
_HASH = TextShape("a hash", "[0-9a-f]{16}")
_MOST = Changes()
_HASHES = TableOf(_HASH, "|".join(GROUPS), least=len(GROUPS))

_REGION: Record[Region] = Record(
    Region,
    (
        optional("signs", parts.ids, "stop and warning lines"),
        optional("asks", parts.ids, "conditions to ask about first"),
        optional("safety", parts.effects, "conditions that are screened for the whole routine"),
    ),
)
_KIND: Record[ExerciseClass] = Record(
    ExerciseClass,
    (
        optional("position", Choice(("standing", "sitting", "floor")), "found by where the exercise is done"),
        optional("equipment", parts.ids, "found by what it needs"),
        optional("props", ListOf(Identifier()), "found by what is drawn"),
        optional("base", ListOf(Identifier()), "found by the poses it starts from"),
        optional("moves", TableOf(Number(-180, 180), ID), "found by degrees in a pose: {neck-twist: 20}"),
        optional("regions", parts.ids, "parts of the body that it is for: two such exercises make a sheet for it"),
        optional("signs", parts.ids, "stop and warning lines"),
        optional("ask_lines", Choice(("refuse",)), "refuse: whatever an ask-first line says rules it out"),
        optional("safety", parts.effects, "condition: the weakest effect allowed"),
        optional("most", _MOST, "ceilings of its doses"),
    ),
)
_PINNED: Record[Pinned] = Record(
    Pinned,
    (
        optional("classes", parts.ids, "its kinds"),
        optional("regions", parts.ids, "parts of the body that it is for, beyond those of its kinds"),
        optional("signs", parts.ids, "stop and warning lines beyond those of its kinds"),
        optional("safety", parts.effects, "conditions beyond those of its kinds, or a stronger effect"),
        optional("most", _MOST, "ceilings of its doses"),
    ),
)
_ADDED = (
    optional("general", _REGION, "every sheet"),
    optional("regions", TableOf(_REGION, ID), "parts of the body"),
    optional("routines", TableOf(parts.ids, ID), "routine: its parts of the body"),
    optional("most", _MOST, "ceilings of every dose"),
    optional("classes", TableOf(_KIND, ID), "kinds of exercises"),
    optional("exercises", TableOf(_PINNED, ID), "single exercises"),
)
MORE: Record[Mandatory] = Record(Mandatory, _ADDED, place="where")


def _unlimited(values: Values) -> Iterator[tuple[str, str, str]]:
    return (("most", f"there is no ceiling for {name}", "Add it.") for name in FIELDS if name not in values["most"])


MANDATORY: Record[Mandatory] = Record(
    Mandatory,
    (
        *(Field(one.name, one.shape, one.about) for one in _ADDED),
        Field("broader", TableOf(Identifier(), ID), "condition: one that covers it"),
        Field("symbols", TableOf(_HASH, ID, least=1), "warning symbol: hash of its drawing"),
        Field("facts", _HASH, "hash of safety.yaml"),
        Field("words", TableOf(_HASHES, TAG, least=1), "language: hash of each group of texts"),
    ),
    place="where",
    checks=(_unlimited,),
)
