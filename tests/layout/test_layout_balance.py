"""Other ways and doing nothing on a leaf: each is seen to begin."""

from __future__ import annotations

import pytest
from layout_specimens import ENGLISH, theme

from handout.layout.blocks.balance import set_brief
from handout.layout.leaf.setting import back_setup, leaf_setup
from handout.layout.pages import TextItem
from handout.layout.setup import setup_of
from handout.manuscript.blocks import Balance, Titled
from handout.manuscript.kinds import Kind
from handout.manuscript.text import text

OTHERS = "Walk, or ask us about hands-on care"
MORE = ", warmth and self-massage, which some like better"
NOTHING = "New low back pain often halves in the first 6 weeks, and you may miss a warning sign."


def side(kind: Kind, title: str, *texts: str) -> Titled:
    return Titled(kind=kind, title=text(Kind.HEADING3, title), texts=tuple(text(Kind.PARAGRAPH, one) for one in texts))


def starts(others: str, nothing: str) -> list[str]:
    """The first words of each line below the two columns."""
    balance = Balance(
        title=None,
        pros=side(Kind.PROS, "Good points", "It is free."),
        cons=side(Kind.CONS, "Drawbacks", "It takes weeks."),
        others=side(Kind.OTHERS, "Other ways:", others),
        nothing=side(Kind.NOTHING, "Doing nothing:", nothing),
    )
    own = back_setup(leaf_setup(setup_of("a4", theme(), ENGLISH)))
    block = set_brief(balance, own).pieces[-1].block
    lines: dict[float, list[TextItem]] = {}
    for item in block.items:
        if isinstance(item, TextItem):
            lines.setdefault(round(item.y), []).append(item)
    rows = ["".join(one.run.text for one in sorted(row, key=lambda one: one.x)) for _, row in sorted(lines.items())]
    return [row.replace("\u00a0", " ") for row in rows]


def test_each_has_a_line_of_its_own_where_that_costs_none() -> None:
    first, second = starts(f"{OTHERS}.", NOTHING[:-15])
    assert first.startswith("Other ways:")
    assert second.startswith("Doing nothing: New low back pain")


@pytest.mark.parametrize("cut", range(0, len(MORE), 3))
def test_doing_nothing_never_ends_a_line_with_its_name(cut: int) -> None:
    """“Doing nothing:” stood at the end of the line that says other ways, its words on the next."""
    lines = starts(f"{OTHERS}{MORE[:cut]}.", NOTHING)
    assert not any(line.rstrip().endswith("Doing nothing:") for line in lines)
