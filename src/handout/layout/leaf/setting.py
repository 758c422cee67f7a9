"""How the two pages of a leaf are set: their measure, and the least leading of body text on the back."""

from __future__ import annotations

from dataclasses import replace

from handout.layout.setup import Setup


def leaf_setup(setup: Setup) -> Setup:
    """The same for a leaf, whose pages begin higher and have a wider gutter."""
    own = setup.theme.leaf
    page = replace(setup.theme.page, top=own.top, clear=own.clear, gutter=own.gutter)
    return replace(setup, theme=replace(setup.theme, page=page))


def back_setup(setup: Setup) -> Setup:
    """The same for its back, with body text at its least leading."""
    return setup.closer()
