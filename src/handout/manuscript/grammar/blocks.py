"""The blocks round the exercises: title, stamps, patient's row, balance, colophon, foot of the page."""

from __future__ import annotations

from collections.abc import Iterator

from handout.errors import Finding, Private
from handout.manuscript.grammar.finding import Tree, normal, text_of
from handout.manuscript.sheet.types import Kept, Sheet

FOLIO = ("{page}", "{pages}")


def frame_faults(tree: Tree, sheet: Sheet) -> Iterator[Finding]:
    """The root, the title, the foot of the page and the colophon."""
    root = tree.root
    if root.kind != "handout":
        yield tree.find(f"the manuscript is a <{root.kind}>, not a <handout>", root)
    wanted = {"lang": sheet.tag, "direction": sheet.direction, "content-id": sheet.content_id}
    for name, value in wanted.items():
        if root.attributes.get(name) != value:
            yield tree.find(f'the handout does not say its {name}="{value}"', root)
    if root.attributes.get("title") != normal(sheet.title):
        yield tree.find("the handout does not say its title for the screen", root)
    for kind in ("title", "running", "colophon"):
        yield from tree.once(root, kind)
    yield from tree.texts(root, "title", [sheet.title], "the title")
    for running in root.all("running"):
        folio = "".join(text_of(one) for one in running.all("folio"))
        if any(name not in folio for name in FOLIO):
            yield tree.find("the folio does not keep {page} and {pages}", running)
        yield from tree.texts(running, "running-middle", [sheet.running.middle], "the foot of the page")
        yield from tree.texts(running, "running-start", [sheet.running.start], "the foot of the page")


def state_faults(tree: Tree, sheet: Sheet) -> Iterator[Finding]:
    """The stamps at the top of page 1 and the same words in the colophon."""
    yield from tree.texts(tree.root, "stamp", sheet.stamps, "the stamp")
    if sheet.stamps and next(iter(_kinds(tree)), "") != "stamp":
        yield tree.find("the stamp does not stand first", tree.root)
    for colophon in tree.root.all("colophon"):
        wanted = [f"{one.label} {one.text}" if one.label else one.text for one in sheet.colophon]
        yield from tree.texts(colophon, "p", wanted, "the colophon")


def _kinds(tree: Tree) -> Iterator[str]:
    return (child.kind for child in tree.root.children if not isinstance(child, str | Private))


def patient_faults(tree: Tree, sheet: Sheet) -> Iterator[Finding]:
    """For, by and on, and the patient's values: a sheet without its name may reach another person."""
    yield from tree.once(tree.root, "patient", "patient's row")
    for row in tree.root.all("patient"):
        for entry in sheet.patient:
            own = [one for one in row.all(entry.kind) if one.attributes.get("label") == normal(entry.label)]
            asked = str(entry.value) if entry.value is not None else ""
            if [text_of(one) for one in own] != [normal(asked)]:
                yield tree.find(f"the patient's row does not say: {entry.label}", row)
    if sheet.note is not None:
        notes = list(tree.root.all("note"))
        yield from tree.once(tree.root, "note", "note to the patient")
        wanted = [str(text) for text in sheet.note.texts]
        held = [text_of(p) for note in notes for p in note.all("p")]
        if notes and held != [normal(text) for text in wanted]:
            yield tree.find("the note to the patient is not whole", notes[0])
    values = sum(isinstance(child, Private) for one in tree.root.walk() for child in one.children)
    kept = [entry.value for entry in sheet.patient] + list(sheet.note.texts if sheet.note else ())
    if values > sum(isinstance(one, Kept) for one in kept):
        hint = "Print it in its place alone."
        yield tree.find("a patient's value stands more often than once", tree.root, hint)


def balance_faults(tree: Tree, sheet: Sheet) -> Iterator[Finding]:
    """Pros and cons, once, whole, and of equal weight; the other ways and doing nothing."""
    yield from tree.once(tree.root, "balance", "balance of good points and drawbacks")
    found = [element for element in tree.root.walk() if element.kind == "balance"]
    for balance in found[:1]:
        yield from tree.texts(balance, "heading2", [sheet.balance.title], "the balance")
        for kind, side in (("pros", sheet.balance.pros), ("cons", sheet.balance.cons)):
            yield from tree.once(balance, kind, f"list of {kind}")
            for own in balance.all(kind):
                yield from tree.texts(own, "heading3", [side.title], f"the heading of the {kind}")
                lists = list(own.all("list"))
                if len(lists) != 1:
                    yield tree.find(f"the {kind} are not one list", own)
                for one in lists[:1]:
                    wanted = [str(text) for text in side.texts]
                    yield from tree.texts(one, "item", wanted, f"the list of {kind}")
        for kind, side in (("others", sheet.balance.others), ("nothing", sheet.balance.nothing)):
            yield from tree.once(balance, kind)
            for own in balance.all(kind):
                yield from tree.texts(own, "p", [str(text) for text in side.texts], f"<{kind}>")
