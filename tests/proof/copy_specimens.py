"""A hand-set sheet with all that may be one order's own: words, a line to write on, an exact text, a note."""

from __future__ import annotations

from dataclasses import replace

import pdf_specimens as specimen

from handout.drawing import Shape
from handout.layout.pages import Item, Page, Pages, ShapeItem, Tag

LETTERS = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BY = "سامي حداد"


def arabic(words: str, *, private: bool = False) -> Item:
    run = specimen.run(words, "noto-sans-arabic", size=13, direction="rtl", language="ar", private=private)
    return specimen.line(116, "patient/by", run)[0]


def sheet(name: str = "Sam Taylor", note: str = "Ring twice.", by: str = BY) -> Pages:
    """The specimen with two rows for the patient, one with a line to write on, one right to left, and a note."""
    base = specimen.handout()
    items = [item for item in base.pages[0].items if getattr(item, "tag", "") != "patient"]
    path = (("M", (0.0, 0.0)), ("L", (120.0, 0.0)))
    own: list[Item] = [
        *specimen.line(100, "patient/for", specimen.run("For: "), specimen.run(name, weight=700, private=True)),
        ShapeItem(300, 102, (Shape(path, stroke="#7d8995", width=0.75),), own=True),  # type: ignore[arg-type]
        arabic(by, private=True),
    ]
    noted = specimen.line(700, "note-1/1", specimen.run(note, weight=700, private=True))
    patient = Tag("patient", "Div", (Tag("patient/for", "P"), Tag("patient/by", "P", actual_text=by)))
    tags = [patient if tag.id == "patient" else tag for tag in base.tree.children]
    return replace(
        base,
        pages=(Page((*items[:2], *own, *items[2:])), Page((*base.pages[1].items, *noted))),
        tree=replace(base.tree, children=(*tags, Tag("note-1", "Sect", (Tag("note-1/1", "P"),)))),
        seeds=(specimen.run(LETTERS), specimen.run(LETTERS, weight=700), arabic("ليلى " + BY).run),  # type: ignore[union-attr]
    )
