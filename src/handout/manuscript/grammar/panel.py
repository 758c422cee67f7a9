"""The safety panel in the tree: four parts in the order of its style, every line once, before any exercise."""

from __future__ import annotations

from collections.abc import Iterator

from handout.errors import Finding
from handout.manuscript.elements import Element
from handout.manuscript.grammar.finding import Tree, normal, text_of
from handout.manuscript.sheet.types import Line, PanelPart, Said, Sheet

PANEL = "safety panel"


def panel_faults(tree: Tree, sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with the panel."""
    panels = [element for element in tree.root.walk() if element.kind == "safety"]
    if not panels:
        yield tree.find(f"the {PANEL} is missing", tree.root)
        return
    for extra in panels[1:]:
        yield tree.find(f"the {PANEL} stands twice", extra, "Print it once, whole.")
    yield from _first(tree)
    panel = panels[0]
    if not any(text_of(title) for title in panel.all("panel-title")):
        yield tree.find(f"the {PANEL} has no title", panel)
    kinds = [part.attributes.get("kind", "") for part in panel.all("part")]
    wanted = [part.kind for part in sheet.panel.parts]
    if kinds != wanted:
        what = f"the {PANEL} has the parts {', '.join(kinds) or 'none'}; it needs {', '.join(wanted)}"
        yield tree.find(what, panel, "Print the four parts in this order.")
    for part in sheet.panel.parts:
        for own in panel.all("part"):
            if own.attributes.get("kind") == part.kind:
                yield from _part(tree, own, part)


def _first(tree: Tree) -> Iterator[Finding]:
    """No exercise before the panel."""
    for element in tree.root.walk():
        if element.kind == "safety":
            return
        if element.kind == "exercise":
            what = f"the exercise {element.attributes.get('id', '')} stands before the {PANEL}"
            yield tree.find(what, element, "Print the panel before every exercise.")


def _part(tree: Tree, own: Element, part: PanelPart) -> Iterator[Finding]:
    said = f'the part "{part.kind}" of the {PANEL}'
    words = ("heading", part.heading), ("signal", part.signal), ("follow", part.follow)
    for kind, wanted in (*words, ("last", part.last), ("rest", part.rest)):
        yield from _word(tree, own, (kind, wanted), said)
    yield from _call(tree, own, part)
    lines = [line for group in own.all("lines") for line in group.all("line")]
    ids = [line.attributes.get("id", "") for line in lines]
    for name in (line.id for line in part.lines):
        if ids.count(name) != 1:
            times = "lacks" if name not in ids else "repeats"
            yield tree.find(f"{said} {times} the line {name}", own)
    known = {line.id: line for line in part.lines}
    if sorted(ids) == sorted(known) and ids != list(known):
        yield tree.find(f"{said} does not keep the order of its lines", own)
    for line in lines:
        name = line.attributes.get("id", "")
        if name not in known:
            yield tree.find(f"{said} has a line that was not prescribed: {name}", line)
            continue
        yield from _line(tree, line, known[name])


def _line(tree: Tree, own: Element, line: Line) -> Iterator[Finding]:
    """A finding unless the line says its words, under its letter, and its lead words stand out."""
    if text_of(own) != normal(line.text):
        yield tree.find(f"the line {line.id} does not say its words", own, f"Print it as it is given: {line.text}")
    if own.attributes.get("label", "") != line.letter:
        what = f"the line {line.id} does not bear its letter “{line.letter}”"
        yield tree.find(what, own, 'Print label="{{ line.letter }}".')
    bold = [normal(text_of(one)) for one in own.all("b")]
    if bold != [normal(text) for lead, text in line.pieces if lead]:
        yield tree.find(f"the lead words of the line {line.id} do not stand out", own, "Print <b> round them.")


def _word(tree: Tree, own: Element, word: tuple[str, Said | None], said: str) -> Iterator[Finding]:
    """A finding unless the element holds exactly that text in one child of that kind."""
    kind, wanted = word
    texts = [text_of(child) for child in own.all(kind)]
    asked = [normal(wanted)] if wanted else []
    if texts != asked:
        if wanted:
            yield tree.find(f"{said} does not say its <{kind}>", own, f"Print it as it is given: {wanted}")
        else:
            yield tree.find(f"{said} has a <{kind}> that was not prescribed", own)


def _call(tree: Tree, own: Element, part: PanelPart) -> Iterator[Finding]:
    """The word and the number to call; a number that is not known is an empty element, a line to write on."""
    calls = list(own.all("call"))
    if part.call_word is None:
        return
    said = f'the part "{part.kind}" of the {PANEL}'
    if len(calls) != 1:
        yield tree.find(f"{said} does not say whom to call", own)
        return
    words = [text_of(child) for child in calls[0].all("call-word")]
    numbers = [text_of(child) for child in calls[0].all("number")]
    if words != [normal(part.call_word)] or numbers != [normal(part.number)]:
        hint = f"Print {part.call_word} {part.number}." if part.number else "Print an empty <number>."
        yield tree.find(f"{said} does not say the number to call", calls[0], hint)
    yield from _word(tree, calls[0], ("number-hint", part.number_hint), said)
