"""The fridge card takes the smallest paper that holds it, and makes no type smaller for that."""

from __future__ import annotations

import pytest
from layout_specimens import ENGLISH, theme

from handout.errors import LayoutError
from handout.layout.fridge_card import lay_out_card
from handout.layout.pages import Pages, TextItem
from handout.manuscript import Manuscript
from handout.manuscript.blocks import Call, CardDose, CardDoses, PanelLine, PanelPart, Running, SafetyPanel
from handout.manuscript.kinds import Kind
from handout.manuscript.text import inlines_of, text

SIGN = "numbness or tingling round your bottom, genitals or inner thighs"


def card(signs: int, exercises: int) -> Manuscript:
    call = Call(word=text(Kind.CALL_WORD, "Call"), number=text(Kind.NUMBER, "999"), hint=None)
    lines = tuple(PanelLine(kind=Kind.LINE, inlines=inlines_of(SIGN), id=f"sign-{n}") for n in range(signs))
    heading, signal = text(Kind.HEADING2, "Get help now"), text(Kind.SIGNAL, "Warning")
    part = PanelPart(name="now", signal=signal, heading=heading, call=call, lines=lines)
    doses = tuple(_dose(number) for number in range(1, exercises + 1))
    origin = text(Kind.PARAGRAPH, "Content abc.")
    empty = {name: text(Kind.RUNNING_START, "") for name in ("start", "middle", "folio", "turn_over")}
    blocks = (
        SafetyPanel(title=text(Kind.TITLE, "Keep this in sight"), parts=(part,)),
        CardDoses(title=text(Kind.HEADING2, "Ease a stiff back"), doses=doses, origin=origin),
    )
    return Manuscript(blocks, Running(**empty), "en", "ltr", "Card", "Card", "abc", "standard", "a6", fridge_card=True)


def _dose(number: int) -> CardDose:
    name, said = text(Kind.CARD_NAME, f"Seated twist {number}"), "5 times each side, 5 seconds hold, 2 times a day"
    cells = tuple(said.split(", "))
    return CardDose(id=f"twist-{number}", number=str(number), name=name, dose=text(Kind.CARD_AMOUNT, said), cells=cells)


def laid(signs: int, exercises: int) -> tuple[str, Pages]:
    return lay_out_card(card(signs, exercises), theme(), ENGLISH)


@pytest.mark.parametrize(
    ("signs", "exercises", "paper", "sides"),
    [(3, 2, "a6", 1), (9, 6, "a6", 2), (11, 2, "a5", 1), (16, 9, "a5", 2), (35, 4, "a4", 1), (45, 20, "a4", 2)],
)
def test_it_takes_the_smallest_paper_and_the_fewest_sides_that_hold_it(
    signs: int, exercises: int, paper: str, sides: int
) -> None:
    found, pages = laid(signs, exercises)
    assert (found, len(pages.pages)) == (paper, sides)
    first = {item.tag for item in pages.pages[0].items if isinstance(item, TextItem)}
    assert {f"safety/now/lines/sign-{n}/words" for n in range(signs)} <= first  # whole, on the front


@pytest.mark.parametrize(("signs", "exercises"), [(3, 2), (9, 6), (16, 9), (45, 20)])
def test_no_type_is_under_12_points_and_room_to_spare_makes_it_larger(signs: int, exercises: int) -> None:
    _, pages = laid(signs, exercises)
    sizes = [item.run.size for page in pages.pages for item in page.items if isinstance(item, TextItem)]
    assert min(sizes) >= 12
    if (signs, exercises) == (3, 2):
        assert min(sizes) > 12


def test_what_no_paper_holds_is_refused_with_what_to_do() -> None:
    with pytest.raises(LayoutError, match="higher than its paper"):
        laid(90, 3)
