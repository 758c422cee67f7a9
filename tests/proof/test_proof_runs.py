"""The objects of a print job's documents are told apart by their numbers alone."""

from __future__ import annotations

import pytest

from handout.proof.runs import run_of

FIRST, END = 10_700, 11_500


def moved(text: bytes, base: int = 11_500) -> bytes:
    return run_of(text, FIRST, END, (0,), 0).moved(base)


def test_its_own_numbers_move_and_no_other() -> None:
    assert moved(b"<</P   10702 0 R/Pg   11499 0 R/Obj 42 0 R>>") == b"<</P   11502 0 R/Pg   12299 0 R/Obj 42 0 R>>"
    assert moved(b"[  10699   11500 10702.5]") == b"[  10699   11500 10702.5]"
    assert moved(b"[  10702  10703]") == b"[  11502  11503]"


def test_a_number_in_a_text_is_words_but_for_that_of_an_id() -> None:
    assert moved(b"/T(Room   10702)/Alt<10702A>") == b"/T(Room   10702)/Alt<10702A>"
    assert moved(b"/ID(00107:safety)") == b"/ID(00115:safety)"
    assert moved(b"/ID(00108:safety)") == b"/ID(00108:safety)"


@pytest.mark.parametrize("text", [b"10702 0 R", b"/P 10702 0 R", b"/P  x10702 0 R", b"  10702 10703 0 R"])
def test_a_number_without_room_for_a_wider_one_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="another width"):
        moved(text)
