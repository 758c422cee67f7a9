"""The last line of a leaf's front: to turn over; and which version this is, there or at the foot of the back."""

from __future__ import annotations

from handout.layout.flow import Passage, Piece, words
from handout.layout.pages import Tag
from handout.layout.prose import ENDLESS, Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript import Colophon, Manuscript


def set_last(manuscript: Manuscript, setup: Setup, *, named: bool) -> Passage:
    """To turn over, and at the end of the line the version, unless the back says it; in two lines where they do not go
    into one."""
    gap = setup.theme.gap
    turn = compose(setup, [Part(manuscript.running.turn_over, setup.theme.type.foot_strong)], setup.width)
    wide = None if named else _version(manuscript, setup, ENDLESS)
    frame, height = setup.frame(setup.width), turn.height
    frame.text(0, 0, turn.paragraph)
    tag = None
    if wide:
        room = setup.width - turn.paragraph.widest - setup.theme.leaf.gutter
        beside = wide.paragraph.widest <= room
        said = _version(manuscript, setup, wide.paragraph.widest + 0.01 if beside else setup.width) or wide
        frame.text(setup.width - said.paragraph.measure if beside else 0.0, 0.0 if beside else height, said.paragraph)
        height = max(height, said.height) if beside else height + said.height
        tag = Tag("colophon", Colophon.kind.pdf, said.tags)
    return Passage(tag, (Piece(frame.block(height), gap.paragraph, stretch=gap.stretch),), "colophon")


def set_version(manuscript: Manuscript, setup: Setup) -> Passage | None:
    """Which version this is, across the page."""
    said = _version(manuscript, setup, setup.width)
    if said is None:
        return None
    tag = Tag("colophon", Colophon.kind.pdf, said.tags)
    return Passage(tag, (Piece(words(setup, said), setup.theme.leaf.row),), "colophon")


def _version(manuscript: Manuscript, setup: Setup, measure: float) -> Prose | None:
    colophon = manuscript.first(Colophon)
    texts = [text for text in colophon.texts if text] if colophon else []
    parts = [Part(text, setup.theme.type.foot, f"colophon/{n}") for n, text in enumerate(texts, 1)]
    return compose(setup, parts, measure) if parts else None
