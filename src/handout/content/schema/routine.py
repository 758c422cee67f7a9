"""The form of routine.yaml and of a pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handout.content.schema import parts
from handout.content.schema.doses import Changes
from handout.content.types import WAY_ROWS, Claim, Pack, Routine, Use
from handout.errors import Place
from handout.language import TAG
from handout.source import (
    ID,
    Bool,
    Choice,
    Date,
    Either,
    Field,
    Findings,
    Identifier,
    Integer,
    Json,
    ListOf,
    Node,
    ProseShape,
    Record,
    TableOf,
    TextShape,
    Values,
    ValueShape,
    optional,
)


class PlainUse(ValueShape[Use]):
    """An exercise with its own dose: its id alone."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> Use | None:
        name = Identifier("an exercise").read(node, path, findings)
        return None if name is None else Use(name, node.where)

    def schema(self) -> Json:
        return Identifier().schema()


def _use(use: str, where: Place, **values: Any) -> Use:
    return Use(use, where, **values)


_CHANGED_USE: Record[Use] = Record(
    _use,
    (
        Field("use", Identifier(), "the id of an exercise"),
        optional("dose", Changes(), "only what differs from the exercise's own dose"),
        optional("optional", Bool(), "true: printed only when a clinic, a pack or an order includes it"),
    ),
    place="where",
)


_CLAIM: Record[Claim] = Record(
    Claim,
    (
        Field("number", Integer(0, 1_000_000), "what the words say"),
        optional("of", Integer(100, 1_000_000), "100, of a scale or of people; 1000000 where that is less than one"),
        Field("group", ProseShape(), "whom it is about, and compared with what"),
        Field("time", ProseShape(), "when it was measured, or over how long"),
        Field("sources", ListOf(parts.SOURCE, least=1), "ids in handouts/sources.yaml; each is printed"),
        Field("read", Date(), "when the source was read"),
    ),
)


def _routine(**values: Any) -> Routine:
    empty = ("asks", "tips", "others", "known", "unknown")
    return Routine(**{**dict.fromkeys(empty, ()), **values})


def _weighed(values: Values) -> Iterator[tuple[str, str, str]]:
    """The other ways, what is known and what is not: in the table of ways, or in lists."""
    if not values.get("ways"):
        for name in ("others", "known", "unknown"):
            if not values.get(name):
                yield name, f"“{name}” is missing", "List it, or write the table of ways (ways: and claims:)."


ROUTINE: Record[Routine] = Record(
    _routine,
    (
        Field("id", Identifier(), "the name of its folder"),
        optional("region", Identifier(), "the part of the body: back, upper-back, neck, or another"),
        Field("version", TextShape("a version", r"\d+\.\d+\.\d+", "1.0.0"), "count it up with every change"),
        Field("written", Date(), "when"),
        Field("review_by", Date(), "when it must be looked at again"),
        Field("author", ProseShape("a name"), "who wrote it"),
        Field("exercises", ListOf(Either(PlainUse(), _CHANGED_USE), least=1), "in the order printed"),
        Field("signs", parts.some_ids, "its own stop and warning lines; exercises bring theirs"),
        Field("pros", parts.some_ids, "good points; the words hold one text for each"),
        Field("cons", parts.some_ids, "drawbacks, as many as good points"),
        optional("asks", parts.ids, "conditions to ask about first, beyond the exercises' own"),
        optional("safety", parts.effects, "conditions that are screened for the whole routine"),
        optional("values", parts.values, "every number that its words say; the end of a name is its unit"),
        optional(
            "when",
            TableOf(ListOf(Identifier(), least=1), parts.TEXT),
            "a text, or a question: exercises, things or floor; it is printed where one of them is",
        ),
        optional("claims", TableOf(_CLAIM, parts.NAME), "every number of the evidence, by its placeholder"),
        optional("ways", ListOf(Choice(WAY_ROWS)), "rows of the table of ways: pain, sore, harm, again"),
        optional("others", parts.ids, "other ways, where it has no table of ways"),
        Field("questions", parts.some_ids, "questions people ask"),
        optional("tips", parts.ids, "good to know"),
        optional("known", parts.ids, "what we know, where it has no table of ways"),
        optional("unknown", parts.ids, "what we do not know, where it has no table of ways"),
        Field("see_us", parts.some_ids, "when to come back in the next days"),
        Field("sources", parts.sources, "ids in handouts/sources.yaml"),
        optional("covers", parts.covers, "lines of the source articles that live here"),
        optional("drops", TableOf(ProseShape("a reason"), parts.LINE), "lines that live nowhere, and why"),
    ),
    place="where",
    checks=(_weighed,),
)


def _pack(**values: Any) -> Pack:
    return Pack(**values)


PACK: Record[Pack] = Record(
    _pack,
    (
        Field("id", Identifier(), "the name of its file"),
        Field("routine", Identifier(), "the routine it changes"),
        optional("clinician", Identifier(), "whose it is; left out: the whole clinic's"),
        optional("exclude", parts.ids, "exercises that are left out"),
        optional("include", ListOf(parts.VERSION), "exercises that are added"),
        optional("doses", TableOf(Changes(), ID), "exercise: what differs from its dose"),
        optional(
            "note",
            TableOf(ProseShape("a note"), TAG, named="a language tag, such as es or pt-BR"),
            "language: a note; an order in no other is taken",
        ),
        optional("length", parts.LENGTH, "leaf: two pages, one sheet of paper; sheet: all there is to say"),
        optional("card", Bool(), "true: a fridge card comes with each"),
    ),
    place="where",
)
