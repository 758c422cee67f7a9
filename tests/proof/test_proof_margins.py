"""Words keep the 3 mm from the edge that printers leave white, on each side."""

from __future__ import annotations

import pytest

from handout.proof.eye.legible import _within

PAGE = (0.0, 0.0, 595.0, 842.0)


@pytest.mark.parametrize("side", range(4))
@pytest.mark.parametrize(("from_edge", "right"), [(8.9, False), (9.1, True), (60.0, True)])
def test_words_near_an_edge(side: int, from_edge: float, *, right: bool) -> None:
    box = [100.0, 100.0, 200.0, 200.0]
    box[side] = from_edge if side < 2 else PAGE[side] - from_edge
    assert _within((box[0], box[1], box[2], box[3]), PAGE) is right
