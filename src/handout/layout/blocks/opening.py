"""The title, who the sheet is for, and the main message."""

from __future__ import annotations

from dataclasses import replace

import handout.layout.ink as ink
from handout.layout.flow import Passage, Piece, words
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript.elements import Element


def set_title(element: Element, setup: Setup) -> Passage:
    """The one heading of level 1."""
    gap = setup.theme.gap
    prose = compose(setup, [Part(element, setup.theme.type.title, "title")], setup.width)
    tag = replace(prose.tags[0], outline=1)
    return Passage(
        tag,
        (Piece(words(setup, prose), gap.title, with_next=True, stretch=gap.stretch, path=element.path),),
        "title",
    )


def set_audience(element: Element, setup: Setup) -> Passage:
    """Who the sheet is for."""
    prose = compose(setup, [Part(element, setup.theme.type.audience, "audience")], setup.width)
    piece = Piece(words(setup, prose), setup.theme.gap.audience, path=element.path)
    return Passage(prose.tags[0], (piece,), "audience")


def set_message(element: Element, setup: Setup) -> Passage:
    """One message: the first sentence bold, what follows on its own line, a bar at the start side."""
    theme = setup.theme
    inset = theme.message.bar + theme.message.inset
    parts = [(child, f"message/{child.kind}") for child in element.children if isinstance(child, Element)]
    tags: list[Tag] = []
    frame, y = setup.frame(setup.width), 0.0
    for child, name in parts:
        style = theme.type.lead if child.kind == "lead" else theme.type.follow
        prose = compose(setup, [Part(child, style, name)], setup.width - inset)
        frame.text(inset, y, prose.paragraph)
        y += prose.height
        tags.extend(prose.tags)
    frame.shapes(0, 0, theme.message.bar, ink.box(theme.message.bar, y, theme.colours.accent))
    tag = Tag("message", "Sect", tuple(tags))
    return Passage(
        tag,
        (Piece(frame.block(y), theme.gap.message, stretch=theme.gap.stretch, path=element.path),),
        "message",
    )
