"""What a font of the file draws is what it says: digits exchanged in its outlines, or in its table, are seen."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from itertools import pairwise

import pdf_specimens as specimen
import pikepdf
import pytest
from eye_made import Memory

from handout.layout.pages import Tag
from handout.pdf import write
from handout.pdf.baking import font_of, tables_of
from handout.proof.eye.letters import Letters, Outline, codes_of, drawn_by, same
from handout.text.types import GlyphRun

LATIN = "Pain at 25: fl\u00fcssig office"
ARABIC = {"face": "noto-sans-arabic", "direction": "rtl", "language": "ar"}
Change = Callable[[pikepdf.Pdf], None]


def file(*runs: GlyphRun, language: str = "en") -> bytes:
    """A page with these words, as it is written for print."""
    return write(specimen.one_page(*specimen.line(100, "p", *runs), tree=(Tag("p", "P"),), language=language))


def found(data: bytes, change: Change | None = None, letters: Letters | None = None) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if change is not None:
            change(pdf)
        return [*(letters or Letters()).look(pdf)]


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [font for _, font in pdf.pages[0].Resources.Font.items()]


def inner(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return fonts(pdf)[0].DescendantFonts[0]


def _glyphs(font: pikepdf.Object) -> dict[str, int]:
    """The glyph of each text of a font."""
    inner = font.DescendantFonts[0]
    return dict(codes_of(inner.CIDToGIDMap.read_bytes(), font.ToUnicode.read_bytes()))


def by_table(pdf: pikepdf.Pdf) -> None:
    """2 and 5 change places in the table from codes to glyphs."""
    for font in fonts(pdf):
        glyphs, inner = _glyphs(font), font.DescendantFonts[0]
        if {"2", "5"} <= set(glyphs):
            table = inner.CIDToGIDMap.read_bytes()
            places = [*struct.unpack(f">{len(table) // 2}H", table)]
            swap = {glyphs["2"]: glyphs["5"], glyphs["5"]: glyphs["2"]}
            inner.CIDToGIDMap.write(struct.pack(f">{len(places)}H", *(swap.get(one, one) for one in places)))


def by_outline(pdf: pikepdf.Pdf) -> None:
    """The outlines of 2 and 5 change places in the font program, as long as they are."""
    for font in fonts(pdf):
        glyphs, program = _glyphs(font), font.DescendantFonts[0].FontDescriptor.FontFile2
        if {"2", "5"} <= set(glyphs):
            tables = tables_of(program.read_bytes())
            wide = struct.unpack_from(">h", tables["head"], 50)[0]
            form, times = ("L", 1) if wide else ("H", 2)
            count = len(tables["loca"]) // struct.calcsize(form)
            places = [times * one for one in struct.unpack(f">{count}{form}", tables["loca"])]
            parts = [tables["glyf"][a:b] for a, b in pairwise(places)]
            one, other = glyphs["2"], glyphs["5"]
            parts[one], parts[other] = parts[other], parts[one]
            ends = [sum(map(len, parts[:index])) // times for index in range(count)]
            tables |= {"glyf": b"".join(parts), "loca": struct.pack(f">{count}{form}", *ends)}
            program.write(font_of(tables))


SAID = "are drawn otherwise than they read"


@pytest.mark.parametrize("change", [by_table, by_outline])
@pytest.mark.parametrize("weight", [400, 700])
def test_digits_exchanged_in_a_font_are_seen(change: Change, weight: int) -> None:
    data = file(specimen.run(LATIN, weight=weight))
    style = {400: "Regular", 700: "Bold"}[weight]
    assert found(data) == []
    assert found(data, change) == [f"In the font NotoSans-{style} 2 letters or digits (2, 5) {SAID}"]


def renamed(name: str) -> Change:
    return lambda pdf: fonts(pdf)[0].__setitem__("/BaseFont", pikepdf.Name(name))


@pytest.mark.parametrize("name", ["ABCDEF+Comic-Regular", "NotoSans-Regular", "ABCDEF+NotoSans-Italic", "F"])
def test_a_font_of_another_name_is_none_of_ours(name: str) -> None:
    assert found(file(specimen.run("a")), renamed(f"/{name}")) == [
        f"The font {name} is none that handout prints with"
    ]


def test_a_font_without_a_name_is_none_of_ours() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del fonts(pdf)[0]["/BaseFont"]

    assert found(file(specimen.run("a")), change) == ["The font ? is none that handout prints with"]


def test_a_regular_font_that_says_it_is_bold_is_drawn_otherwise() -> None:
    data = file(specimen.run("able"))
    assert found(data, renamed("/ABCDEF+NotoSans-Bold")) == [
        f"In the font NotoSans-Bold 4 letters or digits {SAID}"
    ]


def entry(of: Callable[[pikepdf.Pdf], pikepdf.Object], key: str, value: object) -> Change:
    return lambda pdf: of(pdf).__setitem__(key, value)


def mapped(old: bytes, new: bytes) -> Change:
    """Its map from codes to texts with a piece replaced."""

    def change(pdf: pikepdf.Pdf) -> None:
        said = fonts(pdf)[0].ToUnicode
        was = said.read_bytes()
        assert old in was
        said.write(was.replace(old, new))

    return change


STRANGE: dict[str, Change] = {
    "a simple font": entry(lambda pdf: fonts(pdf)[0], "/Subtype", pikepdf.Name.TrueType),
    "another encoding": entry(lambda pdf: fonts(pdf)[0], "/Encoding", pikepdf.Name("/Identity-V")),
    "outlines of another kind": entry(inner, "/Subtype", pikepdf.Name.CIDFontType0),
    "no table": entry(inner, "/CIDToGIDMap", pikepdf.Name.Identity),
    "no program": entry(lambda pdf: inner(pdf).FontDescriptor, "/FontFile2", pikepdf.Name.Identity),
    "nothing inside": entry(lambda pdf: fonts(pdf)[0], "/DescendantFonts", pikepdf.Array()),
    "no map": lambda pdf: fonts(pdf)[0].__delitem__("/ToUnicode"),
    "a map of ranges": mapped(b"beginbfchar", b"beginbfrange"),
    "a code that the eye does not read": mapped(b"<0001> <0061>\n", b"<0001> <0061>"),
    "a code of one byte": mapped(b"<0001> <0061>", b"<01> <0061>"),
    "a text that is none": mapped(b"<0001> <0061>", b"<0001> <>"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_font_of_another_make_is_none_of_ours(name: str) -> None:
    ((_, what),) = enumerate(found(file(specimen.run("ab")), STRANGE[name]))
    assert what.endswith("+NotoSans-Regular is none that handout prints with")


def turned(pdf: pikepdf.Pdf) -> None:
    """Every code draws what the next one should."""
    table = inner(pdf).CIDToGIDMap
    places = table.read_bytes()
    table.write(places[:2] + places[4:] + places[2:4])


@pytest.mark.parametrize(
    ("text", "said"),
    [("abc", "3 letters"), ("abcdefghijklmnopqrs", "19 letters"), ("abcdefghijklmnopqrstuv", "20 or more letters")],
)
def test_no_more_than_twenty_wrong_letters_are_looked_for(text: str, said: str) -> None:
    assert found(file(specimen.run(text)), turned) == [f"In the font NotoSans-Regular {said} or digits {SAID}"]


WORDS = (
    specimen.run("\u0644\u0627 \u0645\u062d\u0645\u062f (5)", **ARABIC),
    specimen.run("\u0623\u0648\u0644\u064b\u0627", **ARABIC),
    specimen.run("(a)", face="noto-sans-arabic", direction="ltr", language="ar"),
    specimen.run("\u05d3\u05d5\u05d3 \u05e9\u05c1\u05b8", face="noto-sans-hebrew", direction="rtl", language="he"),
    specimen.run("\u0915\u0943\u0937\u094d\u0923 \u0930\u094d\u0915", face="noto-sans-devanagari", language="hi"),
    specimen.run("\u0996\u09a1\u09cd\u0997", face="noto-sans-bengali", language="bn"),  # by a half letter of the name
    specimen.run("\u1786\u17d2\u179a\u17b8 \u1780", face="noto-sans-khmer", language="km"),
    specimen.run("\u7530\u4e2d", face="noto-sans-jp", language="ja"),
    specimen.run("Chronic", face="noto-sans-narrow"),
    specimen.run("\u2192\u2264", face="inter"),
)


@pytest.mark.parametrize("run", WORDS, ids=lambda run: f"{run.face}-{run.direction}")
def test_letters_that_change_with_their_neighbours_are_no_false_alarm(run: GlyphRun) -> None:
    assert found(file(run, language=run.language)) == []
    assert len(found(file(run, language=run.language), turned)) == 1


def test_a_hyphen_at_the_end_of_a_line_is_drawn_as_one() -> None:
    """It says a soft hyphen, and a file has it as the writer puts it there."""
    data = file(specimen.run("a-b"))
    assert found(data, mapped(b"<002D>", b"<00AD>")) == []
    assert found(data, mapped(b"<002D>", b"<005F>")) == [f"In the font NotoSans-Regular 1 letters or digits {SAID}"]


def test_a_table_gives_each_code_its_glyph_and_a_code_beyond_it_the_empty_one() -> None:
    table = struct.pack(">3H", 0, 258, 7) + b"9"
    said = b"2 beginbfchar\n<0001> <0041>\n<0002><00420043>\n<0003> <D83DDE00>\nendbfchar"
    assert [*codes_of(table, said)] == [("A", 258), ("BC", 7), ("\U0001f600", 0)]
    assert [*codes_of(table, b"<000A> <0041>\n<FFFF> <0042>\n")] == [("A", 0), ("B", 0)]


def test_a_font_of_cubic_curves_is_read_point_by_point() -> None:
    """Adobe's Technical Notes 5176 and 5177: an outline of its own kind must not hide what it draws."""

    def number(value: int) -> bytes:
        return b"\x1d" + struct.pack(">i", value)

    def index(*parts: bytes) -> bytes:
        ends = [1 + sum(map(len, parts[:count])) for count in range(len(parts) + 1)]
        return struct.pack(">HB", len(parts), 1) + bytes(ends) + b"".join(parts) if parts else b"\0\0"

    def top(letters: int) -> bytes:
        return index(number(letters) + b"\x11" + number(0) + number(letters) + b"\x12")

    steps = b"".join(b"\x1c" + struct.pack(">h", value) for value in (10, 20))
    curve = b"".join(b"\x1c" + struct.pack(">h", value) for value in (1, 2, 3, 4, 5, 6))
    head = b"\1\0\4\1" + index(b"A")
    start = len(head) + len(top(0)) + len(index() + index())
    outlines = head + top(start) + index() + index() + index(steps + b"\x15" + curve + b"\x08\x0e")
    tables = {"head": struct.pack(">H10xL2xH34x", 1, 0x5F0F3CF5, 2000), "maxp": struct.pack(">LH", 0x5000, 1)}
    program = font_of(tables | {"CFF ": outlines})
    assert [*drawn_by(program, [("a", 0)])] == [("a", ((0, 10), (0.5, 11), (2, 13), (4.5, 16), (0, 10), None))]


PLAIN: Outline = ((0.0, 0.0), (100.0, 50.0), None)


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (PLAIN, True),
        (((0.0, 0.0), (103.0, 47.0), None), True),
        (((0.0, 0.0), (103.1, 50.0), None), False),
        (((0.0, 0.0), (100.0, 53.1), None), False),
        (((0.0, 0.0), (100.0, 50.0), (0.0, 0.0)), False),
        (((0.0, 0.0), None, (100.0, 50.0)), False),
        (PLAIN[:2], False),
        ((*PLAIN, None), False),
        ((), False),
    ],
    ids=str,
)
def test_outlines_are_the_same_where_no_point_is_three_thousandths_off(other: Outline, alike: bool) -> None:
    assert same(PLAIN, other) is same(other, PLAIN) is alike


def test_a_font_found_right_is_not_looked_at_twice_and_a_wrong_one_is() -> None:
    data, letters = file(specimen.run(LATIN)), Letters()
    assert found(data, None, letters) == []
    known = len(letters._right)
    assert known == len({*LATIN} - {"f", "i"}) + 4  # letters, the ligatures, the font and what stands for no code
    assert found(data, None, letters) == []
    assert len(letters._right) == known
    assert found(data, by_table, letters) == found(data, by_table, letters) != []
    assert len(letters._right) == known


def test_a_font_is_remembered_beyond_a_run_where_it_is_right() -> None:
    data, memory = file(specimen.run("25")), Memory()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert [*Letters().look(pdf, memory)] == []
        assert len(memory.keys) == 1
        again = Letters()
        assert [*again.look(pdf, memory)] == []
        assert not again._right  # nothing was looked at
        by_table(pdf)
        assert len([*Letters().look(pdf, memory)]) == 1
    assert len(memory.keys) == 1


def test_no_more_letters_are_kept_than_may_be() -> None:
    letters = Letters(most=2)
    assert found(file(specimen.run("abc")), None, letters) == []
    assert len(letters._right) == 2
