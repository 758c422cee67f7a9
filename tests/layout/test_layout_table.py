"""Columns of a table: they give way, never below their widest word."""

from __future__ import annotations

from handout.layout.blocks.table import column_widths


def test_a_column_is_never_narrower_than_its_widest_word_while_another_can_give_way() -> None:
    widths = column_widths([[100, 70], [100, 40]], 10, 140, [[30, 70], [30, 40]])
    assert widths == [60, 70]
