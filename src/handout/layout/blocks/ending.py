"""How a sheet ends: its three lines, and what a clinician asks, with boxes to tick."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from handout.layout.blocks.ticks import level, stacked, ticks
from handout.layout.blocks.ways import set_ways
from handout.layout.fillers import headed, over_width
from handout.layout.flow import Loose, Passage, stack, words
from handout.layout.lists import bulleted, column_measure
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript import InShort, ManuscriptBlock, TeachBack, Ways


def set_in_short(block: InShort, setup: Setup) -> Passage:
    """The heading and its lines, in a column; not parted."""
    theme = setup.theme
    prose = compose(setup, [Part(block.title, theme.type.heading3, "in-short/heading")], setup.column)
    listed = bulleted(setup, block.texts, setup.column, "in-short/list", theme.type.strong)
    tags = (*(replace(tag, outline=2) for tag in prose.tags), listed.tag)
    lines = stack(setup, setup.column, [(0.0, one) for one in listed.blocks])
    alone = None
    if setup.two:
        broad = bulleted(setup, block.texts, setup.width, "in-short/list", theme.type.strong)
        alone = over_width(setup, prose, [(0.0, one) for one in broad.blocks])
    loose = Loose(headed(setup, words(setup, prose), ((0.0, lines),)), alone=alone)
    return Passage(Tag("in-short", block.kind.pdf, tags), (), "in-short", loose=loose)


def set_teach_back(block: TeachBack, setup: Setup) -> Passage:
    """The heading, whom it is for, and the questions, each with its box; not parted."""
    theme, name = setup.theme, "teach-back"
    head = compose(setup, [Part(block.title, theme.type.heading3, f"{name}/heading")], setup.width)
    how = compose(setup, [Part(block.how, theme.type.body, f"{name}/how")], setup.width)
    made = ticks(setup, block.texts, column_measure(setup, setup.width, 0), f"{name}/list")
    listed = level(setup, made, setup.width)
    if listed is None:
        made = ticks(setup, block.texts, setup.width, f"{name}/list")
        listed = stacked(setup, made, setup.width)
    frame, y = setup.frame(setup.width), head.height + how.height + theme.gap.small
    frame.text(0, 0, head.paragraph)
    frame.text(0, head.height, how.paragraph)
    frame.place(0, y, listed)
    loose = Loose(((0.0, frame.block(y + listed.height)),), wide=True, last=True, optional=3)
    return Passage(Tag(name, block.kind.pdf, (*head.tags, *how.tags, made.tag)), (), name, loose=loose)


# How these, and the table of ways, are set.
ENDING: Mapping[type[ManuscriptBlock], Callable[[Any, Setup], Passage]] = {
    Ways: set_ways,
    InShort: set_in_short,
    TeachBack: set_teach_back,
}
