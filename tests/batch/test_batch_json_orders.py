"""Orders as lines of JSON: what is an order, and what a line that is none is told."""

from __future__ import annotations

import json
from datetime import date

import pytest

from handout.batch.columns import Known
from handout.batch.json_orders import read_json_orders
from handout.errors import Private

KNOWN = Known(
    routines=["back"], exercises=["march"], flags=["unsteady"], languages=["en", "ar"], people=["ana"],
    today=date(2026, 11, 20),
)  # fmt: skip


def test_a_line_says_all_that_a_row_may_say() -> None:
    line = {
        "routine": ["back"], "language": "ar", "name": "Quillon Zebedee", "reference": "QZ-001", "born": "1975-02-01",
        "doses": {"march": {"duration_s": 60}}, "flags": ["unsteady"], "copies": 2, "side": None, "style": "mono",
    }  # fmt: skip
    roster = read_json_orders(b"\xef\xbb\xbf\n" + json.dumps(line).encode() + b"\r\n", "orders", KNOWN)
    (order,) = roster.orders
    assert (order.number, order.routines, order.language, order.copies, order.style) == (2, ("back",), "ar", 2, "mono")
    assert order.doses == {"march": {"duration_s": 60}}
    assert order.flags == ("unsteady",)
    assert order.patient is not None
    assert order.patient.name == Private("Quillon Zebedee", "name")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"[]", "line 1: is JSON, but no object"),
        (b'{"routine": "back", "routine": "back"}', "line 1: has a field twice"),
        (b'{"doses": {"march": {"hold_s": 1, "hold_s": 2}}}', "line 1: has a field twice"),
        (b'{"copies": NaN}', "line 1: holds NaN or Infinity, which is no number"),
        (b'{"routine": "\xff"}', "line 1: is not UTF-8"),
        (b"[" * 100_000, "line 1: is not JSON"),
        (b'{"routine": "back", "language": "en", "copies": "Quillon"}', "line 1, copies: this entry is not a number"),
        (b'{"routine": "back", "language": "en", "note": true}', "line 1, note: is not a value that this field holds"),
        (b'{"routine": "back", "language": "en", "nane": ""}', "line 1, order: has a field that is not known here"),
        (b'{"routine": "back", "language": "en", "name": "Quillon"}', "line 1, reference: is empty, but the row has"),
    ],
)
def test_a_line_that_is_no_order_says_why_and_shows_nothing(line: bytes, what: str) -> None:
    roster = read_json_orders(line + b"\n" + b'{"routine": "back", "language": "en"}', "orders", KNOWN)
    assert [order.number for order in roster.orders] == [2]
    (refusal,) = roster.refusals
    assert refusal.row == 1
    assert any(finding.what.startswith(what) for finding in refusal.findings), refusal
    assert "Quillon" not in str(refusal)


def test_two_equal_lines_are_two_orders() -> None:
    line = b'{"routine": "back", "language": "en"}\n'
    assert [order.number for order in read_json_orders(line + line, "orders", KNOWN).orders] == [1, 2]
