"""The number chip of the plan and the diary."""

from __future__ import annotations

import handout.layout.ink as ink
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose, figures_top
from handout.layout.setup import Setup


def set_chip(setup: Setup, number: str, name: str) -> tuple[Block, tuple[Tag, ...]]:
    """A number in white on a rounded box; `name` is the id of its tag, "" for an artifact."""
    size, theme = setup.theme.chip, setup.theme
    prose = compose(setup, [Part(number, theme.type.chip, name, "Span")], size.width, "center")
    height = max(size.height, 0.8 * prose.height)
    frame = setup.frame(size.width)
    frame.shapes(0, 0, size.width, ink.rounded(size.width, height, size.radius, theme.colours.accent))
    frame.text(0, figures_top(prose, theme.type.chip, height), prose.paragraph)
    return frame.block(height), prose.tags
