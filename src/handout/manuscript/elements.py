"""The element table of the semantic markup, and the tree a template yields.

A template (Jinja2, autoescaped) yields this markup as XML; the reader checks it against `ELEMENTS` and
builds `Element` trees. Layout reads the tree, never the markup. `role` is the structure type of
ISO 32000-1, 14.8.4 that the element becomes in the tagged PDF ("" = none of its own).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from handout.errors import Private

INLINE = frozenset({"b", "lang", "private", "figure"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the element table."""

    role: str
    holds: frozenset[str]  # child elements it may have; text is allowed where `text`
    text: bool = False
    attributes: frozenset[str] = frozenset()


def _row(role: str, holds: str = "", *, text: bool = False, attributes: str = "") -> Rule:
    inside = frozenset(holds.split())
    named = frozenset(attributes.split()) | {"path", "lang"}
    return Rule(role, inside | INLINE if text else inside, text, named)


ELEMENTS: dict[str, Rule] = {
    "handout": _row(
        "Document",
        "stamp masthead patient title audience message safety plan note section balance needs exercise"
        " questions evidence see-us diary notes colophon running",
        attributes="title description content-id style direction",
    ),
    # Page 1
    "stamp": _row("P", text=True),  # "No clinician has approved this sheet yet."
    "masthead": _row("Sect", "logo clinic-name clinic-address clinic-email clinic-website clinic-phone clinic-hours"),
    "logo": _row("Figure", attributes="ref alt"),
    "clinic-name": _row("P", text=True),
    "clinic-address": _row("P", text=True),
    "clinic-email": _row("P", text=True),
    "clinic-website": _row("P", text=True),
    "clinic-phone": _row("P", text=True),  # empty: a ruled line to write on
    "clinic-hours": _row("P", text=True),
    "patient": _row("Sect", "for by on reference"),
    "for": _row("P", text=True, attributes="label"),  # empty: a ruled line to write on
    "by": _row("P", text=True, attributes="label"),
    "on": _row("P", text=True, attributes="label"),
    "reference": _row("P", text=True, attributes="label"),
    "title": _row("H1", text=True),
    "audience": _row("P", text=True),  # who it is for
    "message": _row("Sect", "lead follow"),
    "lead": _row("P", text=True),
    "follow": _row("P", text=True),
    # The safety panel: parts in one of the orders of `words.ORDERS`. A line has one wording; its label is the
    # letter that cards name it by, its bold words are what a scanning reader needs.
    "safety": _row("Sect", "panel-title part"),
    "panel-title": _row("H2", text=True),
    "part": _row("Sect", "signal heading follow call lines last rest", attributes="kind"),
    "signal": _row("Span", text=True),  # signal word
    "heading": _row("H3", text=True),
    "call": _row("P", "call-word number number-hint", attributes="kind"),  # kind: emergency | advice
    "call-word": _row("Span", text=True),
    "number": _row("Span", text=True),  # empty: a ruled line to write on
    "number-hint": _row("Span", text=True),  # under that line: the numbers it may be
    "lines": _row("L", "line"),
    "line": _row("LI", text=True, attributes="id label"),
    "last": _row("P", text=True),
    "rest": _row("P", text=True),
    # The plan in brief
    "plan": _row("Sect", "heading2 summary table"),
    "heading2": _row("H2", text=True),
    "heading3": _row("H3", text=True),
    "summary": _row("P", text=True),
    "table": _row("Table", "head row"),
    "head": _row("TR", "cell"),
    "row": _row("TR", "cell", attributes="number"),
    "cell": _row("TD", text=True, attributes="kind"),  # TH in the head row and for the row's name
    "note": _row("Sect", "heading3 p"),  # the clinician's note to this patient
    # Pros and cons, of equal weight
    "balance": _row("Sect", "heading2 pros cons others nothing"),
    "pros": _row("Sect", "heading3 list"),
    "cons": _row("Sect", "heading3 list"),
    "others": _row("Sect", "heading3 p"),
    "nothing": _row("Sect", "heading3 p"),
    "list": _row("L", "item"),
    "item": _row("LI", text=True),
    "p": _row("P", text=True),
    "needs": _row("Sect", "heading3 p list"),
    # before: an exercise that it may stand in front of, where that saves a sheet
    "section": _row("Sect", "heading2 heading3 p list steps", attributes="kind before"),
    # An exercise card
    "exercise": _row("Sect", "name dose side purpose steps tip pictures caution", attributes="id number"),
    "name": _row("H3", text=True),
    "dose": _row("L", "strip"),  # the strip of how many, how long, how often
    # icon: repeat | clock | calendar; kind: figure (big figure, one or two unit lines) | phrase (whole words)
    "strip": _row("LI", "amount unit", attributes="icon kind"),
    "amount": _row("Span", text=True),
    "unit": _row("Span", text=True),
    "side": _row("P", text=True),  # "Right side only", when one side is prescribed
    "purpose": _row("P", text=True),
    "steps": _row("L", "step"),
    "step": _row("LI", text=True),
    "tip": _row("P", "label", text=True, attributes="kind"),  # breathe | easier | harder | mistake
    "label": _row("Span", text=True),
    "pictures": _row("Sect", "picture"),
    # kind: start | frame | zone | icon. ref: "seated-twist/turn", "ball-wall/end/mirrored", "icons/shower"
    "picture": _row("Figure", "caption key", attributes="ref frame alt kind"),
    "key": _row("Span", text=True, attributes="kind"),  # of a zone: yes (hatching) | no (cross)
    "caption": _row("Caption", text=True),
    # who must not do this one (refuse), do it the easier way (easier), or ask first (ask)
    "caution": _row("P", "label", text=True, attributes="kind"),
    # After the exercises
    "questions": _row("Sect", "heading2 question"),
    "question": _row("Sect", "ask answer"),
    "ask": _row("H3", text=True),
    "answer": _row("P", text=True),
    "evidence": _row("Sect", "known unknown"),
    "known": _row("Sect", "heading3 p"),
    "unknown": _row("Sect", "heading3 p"),
    "see-us": _row("Sect", "heading3 list"),
    # The diary grid is an artifact; its tag is the list of its rows and one sentence.
    "diary": _row("Sect", "heading2 p day entry", attributes="days"),
    "day": _row("", text=True),  # the word "Day" in the head of the grid
    "entry": _row("LI", text=True, attributes="number kind"),  # kind: exercise | pain
    "notes": _row("Sect", "heading3", attributes="lines"),
    "colophon": _row("Sect", "p"),
    # Artifacts on every page: the folio holds {page} and {pages}, filled by layout
    "running": _row("", "running-start running-middle folio turn-over"),
    "running-start": _row("", text=True),
    "running-middle": _row("", text=True),
    "folio": _row("", text=True),
    "turn-over": _row("", text=True),
    # Inline
    "b": _row("", text=True),  # weight 700
    "lang": _row("Span", text=True, attributes="tag"),  # text of another language
    "private": _row("", attributes="key"),  # where a patient's value stands
    "figure": _row("", text=True),  # a number that stands out in a plan cell
}


@dataclass(frozen=True, slots=True)
class Element:
    """One element: text, private values and elements in reading order."""

    kind: str
    children: tuple[str | Private | Element, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The content path of the words it prints."""
        return self.attributes.get("path", "")

    def all(self, kind: str) -> Iterator[Element]:
        """Elements of that kind among its children."""
        return (c for c in self.children if isinstance(c, Element) and c.kind == kind)

    def first(self, kind: str) -> Element | None:
        """The first child of that kind, or None."""
        return next(self.all(kind), None)

    def walk(self) -> Iterator[Element]:
        """Itself and every element below, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A handout's words and order, checked against the grammar: exactly one safety panel, exactly one
    balance of pros and cons, and no exercise before the safety panel."""

    root: Element
    tag: str  # BCP 47
    direction: str  # "ltr" | "rtl"
    title: str
    content_id: str
    style: str  # standard | large-print | mono
    paper: str  # a4 | letter
    pictures: tuple[str, ...] = ()  # "seated-twist/turn": what must be drawn
