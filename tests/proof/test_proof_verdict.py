"""What the eye says of a page: each finding with its words, and what it may know again without looking."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pdf_specimens as paper
import pikepdf
import proof_specimens as script
import pytest
import readback_specimens as back
from eye_made import Memory

from handout.drawing import Drawing, Picture, Raster, Segment, Shape
from handout.errors import Private
from handout.layout.pages import Item, PictureItem, ShapeItem, Tag
from handout.manuscript import Manuscript
from handout.manuscript.blocks import Illustration, Logo, ManuscriptBlock, Masthead, Title
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Inline, Text, inlines_of, text
from handout.pdf import write
from handout.proof.asked import Asked
from handout.proof.eye import Drawn, Eye
from handout.proof.readback import ReadBack, read_back

A6 = {"width": 297.64, "height": 419.53}
FLAG: tuple[Segment, ...] = (("M", (0.0, 0.0)), ("L", (9.0, 3.0)), ("L", (0.0, 6.0)), ("L", (2.0, 3.0)), ("Z", ()))
SIGNAL = Drawing(10.0, 8.0, (Shape(FLAG, fill="#102030"),))
STEPS: tuple[Segment, ...] = tuple(("L", (n, 8 - n * n / 9)) for n in range(1, 9))
BENT = replace(SIGNAL, shapes=(Shape((("M", (0.0, 0.0)), *STEPS, ("L", (9, 0)), ("Z", ())), fill="#000000"),))
SYMBOLS = {"signal": SIGNAL}
CAT = Drawing(40.0, 30.0, (Shape((("M", (5, 5)), ("L", (35, 5)), ("L", (20, 25)), ("Z", ())), fill="#204060"),))
DOG = replace(CAT, shapes=(replace(CAT.shapes[0], fill="#ffe0e0"),))
PHOTO = Raster(40.0, 30.0, b"", (1, 1))
Change = Callable[[pikepdf.Pdf], None]


def place(alt: str = "A cat.", name: str = "cat") -> Illustration:
    return Illustration(ref=name, frame="", shows="frame", alt=alt, path=f"{name}.alt", caption=text(Kind.CAPTION, ""))


@dataclass
class Made:
    """A small page with words and pictures, and the manuscript that it was made of."""

    pictures: tuple[tuple[str, Drawing], ...] = (("A cat.", CAT),)
    symbols: tuple[Drawing, ...] = ()
    words: str = "Kneel."
    more: tuple[Item, ...] = ()
    leaves: tuple[Tag, ...] = ()
    places: tuple[Illustration, ...] = (place(),)
    blocks: tuple[ManuscriptBlock, ...] = ()
    pages: int = 1
    own: Manuscript = field(init=False)
    data: bytes = field(init=False)

    def __post_init__(self) -> None:
        items: list[Item] = [*paper.line(30, "", paper.run("Clinic sheet"))]
        items += paper.line(60, "exercise/cat-cow/name", paper.run("Cat"))
        items += paper.line(80, "exercise/cat-cow/step", paper.run(self.words))
        leaves = [Tag("exercise/cat-cow/name", "H2"), Tag("exercise/cat-cow/step", "P")]
        for number, (alt, drawing) in enumerate(self.pictures):
            name = f"exercise/cat-cow/picture/{number}"
            items.append(PictureItem(60, 100 + 40 * number, drawing, name))
            leaves.append(Tag(name, "Figure", alt=alt))
        items += [ShapeItem(200, 200 + 20 * number, one.shapes) for number, one in enumerate(self.symbols)]
        tree = (Tag("exercise/cat-cow", "Sect", tuple(leaves)), *self.leaves)
        pages = replace(paper.one_page(*items, *self.more, tree=tree), **A6)
        front = replace(pages.pages[0], items=())
        self.data = write(replace(pages, pages=(front,) * (self.pages - 1) + pages.pages))
        exercise = script.exercise("Cat", "Kneel.", pictures=self.places)
        running = script.running("Clinic sheet", "")
        self.own = replace(script.manuscript(), blocks=(exercise, *self.blocks), running=running)

    def changed(self, change: Change) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(self.data)) as pdf:
            change(pdf)
            pdf.save(out)
        return out.getvalue()


def look(
    made: Made,
    pictures: dict[str, Picture] | None = None,
    symbols: dict[str, Drawing] | None = None,
    *,
    change: Change | None = None,
    eye: Eye | None = None,
    read: ReadBack | None = None,
    **how: Any,
) -> list[tuple[str, str]]:
    """The findings: what, and the path."""
    data = made.data if change is None else made.changed(change)
    drawn = Drawn(pictures, symbols)
    found = (eye or Eye()).look(data, read or read_back(data), Asked(made.own), drawn, **how)
    return [(one.what, one.path) for one in found]


def rewritten(old: bytes, new: bytes, page: int = 0) -> Change:
    """A piece of the page's content replaced."""

    def change(pdf: pikepdf.Pdf) -> None:
        was = b"\n".join(part.read_bytes() for part in pdf.pages[page].Contents)
        assert old in was
        pdf.pages[page].Contents = pdf.make_stream(was.replace(old, new))

    return change


RIGHT: dict[str, Picture] = {"cat": CAT}


def test_a_page_as_it_should_be_has_no_findings() -> None:
    assert look(Made(symbols=(SIGNAL,)), RIGHT, SYMBOLS) == []
    assert Eye().look_alone(Made(symbols=(SIGNAL,)).data, 12.0) == []


def noted(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([0, 0, 1, 1]))
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])


def test_what_is_wrong_with_the_paper_is_said_with_the_number_of_its_page() -> None:
    what = "Page 1 carries annotations."
    assert look(Made(), change=noted) == look(Made(), change=noted, stand_ins=True) == [(what, "")]
    assert [one.what for one in Eye().look_alone(Made().changed(noted), 12.0)] == [what]


def renamed(pdf: pikepdf.Pdf) -> None:
    for _, font in pdf.pages[0].Resources.Font.items():
        font.BaseFont = pikepdf.Name("/ABCDEF+Comic-Regular")


def test_what_is_wrong_with_a_font_is_said() -> None:
    what = "The font ABCDEF+Comic-Regular is none that handout prints with."
    assert look(Made(), change=renamed) == [(what, "")]
    assert [one.what for one in Eye().look_alone(Made().changed(renamed), 12.0)] == [what]


def layered(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array(), D=pikepdf.Dictionary())


def test_a_file_with_layers_may_print_otherwise() -> None:
    """ISO 32000-1, 8.11.4.4: a layer may be there on the screen and not on paper."""
    what = "The file has layers: it may print otherwise than it shows."
    assert look(Made(), change=layered) == [(what, "")]
    assert [one.what for one in Eye().look_alone(Made().changed(layered), 12.0)] == [what]


PALE = rewritten(b"0.106 0.145 0.188 rg", b"0.9 g")


def test_a_word_that_cannot_be_read_is_named_and_the_others_are_counted() -> None:
    faint = "cannot be read: it has too little contrast with what is under it"
    assert look(Made(), change=PALE) == [(f"On page 1 “Clinic sheet” {faint}, and so are 2 more.", "")]
    assert [one.what for one in Eye().look_alone(Made().changed(PALE), 12.0)] == [
        f"On page 1 a text {faint}, and so are 2 more."
    ]
    found = look(Made(pages=2), change=rewritten(b"12 Tf", b"11 Tf", page=1))
    assert found == [("On page 2 “Clinic sheet” is smaller than 12 pt, and so are 2 more.", "")]


def test_one_word_that_cannot_be_read_is_named_alone() -> None:
    small = (*paper.line(250, "", paper.run("sheet", size=9)),)
    assert look(Made(more=small)) == [("On page 1 “sheet” is smaller than 12 pt.", "")]
    small += (*paper.line(270, "", paper.run("Clinic", size=9)),)
    assert look(Made(more=small)) == [("On page 1 “sheet” is smaller than 12 pt, and so are 1 more.", "")]


def test_a_large_print_sheet_has_larger_letters() -> None:
    made = Made()
    made.own = replace(made.own, style="large-print")
    assert look(made) == [("On page 1 “Clinic sheet” is smaller than 18 pt, and so are 2 more.", "")]


@pytest.mark.parametrize(
    ("words", "named"), [("Zed Quark", "a text"), ("Quark", "a text"), ("Clinic Zed", "a text"), ("sheet", "“sheet”")]
)
def test_a_patients_own_words_are_never_named(words: str, named: str) -> None:
    patient = Title(text=Text(Kind.TITLE, (Inline(Private("Zed Quark", "name")),)))
    small = (*paper.line(250, "", paper.run(words, size=9)),)
    found = look(Made(more=small, blocks=(patient,)))
    assert (f"On page 1 {named} is smaller than 12 pt.", "") in found
    assert not any("Quark" in what for what, _ in found)


def test_another_picture_in_the_place_of_a_drawing_is_a_finding() -> None:
    what = ("The picture “A cat.” does not look like its drawing.", "cat.alt")
    assert look(Made(), {"cat": DOG}) == [what]
    assert look(Made(pages=2), {"cat": DOG}) == [what]
    assert look(Made(pages=2), RIGHT) == []


def test_a_photograph_of_the_clinics_is_there_and_not_compared() -> None:
    assert look(Made(), {"cat": PHOTO}) == []


def test_where_nobody_knows_the_drawings_nothing_is_said_of_them() -> None:
    assert look(Made(pictures=(("A cat.", CAT), ("A dog.", DOG)))) == []


MISSING = ("The picture “A cat.” is not to be seen.", "cat.alt")
STRANGE = ("Page 1 shows a picture that the manuscript does not name.", "")


def test_a_picture_that_is_not_painted_is_not_to_be_seen() -> None:
    assert look(Made(), RIGHT, change=rewritten(b"/X1 Do", b"")) == [MISSING]


def test_a_picture_that_is_alone_on_its_page_is_to_be_seen() -> None:
    made, name = Made(), "exercise/cat-cow/picture"
    tree = (Tag("exercise/cat-cow", "Sect", (Tag(name, "Figure", alt="A cat."),)),)
    made.data = write(replace(paper.one_page(PictureItem(60, 100, CAT, name), tree=tree), **A6))
    assert not any("picture" in what for what, _ in look(made, RIGHT))


def test_a_picture_without_a_drawing_is_not_to_be_seen() -> None:
    assert look(Made(), {}) == [MISSING, STRANGE]


def test_a_picture_that_says_something_else_is_not_to_be_seen() -> None:
    assert look(Made(pictures=(("A dog.", CAT),)), RIGHT) == [MISSING, STRANGE]


def test_a_picture_more_than_the_manuscript_names_is_a_finding() -> None:
    assert look(Made(pictures=(("A cat.", CAT), ("A dog.", CAT))), RIGHT) == [STRANGE]
    assert look(Made(places=()), RIGHT) == [STRANGE]
    assert look(Made(pages=2, places=()), RIGHT) == [(STRANGE[0].replace("1", "2"), "")]


def test_a_picture_that_is_painted_twice_in_one_place_is_one_too_many() -> None:
    assert look(Made(), RIGHT, change=rewritten(b"/X1 Do", b"/X1 Do /X1 Do")) == [STRANGE]


def test_two_places_of_one_text_have_a_picture_each() -> None:
    both = (("A cat.", CAT), ("A cat.", DOG))
    places = (place(), place(name="dog"))
    assert look(Made(pictures=both, places=places), {"cat": CAT, "dog": DOG}) == []
    assert look(Made(pictures=both[:1], places=places), {"cat": CAT, "dog": DOG}) == [
        ("The picture “A cat.” is not to be seen.", "dog.alt")
    ]
    assert [path for _, path in look(Made(pictures=both, places=places), {"cat": DOG, "dog": CAT})] == [
        "cat.alt", "dog.alt",
    ]  # fmt: skip


def elsewhere(name: str) -> Made:
    """The picture's element belongs to something else."""
    item = PictureItem(60, 100, CAT, name)
    return Made(pictures=(), more=(item,), leaves=(Tag(name, "Figure", alt="A cat."),))


@pytest.mark.parametrize("name", ["exercise/cat/picture", "exercise/cat-cow-twist/picture", "masthead/picture"])
def test_a_picture_of_something_else_is_not_the_exercises(name: str) -> None:
    assert look(elsewhere(name), RIGHT) == [MISSING, STRANGE]


@pytest.mark.parametrize(
    ("name", "found"),
    [("masthead/logo", []), ("exercise/cat-cow/logo", ["The picture “Hill” is not to be seen.", STRANGE[0]])],
)
def test_a_clinics_logo_stands_outside_the_exercises(name: str, found: list[str]) -> None:
    item = PictureItem(60, 100, CAT, name)
    made = Made(pictures=(), places=(), more=(item,), leaves=(Tag(name, "Figure", alt="Hill"),))
    masthead = Masthead(name=None, logo=Logo(ref="logo", alt="Hill"))
    made.own = replace(made.own, blocks=(*made.own.blocks, masthead))
    assert [what for what, _ in look(made, {"logo": CAT})] == found


def test_a_symbol_that_looks_otherwise_is_named() -> None:
    white = replace(SIGNAL, shapes=(replace(SIGNAL.shapes[0], fill="#ffffff"),))
    assert look(Made(symbols=(white,)), symbols=SYMBOLS) == [
        ("On page 1 the symbol “signal” does not look like its drawing.", "")
    ]


def test_a_drawing_that_is_none_of_the_sheets_is_a_finding() -> None:
    what = "shows a drawing that is none of the sheet's."
    assert look(Made(symbols=(BENT,)), symbols=SYMBOLS) == [(f"Page 1 {what}", "")]
    assert look(Made(symbols=(BENT,), pages=2), symbols=SYMBOLS) == [(f"Page 2 {what}", "")]
    assert look(Made(symbols=(BENT,))) == []


def test_a_part_of_the_panel_without_its_symbol_and_bar_is_a_finding() -> None:
    read = back.read(back.Line("safety/stop/1", "Stop.", foot=100.0))
    found = look(Made(), symbols=SYMBOLS, read=read)
    lacks = "the part “stop” of the safety panel lacks its"
    assert found[:2] == [(f"On page 1 {lacks} {lack}.", "safety.stop") for lack in ("symbol", "bar")]
    over = back.read(back.Line("safety/stop/1", "Stop.", page=1, foot=100.0))
    found = look(Made(pages=2), symbols=SYMBOLS, read=over)
    assert found[:2] == [(f"On page 2 {lacks} {lack}.", "safety.stop") for lack in ("symbol", "bar")]
    assert not any("panel" in what for what, _ in look(Made(), read=read))


def spoken(*lines: back.Line, blocks: tuple[ManuscriptBlock, ...]) -> list[str]:
    """What is said of a file that reads so, against these blocks."""
    made = Made(pictures=(), places=())
    made.own = replace(made.own, blocks=blocks, running=script.running("Clinic sheet", ""))
    return [what for what, _ in look(made, read=back.read(*lines))]


MORE = "letters or digits are on the pages that the manuscript does not say."
LESS = "letters or digits of the manuscript are not on the pages."


def test_letters_are_counted_against_the_manuscript() -> None:
    blocks = (script.title("Go on"),)
    assert spoken(back.Line("title", "Go on"), blocks=blocks) == []
    assert spoken(back.Line("title", "Go one"), blocks=blocks) == [f"1 {MORE}"]
    assert spoken(back.Line("title", "Go"), blocks=blocks) == [f"2 {LESS}"]


def test_the_number_of_an_exercise_and_of_a_row_is_its_own_text() -> None:
    exercise = replace(script.exercise("Cat", "Kneel."), number="3")
    row = replace(script.row(Kind.CELL, "Cat"), number="3")
    one = (back.Line("exercise/cat-cow", "3 Cat Kneel."),)
    assert spoken(*one, blocks=(exercise,)) == []
    assert spoken(back.Line("plan", "3 Cat"), blocks=(script.plan(row),)) == []
    assert spoken(back.Line("plan", "Cat"), blocks=(script.plan(row),)) == [f"1 {LESS}"]


def test_the_letter_of_a_panels_line_is_a_label_and_no_text() -> None:
    line = replace(script.line("leg", "Stop it."), label="A")
    panel = script.panel("Your safety", script.part("stop", line))
    words = (back.Line("safety/title", "Your safety"), back.Line("safety/stop/1", "Stop it."))
    assert spoken(*words, blocks=(panel,)) == []
    entry = Text(Kind.FOR, inlines_of("Ann"), label="For:", path="for")
    assert spoken(back.Line("patient", "For: Ann"), blocks=(Title(text=entry),)) == []


def test_what_stands_outside_the_text_is_made_of_the_words_given_for_it() -> None:
    blocks = (script.title("Go on"),)
    said = (back.Line("title", "Go on"),)
    assert spoken(*said, back.Line("", "Clinic sheet"), blocks=blocks) == []
    assert spoken(*said, back.Line("", "Go on"), blocks=blocks) == [
        "Page 1 has words outside the text that are not its own."
    ]


def test_a_page_found_right_is_known_again_and_a_wrong_one_is_not() -> None:
    made, eye = Made(pages=2), Eye()
    assert look(made, RIGHT, SYMBOLS, eye=eye) == []
    assert len(eye._right) == 2
    assert look(made, RIGHT, SYMBOLS, eye=eye) == []
    assert len(eye._right) == 2
    wrong = look(made, RIGHT, SYMBOLS, eye=eye, change=rewritten(b"12 Tf", b"11 Tf", page=1))
    assert len(wrong) == 1
    assert len(eye._right) == 2
    anew, small = Eye(), rewritten(b"12 Tf", b"11 Tf", page=1)
    assert look(made, eye=anew, change=small) == look(made, eye=anew, change=small) != []


@pytest.mark.parametrize(
    ("pictures", "symbols", "style"),
    [({"cat": DOG}, {"bent": BENT}, "standard"), (RIGHT, SYMBOLS, "standard"), (RIGHT, {"bent": BENT}, "large-print")],
)
def test_a_page_held_against_something_else_is_looked_at_anew(
    pictures: dict[str, Picture], symbols: dict[str, Drawing], style: str
) -> None:
    made, eye = Made(symbols=(BENT,)), Eye()
    assert look(made, RIGHT, {"bent": BENT}, eye=eye) == []
    made.own = replace(made.own, style=style)
    assert look(made, pictures, symbols, eye=eye) != []


def test_a_page_whose_panel_stands_elsewhere_is_looked_at_anew() -> None:
    made, eye = Made(), Eye()
    assert look(made, RIGHT, SYMBOLS, eye=eye) == []
    read = back.read(back.Line("safety/stop/1", "Stop.", foot=100.0))
    assert any("lacks its bar" in what for what, _ in look(made, RIGHT, SYMBOLS, eye=eye, read=read))


def test_a_page_seen_without_its_drawings_is_looked_at_anew_with_them() -> None:
    made, eye = Made(), Eye()
    assert look(made, eye=eye) == []
    assert look(made, {"cat": DOG}, eye=eye) != []
    assert look(made, {"cat": DOG}, SYMBOLS, eye=eye) != []


def patterned(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources["/Pattern"] = pikepdf.Dictionary()


def test_a_page_with_resources_that_are_not_ours_is_looked_at_each_time() -> None:
    eye = Eye()
    assert look(Made(), eye=eye, change=patterned) == []
    assert not eye._right


def test_no_more_pages_are_kept_than_may_be() -> None:
    eye = Eye(most=1)
    assert look(Made(pages=2), eye=eye) == []
    assert len(eye._right) == 1


def test_a_file_with_stand_ins_is_known_beyond_a_run_and_a_patients_is_not() -> None:
    memory, made = Memory(), Made()
    assert look(made, RIGHT, eye=Eye(remembered=memory)) == []
    assert not memory.keys
    assert look(made, RIGHT, eye=Eye(remembered=memory), stand_ins=True) == []
    pages = [key for key in memory.keys if not key.startswith(b"font")]
    assert len(pages) == 1
    again = Eye(remembered=memory)
    assert look(made, RIGHT, eye=again, stand_ins=True) == []
    assert not again._right
    anew = Eye(remembered=memory)
    assert look(made, RIGHT, eye=anew) == []
    assert len(anew._right) == 1
    memory.keys.clear()
    small = rewritten(b"12 Tf", b"11 Tf")
    assert len(look(made, RIGHT, eye=Eye(remembered=memory), stand_ins=True, change=small)) == 1
    assert all(key.startswith(b"font") for key in memory.keys)
    assert look(made, RIGHT, eye=Eye(), stand_ins=True) == []  # without a memory


def test_the_symbols_of_a_theme_are_read_once_and_those_of_few_themes_are_kept() -> None:
    eye, made = Eye(), Made()
    for _ in range(2):
        assert look(made, symbols=SYMBOLS, eye=eye) == []
    assert len(eye._atlases) == 1
    for number in range(9):
        assert look(made, symbols={f"signal-{number}": SIGNAL}, eye=eye) == []
    assert len(eye._atlases) == 8
    assert look(made, eye=eye) == []
