"""What a font of the file draws is what it says: digits exchanged in its outlines, or in its table, are seen."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import eye_sheets as script
import pikepdf
import pytest

from handout.errors import Private
from handout.pdf.baking import font_of, tables_of
from handout.prescription import Patient
from handout.proof import proof_alone
from handout.proof.eye.letters import Letters, codes_of

SAID = "letters or digits (2, 5) are drawn otherwise than they read"


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [font for _, font in pdf.pages[0].Resources.Font.items() if font.BaseFont != "/?"]


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


@pytest.mark.parametrize("change", [by_table, by_outline])
def test_digits_exchanged_in_a_font_are_seen_with_the_manuscript_and_alone(
    change: Callable[[pikepdf.Pdf], None],
) -> None:
    one = script.sheet()
    data = script.changed(one[0], change)
    assert any(SAID in line for line in script.said(one, data))
    assert any(SAID in finding.what for finding in proof_alone(data))


def test_letters_of_another_face_are_seen() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        regular = next(font for font in fonts(pdf) if str(font.BaseFont).endswith("NotoSans-Regular"))
        regular.BaseFont = pikepdf.Name("/ABCDEF+Comic-Regular")

    found = script.said(script.sheet(), script.changed(script.sheet()[0], change))
    assert any("The font ABCDEF+Comic-Regular is none that handout prints with" in line for line in found)


NAMES = (
    "রহিম উদ্দিন", "محمد عليّ لا", "דוד שָׁלוֹם", "ஸ்ரீ கௌசல்யா", "น้ำผึ้ง ปู่ย่า", "ស្រី ក្រុង", "田中さくら", "김철수", "कृष्ण र्क",
)  # fmt: skip


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_names_of_many_scripts_are_no_false_alarm(tag: str) -> None:
    """Also a name in a third script on a right-to-left page, whose words readers turn round."""
    patient = Patient(Private(NAMES[tag == "en"], "name"), Private("R-1", "reference"))
    order = replace(script.order(tag), patient=patient, note=Private(", ".join(NAMES), "note"))
    assert script.said(script.sheet_of(script.shipped(), order)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_another_script_alone_is_no_false_alarm(name: str) -> None:
    for tag in ("en", "ar"):
        patient = Patient(Private(name, "name"), Private("R-1", "reference"))
        order = replace(script.order(tag), patient=patient)
        assert script.said(script.sheet_of(script.shipped(), order)) == []


def test_a_font_found_right_is_not_looked_at_twice() -> None:
    letters = Letters()
    with pikepdf.open(io.BytesIO(script.sheet()[0])) as pdf:
        assert [*letters.look(pdf)] == []
        known = len(letters._right)
        assert known > 100
        assert [*letters.look(pdf)] == []
        assert len(letters._right) == known
