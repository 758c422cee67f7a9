"""A manifest is written entry by entry, and is the same text as if it were written at once."""

from __future__ import annotations

import csv
import gc
import io
import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from handout.batch.manifest import _csv, _json


@pytest.mark.parametrize("count", [0, 1, 3])
def test_entries_one_by_one_are_the_list_as_json(count: int) -> None:
    rows = [{"order": n, "said": ["a\nb", "ü"], "doses": [{"exercise": "march", "sets": 2}]} for n in range(count)]
    assert b"".join(_json(rows)).decode() == json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def test_a_spreadsheet_reads_the_entries_as_they_are() -> None:
    rows: list[dict[str, Any]] = [{"order": 2, "said": "=1+1"}, {"order": 3, "said": 'a "b"; c', "doses": ["d"]}]
    text = b"".join(_csv(rows, ["order", "said", "doses"])).decode("utf-8-sig")
    assert text.count("\r\n") == 3
    assert [*csv.reader(io.StringIO(text))] == [
        ["order", "said", "doses"], ["2", "'=1+1", ""], ["3", 'a "b"; c', "d"],
    ]  # fmt: skip


def test_a_long_list_is_never_held_as_entries() -> None:
    def many() -> Iterator[dict[str, Any]]:
        for number in range(400):
            gc.collect(0)  # the encoder of json leaves rings behind
            yield {"order": number, "doses": [{"exercise": f"march-{number}-{n}", "sets": n} for n in range(40)]}

    tracemalloc.start()
    size = sum(map(len, _json(many())))
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 800_000
    assert held < 100_000
