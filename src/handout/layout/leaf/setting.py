"""How the two pages of a leaf are set: their measure, and the least leading of body text on the back."""

from __future__ import annotations

from dataclasses import replace

from handout.layout.setup import Setup
from handout.layout.theme.looks import Types


def leaf_setup(setup: Setup) -> Setup:
    """The same for a leaf, whose pages begin higher and have a wider gutter; what stands above its panel is closer."""
    theme, own = setup.theme, setup.theme.leaf
    page = replace(theme.page, top=own.top, stamp_rise=own.stamp_rise, clear=own.clear, gutter=own.gutter)
    types = replace(_closer(theme.type), title=theme.type.leaf_title, lead=theme.type.leaf_lead)
    gap = replace(theme.gap, title=own.head, message=own.head, safety=own.head, section=own.row, paragraph=own.row)
    masthead = replace(theme.masthead, below=own.head, pad=own.head)
    tight = replace(theme.safety_tight, top=own.head, foot=own.head, today_gap=own.row, today_pad=own.row)
    made = replace(theme, page=page, type=types, gap=gap, masthead=masthead, safety_tight=tight)
    leading = setup.setting.leading * made.type.body.leading / theme.type.body.leading
    return replace(setup, theme=made, setting=replace(setup.setting, leading=leading))


def behind(setup: Setup, *, card: bool) -> Setup:
    """What the back is set with, from what a sheet is set with: in cells, or with a `card` as a sheet that is set
    closer."""
    return setup.closer() if card else back_setup(leaf_setup(setup))


def _closer(types: Types) -> Types:
    """What stands above the panel, at its least leading."""
    least = {name: getattr(types, name) for name in ("body", "strong", "quiet", "address")}
    return replace(types, **{name: replace(style, leading=1.25 * style.size) for name, style in least.items()})


def back_setup(setup: Setup) -> Setup:
    """The same for its back, with body text at its least leading, and headings and rules as its cells have them."""
    own, closer = setup.theme.leaf, setup.closer()
    theme = closer.theme
    balance = replace(theme.balance, rule=own.rule, pad=own.pad, below=own.row)
    types = replace(theme.type, heading3=theme.type.leaf_name)
    return replace(closer, theme=replace(theme, balance=balance, type=types))
