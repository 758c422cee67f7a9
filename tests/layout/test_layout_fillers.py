"""What a column may part: no sentence, no short answer, no list but between its items, two at least on each side."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from layout_specimens import ENGLISH, laid, markup, nodes, page_of, replaced, theme

from handout.layout.blocks.ending import set_in_short
from handout.layout.blocks.sections import set_sections
from handout.layout.fillers import Parts, ends_sentence, group_size, item_parts, paragraph_parts, set_group
from handout.layout.flow import Loose, Passage
from handout.layout.frame import Block
from handout.layout.pages import TextItem
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup, setup_of
from handout.manuscript.blocks import InShort, Section
from handout.manuscript.text import Inline, Kind, Text

SETUP = setup_of("a4", theme(), ENGLISH)
LARGE = setup_of("a4", theme("large-print"), ENGLISH)
NECK = (
    "Do not push, twist or jerk your back or neck to make it pop. Do not let an untrained person do it. Never crack "
    "your neck. There are reports of a torn artery with signs of a stroke, a slipped disc, a bleed and one death. We "
    "do not know how often this happens. Most people come to no harm."
)


def parts_of(text: str, measure: float = SETUP.column) -> Parts:
    return paragraph_parts(SETUP, compose(SETUP, [Part(text, SETUP.theme.type.body)], measure))


def lines_of(block: Block) -> list[str]:
    lines: dict[float, str] = {}
    for item in block.items:
        assert isinstance(item, TextItem)
        lines[item.y] = lines.get(item.y, "") + item.run.text
    return [lines[y] for y in sorted(lines)]


def test_a_paragraph_goes_over_to_the_next_column_only_behind_a_sentence() -> None:
    counts = set()
    for measure in range(150, 260, 10):
        parts = parts_of(NECK, measure)
        said = [lines_of(block) for _, block in parts]
        counts.add(len(parts))
        assert " ".join(line.strip() for part in said for line in part) == NECK
        for one, other in pairwise(said):
            assert one[-1].rstrip().endswith(".")
            assert other[0][0].isupper()
        assert min(map(len, said)) >= 2
    assert max(counts) > 1


def test_a_paragraph_without_a_sentence_that_ends_its_line_is_whole() -> None:
    assert len(parts_of(NECK.replace(". ", ", "))) == 1


def test_an_answer_of_five_lines_is_never_parted() -> None:
    sentence = "Stop at once, and then rest for a while now."
    for count in (4, 5, 6):
        made = parts_of(" ".join([sentence] * count), 272)
        assert sum(len(lines_of(block)) for _, block in made) == count
        assert len(made) == (1 if count <= 5 else count - 2)


@pytest.mark.parametrize(
    ("line", "following", "ends"),
    [
        ("Never crack your neck. ", "There are reports", True),
        ("¿Es seguro? ", "No lo sabemos", True),
        ("Sie sagte: „Nein.“ ", "Danach", True),
        ("C’est fini\u202f! ", "Arrêtez", True),
        ("不要让别人按压。", "从来不要", True),
        ("لا تطقطق رقبتك. ", "هناك", True),
        ("क्या यह ठीक है। ", "नहीं", True),
        ("\u2068Keep calm.\u2069 ", "Rest", True),
        ("폼롤러는 쓰지 ", "마세요.", False),
        ("Nunca ", "estale o pescoço", False),
        ("bewegen, z. B. ", "im Sitzen", False),
        ("", "Rest", False),
    ],
)
def test_a_sentence_ends_where_a_line_does(line: str, following: str, *, ends: bool) -> None:
    assert ends_sentence(line, following) is ends


@pytest.mark.parametrize(("items", "parts"), [(1, 1), (2, 1), (3, 1), (4, 2), (5, 3)])
def test_no_item_of_a_list_stands_alone_in_a_column(items: int, parts: int) -> None:
    made = item_parts(SETUP, [Block(SETUP.column, 16)] * items)
    assert len(made) == parts
    assert sum(block.height for _, block in made) == 16 * items
    assert items < 2 or {made[0][1].height, made[-1][1].height} <= {16 * min(items, k) for k in (2, 3)}


def test_the_lines_of_in_short_are_not_parted() -> None:
    texts = tuple(Text(Kind.ITEM, (Inline(words),)) for words in ("Move gently.", "Sharp pain: stop.", "Get help now."))
    loose = set_in_short(InShort(title=Text(Kind.HEADING3, (Inline("In short"),)), texts=texts), SETUP).loose
    assert loose
    assert len(loose.parts) == 1


def _tips(texts: tuple[Text, ...], setup: Setup) -> Loose:
    title = Text(Kind.HEADING3, (Inline("Good to know"),))
    (made,) = set_sections([Section(name="tips", title=title, texts=texts)], setup)
    assert made.loose
    return made.loose


def test_good_to_know_is_what_is_best_read_early() -> None:
    text = (Text(Kind.PARAGRAPH, (Inline("Move slowly."),)),)
    title = Text(Kind.HEADING3, (Inline("Good to know"),))
    made = set_sections([Section(name=name, title=title, texts=text) for name in ("tips", "after")], SETUP)
    assert [one.loose and one.loose.early for one in made] == [True, False]


def _loose(*heights: float) -> Loose:
    return Loose(tuple((0.0, Block(SETUP.column, height)) for height in heights))


def test_a_block_is_parted_only_where_that_saves_more_than_a_line() -> None:
    gap = SETUP.theme.gap.loose
    assert group_size(SETUP, (_loose(50, 50), _loose(80))) == (100, 10**2)
    assert group_size(SETUP, (_loose(50, 50), _loose(20))) == (100, 40**2)  # 50 beside 50 + gap + 20 saves a line
    assert group_size(SETUP, (_loose(99, 99), _loose(20)))[0] == 99 + gap + 20


def test_one_column_that_stands_alone_costs_the_white_of_the_other() -> None:
    assert group_size(SETUP, [_loose(60)]) == (60, 30**2)
    assert group_size(SETUP, [_loose(60), _loose(60)]) == (60, 0)
    assert group_size(SETUP, [Loose(((0.0, Block(SETUP.width, 60)),), wide=True)]) == (60, 0)


def test_a_block_alone_stands_over_the_width_and_beside_another_in_a_column() -> None:
    broad = replace(_loose(60), alone=Block(SETUP.width, 32))
    assert group_size(SETUP, [broad]) == (32, 0)
    assert group_size(SETUP, [broad, _loose(60)]) == (60, 0)
    (piece,) = set_group(SETUP, [Passage(None, (), "section", loose=broad)], 12.0)[0].pieces
    assert (piece.block.width, piece.height) == (SETUP.width, 32)


def test_good_to_know_alone_has_its_list_in_two_columns_under_one_heading() -> None:
    items = tuple(Text(Kind.ITEM, (Inline(words),)) for words in ("Move slowly.", "Press lightly.", "Rest.", "Ask us."))
    made = [_tips(items, setup) for setup in (SETUP, LARGE)]
    assert made[0].alone
    _, *rows = sorted({item.y for item in made[0].alone.items if isinstance(item, TextItem)})
    assert len(rows) == 2
    assert made[0].alone.height < sum(block.height for _, block in made[0].parts)
    assert made[1].alone is None


def test_do_not_do_this_alone_is_set_at_the_measure_of_text() -> None:
    alone = _tips((Text(Kind.PARAGRAPH, (Inline(NECK),)),), SETUP).alone
    assert alone
    assert len(lines_of(alone)) - 1 == len(compose(SETUP, [Part(NECK, SETUP.theme.type.body)], 412).paragraph.lines)


def test_a_group_is_as_high_as_it_was_said_to_be() -> None:
    group = [_loose(50, 30, 30), _loose(44), Loose(((0.0, Block(SETUP.width, 60)),), wide=True), _loose(20)]
    passages = [Passage(None, (), "section", loose=one) for one in group]
    (piece,) = set_group(SETUP, passages, 12.0)[0].pieces
    assert piece.height == pytest.approx(group_size(SETUP, group)[0])


def test_what_you_need_stands_whole_over_the_width_before_the_first_exercise() -> None:
    long = "a firm chair without wheels, a folded towel, a mat that does not slip and a wall that is free"
    for style in ("standard", "large-print"):
        pages = laid(replaced(markup(), "a firm chair without wheels", long), style=style)
        order = [tag.id for tag in nodes(pages.tree)]
        first = next(name for name in order if name.startswith("exercise/"))
        assert order.index("needs") < order.index(first)
        assert len(page_of(pages, "needs")) == 1
        items = [item for page in pages.pages for item in page.items if not hasattr(item, "shapes")]
        lines = {item.y for item in items if item.tag.startswith("needs/")}
        assert len(lines) == (2 if style == "standard" else 3)


@pytest.mark.parametrize("style", ["standard", "large-print"])
def test_no_question_stands_before_the_heading_of_all(style: str) -> None:
    order = [tag.id for tag in nodes(laid(style=style).tree)]
    asked = [order.index(name) for name in order if name.startswith("question/")]
    assert asked
    assert order.index("questions/heading") < min(asked)
