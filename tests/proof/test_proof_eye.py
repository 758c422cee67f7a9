"""The eye looks at finished pages: what a reader could not read, or should not see there, is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import eye_sheets as script
import pikepdf
import pytest

from handout.errors import LayoutError, Private
from handout.prescription import Patient

Change = Callable[[pikepdf.Pdf], None]
WHOLE = b"0 0 596 842 re f"


def key(name: str, value: object) -> Change:
    """An entry put into page 1."""
    return lambda pdf: pdf.pages[0].obj.__setitem__(name, value)


def clipped(pdf: pikepdf.Pdf) -> None:
    script.rewritten(rb"\Aq\n", b"q 0 0 300 842 re W n\n")(pdf)


def see_through(pdf: pikepdf.Pdf) -> None:
    state = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.2)))
    pdf.pages[0].Resources.ExtGState = state.ExtGState
    script.rewritten(rb"\Aq\n", b"q /G gs\n")(pdf)


def boxed_figure(pdf: pikepdf.Pdf) -> None:
    """A black box in the place of the first figure."""
    pdf.pages[1].Resources.XObject["/X1"].write(b"0 0 200 200 re f")


def figures_exchanged(pdf: pikepdf.Pdf) -> None:
    """The first two figures change places."""
    forms = pdf.pages[1].Resources.XObject
    forms["/X1"], forms["/X2"] = forms["/X2"], forms["/X1"]


SEEN: dict[str, tuple[Change, str]] = {
    "a white box over the panel": (script.painted(b"1 g 40 300 500 200 re f"), "cannot be read: something covers it"),
    "a red box under the words": (script.painted(b"0.3 0.1 0.1 rg " + WHOLE, before=True), "too little contrast"),
    "white words": (
        script.rewritten(rb"0\.106 0\.145 0\.188 rg\n1 0 0 1", b"1 1 1 rg\n1 0 0 1"),
        "too little contrast",
    ),
    "invisible words": (script.rewritten(rb"\Aq\nBT\n", b"q\nBT\n3 Tr\n"), "not drawn as letters"),
    "words that only clip": (script.rewritten(rb"\Aq\nBT\n", b"q\nBT\n7 Tr\n"), "not drawn as letters"),
    "see-through words": (see_through, "see-through"),
    "words cut off": (clipped, "something covers it"),
    "words of a hair's width": (script.rewritten(rb"1 0 0 1 (\S+ \S+ Tm)", rb".01 0 0 1 \1"), "is squeezed"),
    "small words": (script.rewritten(rb"/F1 12 Tf", b"/F1 6 Tf"), "is smaller than 12 pt"),
    "all on one point": (script.rewritten(rb"1 0 0 1 \S+ \S+ Tm", b"1 0 0 1 100 400 Tm"), "stands on other words"),
    "off the paper": (script.rewritten(rb"1 0 0 1 42\.6 (\S+) Tm", rb"1 0 0 1 -42.6 \1 Tm"), "stands off the page"),
    "a page painted over": (script.painted(b"1 g " + WHOLE, (1, 2)), "On page 2"),
    "upside down": (key("/Rotate", 180), "is turned"),
    "a box for a figure": (boxed_figure, "does not look like its drawing"),
    "figures exchanged": (figures_exchanged, "does not look like its drawing"),
    "a figure painted over": (script.painted(b"1 g 300 60 260 700 re f", (2,)), "does not look like its drawing"),
}


@pytest.mark.parametrize("name", SEEN)
def test_what_is_done_to_a_finished_page_is_seen(name: str) -> None:
    change, what = SEEN[name]
    one = script.sheet()
    found = script.said(one, script.changed(one[0], change))
    assert any(what in line for line in found), found


WHOLE_SHEETS = [("en", "standard"), ("ar", "standard"), ("hi", "mono"), ("en", "large-print")]


@pytest.mark.parametrize(("tag", "style"), WHOLE_SHEETS)
def test_a_whole_sheet_is_no_false_alarm(tag: str, style: str) -> None:
    assert script.said(script.sheet(tag, style)) == []


THEMES = {
    "white on white": "colours: ink: '#ffffff'\ncolours: quiet: '#ffffff'\ncolours: accent: '#ffffff'",
    "pale": "colours: ink: '#b0b0b0'",
    "warning words in the colour of the band": "type: band: {size: 15, leading: 20, weight: 700, colour: warning}",
    "the call red on red": "type: call: {size: 15, leading: 20, weight: 700, colour: warning}",
    "white stamp": "type: stamp: {size: 12, leading: 15, weight: 700, colour: paper}",
    "white cards": "type: card_name: {size: 16, leading: 20, weight: 700, colour: paper}",
    "an icon over the panel": "safety: icon: 900",
    "a bar over the panel": "safety: bar: 600",
    "the foot's rule over everything": "page: foot_rule: 1400",
    "columns on each other": "safety_tight: gutter: -400",
    "the panel over the title": "gap: safety: -200",
    "off the foot of the page": "page: foot: -500",
    "letters on each other": "type: band: {size: 15, leading: 20, weight: 700, colour: paper, tracking: -14}",
    "no margin": "page: margin: 2",
    "tiny captions": "type: caption: {size: 4, leading: 5, weight: 400, colour: ink}",
    "tiny sources": "type: sources: {size: 1, leading: 2, weight: 400, colour: quiet}",
}


@pytest.mark.parametrize("name", THEMES)
def test_no_theme_prints_a_sheet_that_cannot_be_read(name: str) -> None:
    try:
        one = script.sheet_of(script.themed(THEMES[name]))
    except LayoutError:
        return  # refused before there was a page
    assert script.said(one) != []


def test_a_finding_never_repeats_a_patients_words() -> None:
    order = replace(script.order("en"), patient=Patient(Private("Zebulon Quark", "name"), Private("Q-7", "reference")))
    one = script.sheet_of(script.shipped(), order)
    found = script.said(one, script.changed(one[0], SEEN["white words"][0]))
    assert found
    assert not any("Zebulon" in line or "Quark" in line for line in found)


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
