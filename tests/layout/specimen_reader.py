"""The specimen sheet, kept as a text that a test can change by a line, read into blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from handout.errors import Private
from handout.manuscript import blocks as b
from handout.manuscript.kinds import Kind
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.text import WHITE, Inline, Text, joined

KINDS = {kind.label: kind for kind in Kind if kind is not Kind.COLUMN}


def read_specimen(xml: str, privates: Mapping[str, Private], style: str, paper: str) -> Manuscript:
    """The sheet that the text says."""
    root = fromstring(xml)
    reader = _Reader(privates)
    children = [child for child in root if child.tag != "running"]
    stamps = tuple(reader.text(one) for one in children if one.tag == "stamp")
    made = [b.Stamps(texts=stamps)] if stamps else []
    made += [reader.block(child) for child in children if child.tag != "stamp"]
    running = _child(root, "running")
    texts = {name: reader.text(_child(running, tag)) for name, tag in RUNNING.items()}
    return Manuscript(
        blocks=tuple(made),
        running=b.Running(**texts),
        tag="en",
        direction="ltr",
        title=root.attrib["title"],
        description="",
        content_id=root.attrib["content-id"],
        style=style,
        paper=paper,
    )


RUNNING = {"start": "running-start", "middle": "running-middle", "folio": "folio", "turn_over": "turn-over"}


def _child(element: Element, tag: str) -> Element:
    found = element.find(tag)
    assert found is not None, f"<{element.tag}> has no <{tag}>"
    return found


class _Reader:
    def __init__(self, privates: Mapping[str, Private]) -> None:
        self.privates = privates

    def inlines(self, element: Element) -> tuple[Inline, ...]:
        """Mixed content: plain, <b>, and the place of a patient's value. A <label> is no part of it."""
        found = [*self._pieces(element)]
        private = next((Inline(one) for _, one in found if isinstance(one, Private)), None)
        return (private,) if private else joined((strong, str(one)) for strong, one in found)

    def _pieces(self, element: Element) -> Iterator[tuple[bool, str | Private]]:
        yield False, element.text or ""
        for child in element:
            if child.tag == "b":
                yield True, WHITE.sub(" ", child.text or "").strip(" ")
            elif child.tag == "private":
                yield False, self.privates[child.attrib["key"]]
            yield False, child.tail or ""

    def text(self, element: Element, kind: Kind | None = None) -> Text:
        own = element.attrib
        return Text(kind or KINDS[element.tag], self.inlines(element), own.get("path", ""), own.get("label", ""))

    def maybe(self, element: Element, tag: str) -> Text | None:
        found = element.find(tag)
        return self.text(found) if found is not None else None

    def first(self, element: Element, tag: str) -> Text:
        return self.text(_child(element, tag))

    def every(self, element: Element, path: str) -> tuple[Text, ...]:
        return tuple(self.text(one) for one in element.findall(path))

    def labelled(self, element: Element) -> dict[str, Any]:
        """What a tip or a caution says, its label apart."""
        label = (element.findtext("label") or "").strip()
        own = self.text(element)
        return {"kind": own.kind, "inlines": own.inlines, "path": own.path, "label": label}

    def block(self, element: Element) -> b.ManuscriptBlock:
        makers: dict[str, Callable[[Element], b.ManuscriptBlock]] = {
            "masthead": self.masthead,
            "patient": lambda e: b.PatientRow(entries=tuple(map(self.text, e))),
            "title": lambda e: b.Title(text=self.text(e)),
            "audience": lambda e: b.Audience(text=self.text(e)),
            "message": self.message,
            "safety": self.safety,
            "plan": self.plan,
            "note": lambda e: b.Note(title=self.first(e, "heading3"), texts=self.every(e, "p")),
            "balance": self.balance,
            "needs": lambda e: b.Needs(title=self.first(e, "heading3"), texts=self.every(e, "p")),
            "section": self.section,
            "exercise": self.exercise,
            "questions": self.questions,
            "evidence": lambda e: b.Evidence(
                known=self.titled(_child(e, "known")), unknown=self.titled(_child(e, "unknown"))
            ),
            "see-us": lambda e: b.SeeUs(title=self.first(e, "heading3"), texts=self.every(e, "list/item")),
            "diary": self.diary,
            "notes": lambda e: b.Notes(title=self.first(e, "heading3"), lines=int(e.attrib["lines"])),
            "colophon": lambda e: b.Colophon(texts=self.every(e, "p")),
        }
        return makers[element.tag](element)

    def masthead(self, element: Element) -> b.Masthead:
        logo = element.find("logo")
        return b.Masthead(
            logo=b.Logo(ref=logo.attrib["ref"], alt=logo.attrib["alt"]) if logo is not None else None,
            name=self.maybe(element, "clinic-name"),
            address=self.maybe(element, "clinic-address"),
            email=self.maybe(element, "clinic-email"),
            website=self.maybe(element, "clinic-website"),
            phones=tuple(one or replace(one, label="Our phone:") for one in self.every(element, "clinic-phone")),
            hours=self.every(element, "clinic-hours"),
        )

    def message(self, element: Element) -> b.Message:
        return b.Message(lead=self.first(element, "lead"), follow=self.maybe(element, "follow"))

    def safety(self, element: Element) -> b.SafetyPanel:
        parts = tuple(self.part(one) for one in element.findall("part"))
        return b.SafetyPanel(title=self.first(element, "panel-title"), parts=parts)

    def part(self, element: Element) -> b.PanelPart:
        call = element.find("call")
        name: Any = element.attrib["kind"]
        return b.PanelPart(
            name=name,
            signal=self.maybe(element, "signal"),
            heading=self.first(element, "heading"),
            follow=self.maybe(element, "follow"),
            call=self.call(call) if call is not None else None,
            lines=tuple(self.line(one) for one in element.findall("lines/line")),
            last=self.maybe(element, "last"),
            rest=self.maybe(element, "rest"),
        )

    def call(self, element: Element) -> b.Call:
        hint = self.maybe(element, "number-hint")
        return b.Call(word=self.first(element, "call-word"), number=self.first(element, "number"), hint=hint)

    def line(self, element: Element) -> b.PanelLine:
        own = self.text(element)
        return b.PanelLine(kind=own.kind, inlines=own.inlines, path=own.path, label=own.label, id=element.attrib["id"])

    def plan(self, element: Element) -> b.Plan:
        rows = [self.row(one, Kind.COLUMN if one.tag == "head" else Kind.CELL) for one in _child(element, "table")]
        return b.Plan(title=self.first(element, "heading2"), summary=self.first(element, "summary"), rows=tuple(rows))

    def row(self, element: Element, kind: Kind) -> b.Row:
        cells = []
        for one in element:
            own, column = self.text(one, kind), one.attrib.get("kind", "name")
            made: Any = column
            cells.append(b.Cell(kind=kind, inlines=own.inlines, path=own.path, column=made))
        return b.Row(number=element.attrib.get("number", ""), cells=tuple(cells))

    def titled(self, element: Element) -> b.Titled:
        texts = (*self.every(element, "list/item"), *self.every(element, "p"))
        return b.Titled(kind=KINDS[element.tag], title=self.first(element, "heading3"), texts=texts)

    def balance(self, element: Element) -> b.Balance:
        sides = {name: self.titled(_child(element, name)) for name in ("pros", "cons", "others", "nothing")}
        return b.Balance(title=self.first(element, "heading2"), **sides)

    def section(self, element: Element) -> b.ManuscriptBlock:
        title, name = self.first(element, "heading3"), element.attrib["kind"]
        if name == "floor":
            down, up = (self.every(steps, "step") for steps in element.findall("steps"))
            return b.Floor(title=title, down=down, up=up, before=element.attrib.get("before", ""))
        made: Any = name
        return b.Section(name=made, title=title, texts=(*self.every(element, "list/item"), *self.every(element, "p")))

    def exercise(self, element: Element) -> b.ExerciseCard:
        return b.ExerciseCard(
            id=element.attrib["id"],
            number=element.attrib["number"],
            path=element.attrib.get("path", ""),
            name=self.first(element, "name"),
            dose=tuple(self.strip(one) for one in element.findall("dose/strip")),
            side=self.maybe(element, "side"),
            purpose=self.maybe(element, "purpose"),
            steps=self.every(element, "steps/step"),
            tips=tuple(b.Tip(**self.labelled(e), about=_kind(e)) for e in element.findall("tip")),
            pictures=tuple(self.picture(one) for one in element.findall("pictures/picture")),
            cautions=tuple(b.Caution(**self.labelled(e), effect=_kind(e)) for e in element.findall("caution")),
        )

    def strip(self, element: Element) -> b.Strip:
        icon: Any = element.attrib["icon"]
        return b.Strip(icon=icon, amount=self.maybe(element, "amount"), units=self.every(element, "unit"))

    def picture(self, element: Element) -> b.Illustration:
        own = element.attrib
        keys = (
            b.ZoneKey(kind=Kind.KEY, inlines=self.inlines(one), path="", allowed=one.attrib["kind"] == "yes")
            for one in element.findall("key")
        )
        return b.Illustration(
            ref=own["ref"],
            frame=own["frame"],
            shows=_kind(element),
            alt=own["alt"],
            path=own.get("path", ""),
            caption=self.first(element, "caption"),
            keys=tuple(keys),
        )

    def questions(self, element: Element) -> b.Questions:
        asked = (
            b.Question(name=str(number), ask=self.first(one, "ask"), answer=self.first(one, "answer"))
            for number, one in enumerate(element.findall("question"), 1)
        )
        return b.Questions(title=self.first(element, "heading2"), questions=tuple(asked))

    def diary(self, element: Element) -> b.Diary:
        rows = (
            b.Entry(kind=Kind.ENTRY, inlines=self.inlines(one), path="", number=one.attrib.get("number", ""))
            for one in element.findall("entry")
        )
        return b.Diary(
            title=self.first(element, "heading2"),
            how=self.first(element, "p"),
            day=self.first(element, "day"),
            days=int(element.attrib["days"]),
            rows=tuple(rows),
        )


def _kind(element: Element) -> Any:
    """One of the few words that a type knows."""
    return element.attrib["kind"]
