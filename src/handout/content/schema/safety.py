"""The form of safety.yaml, equipment.yaml and sources.yaml, and of the words of a region."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from handout.content.schema import parts
from handout.content.types import Condition, Equipment, Part, Safety, Sign, Source
from handout.errors import Place
from handout.source import (
    ID,
    Bool,
    Field,
    Identifier,
    Integer,
    ListOf,
    Mapping,
    Node,
    ProseShape,
    Record,
    TableOf,
    TextShape,
    optional,
    values_only,
)

PARTS: tuple[Part, ...] = ("ask", "stop", "now", "today")
_TELEPHONE = TextShape("a telephone number", "[0-9]{3,4}", '"112"')


@dataclass(frozen=True, slots=True)
class _Said:
    """A condition without its id, which is its key."""

    said_by: str
    flag: str
    sources: tuple[str, ...] = ()
    in_full: bool = False


_CONDITION: Record[_Said] = Record(
    _Said,
    (
        Field("said_by", Identifier(), "the line of the panel that says it, or card"),
        Field("flag", Identifier(), "the roster's word for it"),
        optional("in_full", Bool(), "true: a card that it rules out says it in words, not by a letter"),
        optional("sources", parts.sources, "ids in handouts/sources.yaml"),
    ),
)
_SIGN: Record[Any] = Record(
    values_only,
    (
        Field("sources", parts.sources, "ids in handouts/sources.yaml"),
        optional("qualifier", Identifier(), "what makes it count: new, after-a-serious-fall-or-crash"),
    ),
)


def _safety(
    where: Place,
    lines: dict[Part, tuple[str, ...]],
    conditions: dict[str, _Said],
    signs: dict[str, dict[str, Any]],
    **rest: Any,
) -> Safety:
    part_of = {name: part for part in PARTS for name in lines[part]}
    made = {
        name: Condition(name, said.said_by, said.flag, said.sources, said.in_full) for name, said in conditions.items()
    }
    warned = {name: Sign(name, part_of.get(name, "stop"), **sign) for name, sign in signs.items()}
    return Safety(where, lines=lines, conditions=made, signs=warned, **{"values": {}, **rest})


def _parts(**lines: tuple[str, ...]) -> dict[Part, tuple[str, ...]]:
    return {part: lines[part] for part in PARTS}


_LINES: Record[dict[Part, tuple[str, ...]]] = Record(
    _parts,
    (
        Field("ask", parts.some_ids, "ask first; in the order printed"),
        Field("stop", parts.some_ids, "stop and rest"),
        Field("now", parts.some_ids, "get help now"),
        Field("today", parts.some_ids, "get help today"),
    ),
)
_FLOOR: Record[dict[str, tuple[str, ...]]] = Record(
    values_only,
    (
        Field("down", parts.some_ids, "steps to get down to the floor"),
        Field("up", parts.some_ids, "steps to get up again"),
    ),
)

SAFETY: Record[Safety] = Record(
    _safety,
    (
        optional("values", TableOf(Integer(0, 1000), parts.NAME), "numbers that every sheet may say"),
        Field("lines", _LINES, "the lines of the panel, each once"),
        Field("conditions", TableOf(_CONDITION, ID, least=1), "what is screened before printing"),
        Field("signs", TableOf(_SIGN, ID, least=1), "the sources of every line of stop, now and today"),
        Field("floor", _FLOOR, "getting down and up, printed when an exercise is on the floor"),
        optional("emergency_numbers", ListOf(_TELEPHONE, least=1), "printed where no country is known"),
        optional("left_out", TableOf(ProseShape("a reason"), ID), "signs that no line says: id, reason"),
    ),
    place="where",
)


def _equipment(where: Place, items: dict[str, Any]) -> Equipment:
    return Equipment(where, tuple(items))


EQUIPMENT: Record[Equipment] = Record(
    _equipment,
    (Field("items", TableOf(Record(values_only, ()), ID), "id: {}"),),
    place="where",
)

_SOURCE: Record[dict[str, Any]] = Record(
    values_only,
    (
        Field("cite", ProseShape("a citation"), "what a page for a screen says, and paper where nothing is shorter"),
        optional("short", ProseShape("a citation"), "what paper says: body or journal, and year"),
        optional("detail", ProseShape(), "for the reviewer"),
        optional("printed", Bool(), "false: for the reviewer only"),
    ),
)
_SOURCES = TableOf(_SOURCE, "[A-Z]+[0-9]*[a-z]?", least=1)


def sources_of(read: dict[str, dict[str, Any]], node: Node) -> dict[str, Source]:
    """The sources, each with the id that is its key. A library that names one anew has done with its short form."""
    made = {name: Source(name, **said) for name, said in read.items()}
    return {name: replace(one, short="") if _renamed(node, name) else one for name, one in made.items()}


def _renamed(node: Node, name: str) -> bool:
    """Whether a source and its short form are said in two files."""
    source = node.get(name) if isinstance(node, Mapping) else None
    said = [source.get(key) for key in ("cite", "short")] if isinstance(source, Mapping) else []
    return len({one.where.file for one in said if one}) > 1


SOURCES = _SOURCES

_PATH = r"(?:language\.(?:phrases|roles|places|screen)|routines|exercises|safety|equipment)(?:\.[A-Za-z0-9=_-]+)+"


@dataclass(frozen=True, slots=True)
class Instead:
    """A text, and what is said in its place."""

    was: str
    now: str


_INSTEAD: Record[Instead] = Record(
    Instead, (Field("was", ProseShape(), "the words of the language"), Field("now", ProseShape(), "what is said there"))
)
_REGION = "[a-z]{2,3}(?:-[A-Z][a-z]{3})?-[A-Z]{2}"  # de-CH, zh-Hans-SG (BCP 47)
REGIONAL: Record[dict[str, Any]] = Record(
    values_only,
    (
        Field("tag", TextShape("a language with a country", _REGION, "en-US"), "the name of the file"),
        Field("words", TableOf(_INSTEAD, _PATH, least=1), "content path: was, now"),
    ),
)
