"""The manuscript of the hand-set specimen pages: a text without words is one that they do not print."""

from __future__ import annotations

from handout.content.types import Part
from handout.errors import Private
from handout.manuscript.blocks import (
    Balance,
    Cell,
    ExerciseCard,
    Illustration,
    ManuscriptBlock,
    PanelLine,
    PanelPart,
    PatientRow,
    Plan,
    Row,
    Running,
    SafetyPanel,
    Title,
    Titled,
)
from handout.manuscript.kinds import Kind
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.text import Inline, Sourced, Text, inlines_of, text


def line(name: str, words: str) -> PanelLine:
    return PanelLine(kind=Kind.LINE, inlines=inlines_of(words), path=f"safety.lines.{name}", id=name)


def part(name: Part, *lines: PanelLine) -> PanelPart:
    return PanelPart(name=name, heading=text(Kind.HEADING, ""), lines=lines)


def panel(title: str, *parts: PanelPart) -> SafetyPanel:
    return SafetyPanel(title=text(Kind.PANEL_TITLE, title), parts=parts)


def side(kind: Kind, *items: str) -> Titled:
    return Titled(kind=kind, title=text(Kind.HEADING3, ""), texts=tuple(text(Kind.ITEM, item) for item in items))


def balance(title: str, pro: str, con: str) -> Balance:
    return Balance(
        title=text(Kind.HEADING2, title),
        pros=side(Kind.PROS, pro),
        cons=side(Kind.CONS, con),
        others=side(Kind.OTHERS),
        nothing=side(Kind.NOTHING),
    )


def exercise(name: str, *steps: str, pictures: tuple[Illustration, ...] = ()) -> ExerciseCard:
    return ExerciseCard(
        id="cat-cow",
        number="",
        name=text(Kind.NAME, name),
        dose=(),
        purpose=None,
        steps=tuple(text(Kind.STEP, step) for step in steps),
        tips=(),
        pictures=pictures,
        cautions=(),
    )


def running(start: str, folio: str) -> Running:
    return Running(
        start=text(Kind.RUNNING_START, start),
        middle=text(Kind.RUNNING_MIDDLE, ""),
        folio=text(Kind.FOLIO, folio),
        turn_over=text(Kind.TURN_OVER, ""),
    )


def title(words: str, path: str = "") -> Title:
    return Title(text=text(Kind.TITLE, Sourced(words, path)))


def row(kind: Kind, *cells: str) -> Row:
    return Row(cells=tuple(Cell(kind=kind, inlines=inlines_of(cell), column="name") for cell in cells))


def plan(*rows: Row) -> Plan:
    return Plan(title=text(Kind.HEADING2, ""), summary=text(Kind.SUMMARY, ""), rows=rows)


def specimen_panel() -> SafetyPanel:
    own: dict[Part, PanelLine] = {
        "ask": line("fracture", "Ask first if you have had a new fracture or a fall in the last six weeks."),
        "stop": line("leg", "Stop if pain shoots down your leg."),
        "now": line("call", "Get help now: call 999."),
    }
    return panel("Your safety", *(part(name, said) for name, said in own.items()))


def blocks(name: str) -> tuple[ManuscriptBlock, ...]:
    who = (Inline(Private(name, "name")), Inline(", from the clinic."))
    sits = Illustration(
        ref="",
        frame="",
        shows="frame",
        alt="A person sits tall on a chair.",
        path="exercises.cat-cow.alt",
        caption=text(Kind.CAPTION, ""),
    )
    return (
        title("Ease a stiff back"),
        PatientRow(entries=(Text(Kind.FOR, who, label="For:"),)),
        specimen_panel(),
        balance(
            "Good points and bad points",
            "Most people move more easily after some weeks.",
            "Your muscles may ache for a day or two.",
        ),
        plan(row(Kind.COLUMN, "Move", "How often"), row(Kind.CELL, "Cat and cow", "10 times, twice a day")),
        exercise("Cat and cow", "Kneel on hands and knees. Breathe out: office, flüssig.", pictures=(sits,)),
    )


def manuscript(name: str = "Ann Ó Brien", style: str = "standard") -> Manuscript:
    """What `pdf_specimens.handout` prints."""
    return Manuscript(
        blocks=blocks(name),
        running=running("Clinic sheet", "page {page} of {pages}"),
        tag="en",
        direction="ltr",
        title="Ease a stiff back",
        description="",
        content_id="ABCDEFGH23",
        style=style,
        paper="a4",
    )
