"""The title, who the sheet is for, and the main message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.layout.flow import Passage, Piece, words
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript import Audience, Kind, Text, Title


def set_title(title: Title, setup: Setup) -> Passage:
    """The one heading of level 1."""
    gap = setup.theme.gap
    prose = compose(setup, [Part(title.text, setup.theme.type.title, "title")], setup.width)
    tag = replace(prose.tags[0], outline=1)
    return Passage(
        tag,
        (Piece(words(setup, prose), gap.title, with_next=True, stretch=gap.stretch, path=title.text.path),),
        "title",
    )


def set_audience(audience: Audience, setup: Setup) -> Passage:
    """Who the sheet is for."""
    prose = compose(setup, [Part(audience.text, setup.theme.type.audience, "audience")], setup.width)
    piece = Piece(words(setup, prose), setup.theme.gap.audience, path=audience.text.path)
    return Passage(prose.tags[0], (piece,), "audience")


def set_message(sentences: Sequence[Text], setup: Setup) -> Passage:
    """One message: the first sentence bold, what follows on its own line, a bar at the start side."""
    theme = setup.theme
    inset = theme.message.bar + theme.message.inset
    tags: list[Tag] = []
    frame, y = setup.frame(setup.width), 0.0
    for text in sentences:
        style = theme.type.lead if text.kind is Kind.LEAD else theme.type.follow
        prose = compose(setup, [Part(text, style, f"message/{text.kind.label}")], setup.width - inset)
        frame.text(inset, y, prose.paragraph)
        y += prose.height
        tags.extend(prose.tags)
    frame.shapes(0, 0, theme.message.bar, ink.box(theme.message.bar, y, theme.colours.accent))
    piece = Piece(frame.block(y), theme.gap.message, stretch=theme.gap.stretch)
    return Passage(Tag("message", Kind.MESSAGE.pdf, tuple(tags)), (piece,), "message")
