"""A leaf on paper: two pages that pass their proof, or a sheet that says why it is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from masters_orders import batch, made, order, shop

from handout.layout.pages import Page, PictureItem, TextItem
from handout.manuscript.blocks import ExerciseCard
from handout.manuscript.manuscript import Manuscript
from handout.pdf import write
from handout.pipeline import Composed, copies, for_screen, lay
from handout.prescription import Order
from handout.proof import proofread
from handout.shop import Shop
from handout.store import cache_folder

FEW = ("childs-pose", "forearm-prop", "roller-mid-back")
LONG = "\n".join(["Come to the desk on the ground floor, and bring the form that we sent to your home."] * 15)


@pytest.fixture(scope="session")
def english() -> Shop:
    return shop(cache_folder(), "en")


def leaf(**changes: object) -> Order:
    return replace(order(), length="leaf", exclude=FEW, **changes)  # type: ignore[arg-type]


def top(page: Page, tag: str) -> float:
    return min(item.y for item in page.items if isinstance(item, TextItem) and item.tag.startswith(tag))


def test_a_leaf_is_two_pages_with_the_panel_in_front_and_every_exercise_behind(english: Shop) -> None:
    copy = made(leaf(), english)
    front, back = copy.pages.pages
    for cell in copy.manuscript.all(ExerciseCard):
        drawn = [item.tag for item in back.items if isinstance(item, PictureItem) and f"/{cell.id}/" in item.tag]
        assert len(drawn) == len(cell.pictures)
    assert any(isinstance(item, TextItem) and item.tag.startswith("safety/now") for item in front.items)
    assert not any(isinstance(item, TextItem) and item.tag.startswith("exercise") for item in front.items)


def test_cells_of_a_row_begin_level_and_stand_in_the_order_of_their_numbers(english: Shop) -> None:
    copy = made(leaf(), english)
    back = copy.pages.pages[1]
    tops = [top(back, f"exercise/{cell.id}/name/number") for cell in copy.manuscript.all(ExerciseCard)]
    assert tops == sorted(tops)
    assert tops[0] == pytest.approx(tops[1])


def test_no_type_of_a_leaf_is_under_twelve_points(english: Shop) -> None:
    pages = made(leaf(), english).pages.pages
    sizes = {item.run.size for page in pages for item in page.items if isinstance(item, TextItem)}
    assert min(sizes) >= 12


def test_a_leaf_alone_is_the_leaf_of_a_batch_byte_for_byte(english: Shop) -> None:
    asked = leaf()
    assert write(lay(asked, "back", english).pages) == made(asked, english).pdf


def test_a_leaf_with_a_short_note_stays_a_leaf_and_passes_its_proof(english: Shop) -> None:
    copy = made(leaf(note=order(note="Stand up often.").note), english)
    assert copy.manuscript.length == "leaf"


@pytest.mark.parametrize("style", ["standard", "mono"])
def test_what_is_missing_on_a_leaf_is_missed_by_its_proof(english: Shop, style: str) -> None:
    laid = lay(leaf(style=style), "back", english)
    pdf = write(laid.pages)
    assert proofread(pdf, laid.manuscript, laid.pictures, english.eye, laid.symbols) == ()
    for wrong in _losing(laid.manuscript):
        assert proofread(pdf, wrong, laid.pictures, english.eye, laid.symbols)


def _losing(own: Manuscript) -> list[Manuscript]:
    """Manuscripts of which the file lacks something: a caution, a dose."""
    cells = list(own.all(ExerciseCard))
    other = next(cell for cell in cells if cell.cautions)
    more = replace(other, cautions=(*other.cautions, replace(other.cautions[0], label="Never if you")))
    dosed = replace(other, dose=(*other.dose, other.dose[0]))
    others = ([wrong if one is other else one for one in own.blocks] for wrong in (more, dosed))
    return [replace(own, blocks=tuple(blocks)) for blocks in others]


def test_a_leaf_whose_note_takes_the_back_becomes_a_sheet_and_says_so(english: Shop) -> None:
    (made_of,) = copies([leaf(note=order(note=LONG).note)], "back", english)
    assert not isinstance(made_of, Exception)
    (copy,) = made_of
    assert copy.manuscript.length == copy.prescription.length == "sheet"
    assert len(copy.pages.pages) > 2
    (notice,) = copy.notices
    assert notice.startswith("printed as a sheet, because a leaf does not hold it: ")
    laid = lay(leaf(note=order(note=LONG).note), "back", english)
    assert (laid.notices, len(laid.pages.pages)) == (copy.notices, len(copy.pages.pages))


def test_a_list_of_leaves_and_longer_ones_keeps_its_order(english: Shop) -> None:
    asked = [replace(leaf(note=order(note=LONG if n == 4 else "").note), number=n) for n in (3, 4, 5)]
    made_of = [batch([one], english)[0] for one in asked]
    assert [copy.prescription.order.number for copy in made_of] == [3, 4, 5]
    assert [copy.manuscript.length for copy in made_of] == ["leaf", "sheet", "leaf"]


def test_a_leaf_with_a_companion_is_a_sheet_at_the_same_places(english: Shop) -> None:
    (made_of,) = copies([leaf()], "back", english, "en")
    assert not isinstance(made_of, Exception)
    first, second = made_of
    assert (first.manuscript.length, second.manuscript.length) == ("sheet", "sheet")
    assert first.notices


def one(**changes: object) -> Order:
    return replace(order(), exclude=("march", "cat-cow", "knee-rolls", *FEW[1:]), **changes)  # type: ignore[arg-type]


def test_one_exercise_is_two_pages_with_its_card_behind_and_says_so(english: Shop) -> None:
    copy = made(one(), english)
    front, back = copy.pages.pages
    assert copy.pages.panel_order == "front"
    assert copy.prescription.remarks == ("one exercise: set on two pages",)
    assert not any(isinstance(item, TextItem) and item.tag.startswith("exercise") for item in front.items)
    tags = {item.tag for item in back.items if isinstance(item, TextItem)}
    for part in ("steps", "tip-1", "tip-4", "pictures", "caution-1"):
        assert any(tag.startswith(f"exercise/childs-pose/{part}") for tag in tags), part
    assert {"balance/pros/heading", "balance/cons/heading", "diary/heading2-1", "see-us/heading"} <= tags


@pytest.mark.parametrize("field", ["steps", "tips", "cautions", "dose"])
def test_what_is_missing_on_the_card_of_a_leaf_is_missed_by_its_proof(english: Shop, field: str) -> None:
    laid = lay(one(), "back", english)
    pdf = write(laid.pages)
    assert proofread(pdf, laid.manuscript, laid.pictures, english.eye, laid.symbols) == ()
    (card,) = laid.manuscript.all(ExerciseCard)
    said = getattr(card, field)
    more = replace(card, **{field: (*said, said[0])})
    wrong = replace(laid.manuscript, blocks=tuple(more if own is card else own for own in laid.manuscript.blocks))
    assert proofread(pdf, wrong, laid.pictures, english.eye, laid.symbols)


def test_a_note_takes_the_room_of_what_may_go(english: Shop) -> None:
    plain, noted = (made(one(note=order(note=words).note), english) for words in ("", LONG[:700]))
    assert (len(noted.pages.pages), noted.notices) == (2, ())
    assert len(noted.pages.tree.children) < len(plain.pages.tree.children)


def test_a_screen_shows_the_whole_sheet_of_a_leaf(english: Shop) -> None:
    copy = made(leaf(), english)
    page = for_screen(Composed(copy.prescription, copy.manuscript, copy.pictures), english)
    assert "Stand tall, near a chair or a wall." in page


def test_a_stock_leaf_has_a_box_and_lines_to_write_on_in_each_cell(english: Shop) -> None:
    laid = lay(Order(0, ("back",), "en", length="leaf", stock=True), "back", english)
    assert laid.notices == ()
    assert len(laid.pages.pages) == 2
    for cell in laid.manuscript.all(ExerciseCard):
        assert cell.tick == "box"
        assert "___" in " ".join(unit.plain for strip in cell.dose for unit in (strip.amount, *strip.units) if unit)
