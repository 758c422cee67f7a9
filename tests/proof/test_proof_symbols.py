"""Symbols, pictograms and bars: each looks like its drawing, each part of the panel has its own, no other is there."""

from __future__ import annotations

from dataclasses import replace

import eye_sheets as script
import pytest
from test_proof_eye import Change

from handout.drawing import Drawing
from handout.proof.eye.glass import look_through
from handout.proof.eye.symbols import Atlas, is_shown, symbols_of

OCTAGON = rb"(q 1 0 0 -1 \S+ \S+ cm\n)1 0?\.82 0 rg\n0 0 0 RG\n1\.267 w.*?(Q\n)"
BAR = rb"(q 1 0 0 -1 \S+ \S+ cm\n)0?\.608 0?\.141 0?\.137 rg\n0\.00 0\.00 m\n5\.00 0\.00 l.*?(Q\n)"
LETTERS = b"0 g 60 60 m 60 90 l 64 90 l 64 78 l 74 90 l 79 90 l 68 76 l 80 60 l 75 60 l 65 73 l 64 72 l 64 60 l h f"


def dropped(pattern: bytes) -> Change:
    return script.rewritten(b"(?s)" + pattern, rb"\1\2")


SEEN: dict[str, tuple[Change, str]] = {
    "no octagon": (dropped(OCTAGON), "the part “stop” of the safety panel lacks its symbol"),
    "a white disc over the octagon": (
        script.painted(b"1 g 52 476 20 18 re f"),
        "the symbol “hand-octagon” does not look like its drawing",
    ),
    "a grey octagon": (
        script.rewritten(rb"1 0?\.82 0 rg\n0 0 0 RG\n1\.267 w", b"0.5 g\n0 0 0 RG\n1.267 w"),
        "the symbol “hand-octagon” does not look like its drawing",
    ),
    "no bar along get help now": (dropped(BAR), "the part “now” of the safety panel lacks its bar"),
    "letters drawn as paths": (script.painted(LETTERS), "Page 1 shows a drawing that is none of the sheet's"),
    "a pale handset": (
        script.rewritten(rb"0?\.608 0?\.141 0?\.137 rg\n0?\.608 0?\.141 0?\.137 RG", b"1 0.9 0.9 rg\n1 0.9 0.9 RG"),
        "the symbol “handset” does not look like its drawing",
    ),
}


@pytest.mark.parametrize("name", SEEN)
def test_a_symbol_that_is_gone_or_another_is_seen(name: str) -> None:
    change, what = SEEN[name]
    one = script.sheet()
    found = script.said(one, script.changed(one[0], change))
    assert any(what in line for line in found), found


@pytest.mark.parametrize("number", [1, 2])
def test_drawings_that_are_none_of_the_sheets_are_counted(number: int) -> None:
    pdf, *_ = script.sheet()
    made = script.changed(
        pdf, script.painted(b"\n".join(b"q 1 0 0 1 0 %d cm %s Q" % (40 * n, LETTERS) for n in range(number)))
    )
    ((glass, _), *_) = look_through(made)
    assert symbols_of(glass, Atlas(script.shipped().theme("standard").icons))[1] == number


def _without(drawing: Drawing, stroke: int) -> Drawing:
    return replace(drawing, shapes=drawing.shapes[:stroke] + drawing.shapes[stroke + 1 :])


def test_no_stroke_of_a_symbol_can_be_missing_and_no_pictogram_be_another() -> None:
    """Every symbol of two styles, on every page, against itself and against itself with a stroke less."""
    for style in ("standard", "large-print"):
        atlas = Atlas(script.shipped().theme(style).icons)
        names: set[str] = set()
        for glass, _ in look_through(script.sheet("en", style)[0]):
            symbols, strange = symbols_of(glass, atlas)
            assert not strange
            for symbol in symbols:
                drawing = atlas.drawings[symbol.name]
                names.add(symbol.name)
                assert is_shown(glass, symbol, drawing), symbol.name
                other = atlas.drawings["floor.down-lie" if symbol.name != "floor.down-lie" else "floor.down-kneel"]
                assert not is_shown(glass, symbol, other), symbol.name
                few = range(len(drawing.shapes)) if len(drawing.shapes) < 6 else ()
                assert not any(is_shown(glass, symbol, _without(drawing, stroke)) for stroke in few), symbol.name
        assert {"hand-octagon", "warning-triangle", "handset", "speech-question", "both-legs"} <= names
