"""A line's end is a space, whatever the reader makes of it."""

from __future__ import annotations

from handout.proof.compare import alike
from handout.proof.ink import InkedSheet, Stretch
from handout.proof.readback import gather
from handout.proof.tree import TagNode

BOX = (0.0, 0.0, 100.0, 100.0)


def spoken(*stretches: tuple[str, float]) -> str:
    """What one paragraph says whose text objects stand at these baselines."""
    made = tuple(Stretch(0, 0, text, 12.0, BOX, True, baseline) for text, baseline in stretches)
    sheet = InkedSheet(BOX, "", made, (), 0)
    node = TagNode("P", "a", "", "", "", "", False, ((0, 0),), ())
    return gather(None, (node,), (sheet,), ()).text((node,))  # type: ignore[arg-type]


def test_a_label_alone_on_its_line_is_not_glued_to_the_next() -> None:
    assert spoken(("Ende", 100.0), ("beugen", 85.0)) == "Ende beugen"


def test_pieces_of_one_line_are_not_parted() -> None:
    assert spoken(("About ", 100.0), ("10 minutes", 100.0), (", twice", 100.0)) == "About 10 minutes, twice"


def test_a_hyphen_at_a_line_end_counts_like_any_other() -> None:
    assert alike("Marfan- oder Down") == alike("Marfan-\noder Down") == "Marfanoder Down"
    for sign in "\ufffe\x02\u2010\u2011":  # as readers give it
        assert alike(f"Marfan{sign}\noder Down") == "Marfanoder Down"


def test_a_soft_hyphen_that_was_printed_is_no_letter() -> None:
    assert alike("Wirbel\u00adsäule") == alike("Wirbel\u00ad\nsäule") == "Wirbelsäule"
