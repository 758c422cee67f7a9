"""A whole sheet: places, tags, order, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from layout_specimens import (
    ENGLISH,
    MIRRORED,
    boxes,
    frames,
    laid,
    leaves,
    manuscript,
    markup,
    nodes,
    page_of,
    replaced,
    theme,
    words,
)

from handout.cache import Cache
from handout.drawing import Picture
from handout.errors import LayoutError
from handout.layout import Pages, Setting, lay_out
from handout.layout.kept import BLOCKS
from handout.layout.pages import Page, PictureItem, ShapeItem, TextItem
from handout.manuscript.blocks import Balance, Evidence, ManuscriptBlock, Notes, Questions

GOLDEN = Path(__file__).with_name("specimen.frames.txt")


def test_the_frames_of_the_specimen_are_as_agreed(request: pytest.FixtureRequest) -> None:
    found = frames(laid())
    if request.config.getoption("--update-golden", default=False):
        GOLDEN.write_text(found, "utf-8")
    assert found == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("style", ["standard", "mono", "large-print"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_leaf_is_printed_and_every_item_has_its_leaf(style: str, paper: str) -> None:
    pages = laid(style=style, paper=paper)
    every = [tag.id for tag in nodes(pages.tree)]
    assert len(every) == len(set(every))
    items = [item for page in pages.pages for item in page.items if not isinstance(item, ShapeItem)]
    assert {item.tag for item in items} - {""} == {tag.id for tag in leaves(pages.tree)}


@pytest.mark.parametrize("style", ["standard", "large-print"])
def test_items_stand_on_their_pages_in_the_order_of_the_tree(style: str) -> None:
    pages = laid(style=style)
    rank = {tag.id: index for index, tag in enumerate(leaves(pages.tree))}
    items = [item for page in pages.pages for item in page.items if not isinstance(item, ShapeItem)]
    ranks = [rank[item.tag] for item in items if item.tag]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("style", ["standard", "large-print"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_is_printed_outside_the_margins(style: str, paper: str) -> None:
    pages = laid(style=style, paper=paper)
    margin = theme(style).page.margin
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, TextItem):
                width = item.run.width - (item.run.glyphs[-1].advance if item.run.text.endswith(" ") else 0)
            elif isinstance(item, PictureItem):
                width = item.picture.width
            else:
                continue
            assert item.x >= margin - 0.1
            assert item.x + width <= pages.width - margin + 0.1
            assert 12 <= item.y <= pages.height - 12


def test_a_right_to_left_page_is_the_mirror_image_of_a_left_to_right_one() -> None:
    left, right = laid(), laid(setting=MIRRORED)
    assert len(left.pages) == len(right.pages)
    for one, other in zip(left.pages, right.pages, strict=True):
        pairs = zip(placed(one), placed(other), strict=True)
        for (start, y, picture), (end, below, same) in pairs:
            assert below == pytest.approx(y)
            assert end == pytest.approx(left.width - start - picture.width, abs=0.02)
            assert same == picture


def placed(page: Page) -> list[tuple[float, float, Picture]]:
    pictures = [item for item in page.items if isinstance(item, PictureItem)]
    return [(item.x, item.y, item.picture) for item in pictures]


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(tag.role[1]) for tag in nodes(laid().tree) if tag.role in {"H1", "H2", "H3"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_bookmarks_name_the_sections_and_the_exercises() -> None:
    marked = [tag.id for tag in nodes(laid().tree) if tag.outline]
    assert "title" in marked
    assert "exercise/seated-twist/name" in marked
    assert "diary/heading2-1" in marked


def test_a_card_is_never_split() -> None:
    for style in ("standard", "large-print"):
        pages = laid(style=style)
        for tag in nodes(pages.tree):
            if tag.id.startswith("exercise/") and tag.role == "Sect" and tag.id.count("/") == 1:
                assert len(page_of(pages, tag.id)) == 1


def test_the_folio_counts_the_pages() -> None:
    pages = laid()
    count = len(pages.pages)
    for number in range(1, count + 1):
        assert f"Page {number} of {count}" in words(pages, number)


def test_figures_keep_the_size_they_were_inked_for() -> None:
    sheet = manuscript()
    pictures = boxes(sheet)
    pages = lay_out(sheet, pictures, theme(), Setting("en", "ltr", ("noto-sans",)))
    shown = [item.picture for page in pages.pages for item in page.items if isinstance(item, PictureItem)]
    assert all(any(picture is own for own in pictures.values()) for picture in shown)
    assert len(shown) == len(sheet.pictures) + 1


def test_every_figure_has_its_alternative_text() -> None:
    figures = [tag for tag in nodes(laid().tree) if tag.role == "Figure"]
    assert len(figures) > 10
    assert all(tag.alt for tag in figures)


def test_a_missing_picture_is_refused_with_all_others_that_are_missing() -> None:
    sheet = manuscript()
    pictures = {ref: picture for ref, picture in boxes(sheet).items() if "/end" not in ref}
    with pytest.raises(LayoutError) as refused:
        lay_out(sheet, pictures, theme(), Setting("en", "ltr", ("noto-sans",)))
    said = [finding.what for finding in refused.value.findings]
    assert "there is no picture march/end" in said
    assert "there is no picture ball-wall/end" in said


def test_a_block_higher_than_a_page_is_refused_and_not_made_smaller() -> None:
    step = "<step>Stand tall, near a chair or a wall.</step>"
    with pytest.raises(LayoutError, match="pt higher than a page") as refused:
        laid(replaced(markup(), step, step * 60))
    assert [finding.path for finding in refused.value.findings] == ["exercises.march"]


def test_a_long_name_wraps_and_nothing_shrinks() -> None:
    old = '<name path="exercises.neck-tilt-turn.name">Neck tilt and turn</name>'
    new = old.replace("Neck tilt and turn", "Neck tilt and neck turn, slowly")
    pages = laid(replaced(markup(), old, new))
    name = "exercise/neck-tilt-turn/name/words"
    runs = [i for p in pages.pages for i in p.items if isinstance(i, TextItem) and i.tag == name]
    assert len({round(item.y) for item in runs}) == 2
    assert {item.run.size for item in runs} == {14.0}


def test_a_blank_number_and_a_blank_name_become_lines_to_write_on() -> None:
    text = replaced(markup(), "<clinic-phone>0113 496 0000</clinic-phone>", "<clinic-phone></clinic-phone>")
    text = replaced(text, "<number>999</number>", "<number></number>")
    text = replaced(text, '<for label="For"><private key="name"/></for>', '<for label="For"></for>')
    pages = laid(text)
    assert "safety/now/call/number" not in {tag.id for tag in leaves(pages.tree)}
    assert all(label in words(pages, 1) for label in ("For", "Our phone:"))


def test_private_words_are_set_but_never_kept() -> None:
    setting = replace(ENGLISH, cache=Cache())
    pages = laid(setting=setting)
    assert setting.cache.count(BLOCKS) > 10
    assert "Sam Taylor" not in repr(setting.cache._kept)
    assert any(item.run.private for item in pages.pages[0].items if isinstance(item, TextItem))


def test_the_same_manuscript_gives_the_same_pages() -> None:
    setting = replace(ENGLISH, cache=Cache())
    first = laid(setting=setting)
    assert laid(setting=setting) == first
    assert laid(setting=replace(ENGLISH, cache=Cache())) == first


def test_two_clinics_themes_in_one_process_keep_their_own_inks_and_sizes() -> None:
    sheet, own = manuscript(), theme()
    green = replace(own, colours=replace(own.colours, ink="#0b3d0b"))
    larger = replace(own, type=replace(own.type, body=replace(own.type.body, size=own.type.body.size + 1)))
    pages = {
        name: lay_out(sheet, boxes(sheet), one, ENGLISH)
        for name, one in (("own", own), ("green", green), ("larger", larger))
    }

    def texts(name: str) -> list[TextItem]:
        return [item for page in pages[name].pages for item in page.items if isinstance(item, TextItem)]

    inks = {name: {item.run.colour for item in texts(name)} for name in pages}
    assert "#0b3d0b" in inks["green"]
    assert own.colours.ink not in inks["green"]
    assert inks["own"] == inks["larger"]
    step = "exercise/march/steps/1/words"
    sizes = {name: {item.run.size for item in texts(name) if item.tag.startswith(step)} for name in pages}
    assert sizes["own"] == sizes["green"] == {own.type.body.size}
    assert sizes["larger"] == {own.type.body.size + 1}


def test_right_to_left_leaves_carry_their_exact_text() -> None:
    tree = laid(setting=MIRRORED).tree
    texts = {tag.id: tag.actual_text for tag in leaves(tree)}
    assert texts["title"] == "Ease a stiff upper back"
    assert texts["safety/stop/last"] == "Chest pain, or a sign under “Warning”? Get help now."
    assert not any(tag.actual_text for tag in leaves(laid().tree))


def test_lines_of_a_paragraph_are_never_left_alone() -> None:
    from handout.layout.flow import Piece, lines
    from handout.layout.flow import words as block
    from handout.layout.prose import Part, compose
    from handout.layout.setup import Setup

    setup = Setup(theme(), Setting("en", "ltr", ("noto-sans",)), 200)
    prose = compose(
        setup,
        [Part("One word after another, and so on, to the end of the page. " * 3, setup.theme.type.body)],
        200,
    )
    pieces = lines(setup, prose, Piece(block(setup, prose)))
    held = [piece.with_next for piece in pieces]
    assert len(held) > 4
    assert held == [True, *[False] * (len(held) - 3), True, False]


def test_two_stamps_run_on_from_each_other_and_keep_their_own_elements() -> None:
    stamp = '<stamp path="phrases.unsure">Some words still need a check.</stamp>'
    pages = laid(replaced(markup(), "<masthead>", stamp + "<masthead>"))
    first, second = (_baseline(pages, f"stamp-{number}") for number in (1, 2))
    assert second >= first
    (tag,) = (tag for tag in pages.tree.children if tag.id == "stamps")
    assert [child.id for child in tag.children] == ["stamp-1", "stamp-2"]


def test_a_phrase_of_the_strip_stands_whole_and_the_bar_grows() -> None:
    old = '<strip icon="clock" kind="figure">\n        <amount>2</amount>\n        <unit>minutes</unit>'
    new = '<strip icon="clock" kind="phrase">\n        <unit>two whole minutes</unit>\n        <unit>one</unit>'
    pages = laid(replaced(markup(), old, new))
    said = "exercise/march/dose/1/unit-"
    ys = [_baseline(pages, f"{said}{number}") for number in (1, 2, 3)]
    assert ys == sorted(ys)
    assert len(set(ys)) == 3


def test_a_version_that_is_prescribed_names_its_side_above_its_purpose() -> None:
    old = '<purpose path="exercises.seated-twist.purpose">'
    pages = laid(replaced(markup(), old, f"<side>Right side only</side>{old}"))
    name = "exercise/seated-twist/"
    assert _baseline(pages, f"{name}side") < _baseline(pages, f"{name}purpose")


def _without(*kinds: type[ManuscriptBlock]) -> Pages:
    whole = manuscript()
    sheet = replace(whole, blocks=tuple(block for block in whole.blocks if not isinstance(block, kinds)))
    return lay_out(sheet, boxes(sheet), theme(), ENGLISH)


def test_lines_to_write_on_are_four_at_most_and_stand_where_the_last_page_has_room() -> None:
    roomy = _without(Questions, Evidence, Balance)
    assert "notes" in {tag.id for tag in roomy.tree.children}
    plain = _without(Questions, Evidence, Balance, Notes)
    rules = [
        sum(isinstance(item, ShapeItem) and item.shapes[0].width == 0.75 for item in pages.pages[-1].items)
        for pages in (roomy, plain)
    ]
    assert rules[0] - rules[1] == 4


def test_a_question_that_would_cost_a_sheet_of_paper_is_left_out_with_those_behind_it() -> None:
    whole = manuscript()
    (asked,) = whole.all(Questions)
    more = tuple(replace(one, name=f"{one.name}-{turn}") for turn in range(12) for one in asked.questions)
    sheet = replace(whole, blocks=tuple(
        replace(block, questions=more) if isinstance(block, Questions) else block for block in whole.blocks
    ))  # fmt: skip
    pages, plain = lay_out(sheet, boxes(sheet), theme(), ENGLISH), _without(Questions)
    printed = {tag.id for tag in nodes(pages.tree) if tag.id.startswith("question/")}
    names = [f"question/{one.name}/{part}" for one in more for part in ("ask", "answer")]
    there = [name in printed for name in names]
    assert there == sorted(there, reverse=True)
    assert not all(there)
    assert len(pages.pages) <= 2 * -(-len(plain.pages) // 2)


def test_figures_count_their_pages_in_the_digits_of_the_country() -> None:
    digits = "٠١٢٣٤٥٦٧٨٩"
    setting = Setting("ar", "rtl", ("noto-sans-arabic", "noto-sans"), 1.08, 1.5, digits)
    pages = laid(setting=setting)
    assert f"Page ١ of {digits[len(pages.pages)]}" in words(pages, 1)


def _baseline(pages: Pages, tag: str) -> float:
    return next(item.y for page in pages.pages for item in page.items if isinstance(item, TextItem) and item.tag == tag)


def test_what_cannot_be_parted_and_is_higher_than_a_page_is_refused() -> None:
    row = '<row number="7">'
    more = "".join(f'<row number="{n}"><cell kind="name">Again</cell></row>' for n in range(8, 60))
    with pytest.raises(LayoutError, match="pt higher than a page"):
        laid(replaced(markup(), row, more + row))
