"""What changed between two editions of a sheet, from their records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handout.authoring.diff import differences
from handout.errors import ContentError


def record(**change: Any) -> dict[str, Any]:
    dose = {"repetitions": 3, "times_a_day": 2, "per": "side"}
    return {
        "routine": "back",
        "version": "1.0.0",
        "language": "en",
        "exercises": [{"id": "march", "dose": dose, "version": "", "side": "", "picture": "a"}],
        "panel": {"ask": ["blood"], "stop": ["dizzy"]},
        "words": {"routines.back.title": "Ease a stiff back"},
        **change,
    }


def changes(folder: Path, **change: Any) -> list[str]:
    (folder / "aaaaaaaaaa.json").write_text(json.dumps(record()), "utf-8")
    (folder / "bbbbbbbbbb.json").write_text(json.dumps(record(**change)), "utf-8")
    return differences(folder, "aaaaaaaaaa", "BBBBBBBBBB")


def test_equal_records_differ_in_nothing(tmp_path: Path) -> None:
    assert changes(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": "1.1.0"}, "version: 1.0.0 -> 1.1.0"),
        ({"panel": {"ask": ["blood", "surgery"]}}, "safety panel, ask: now says surgery"),
        ({"panel": {"ask": []}}, "safety panel, ask: no longer says blood"),
        ({"words": {"routines.back.title": "Move"}}, "routines.back.title: “Ease a stiff back” -> “Move”"),
        ({"exercises": []}, "exercise left out: march"),
        (
            {"exercises": [{"id": "march", "dose": {"repetitions": 5, "times_a_day": 2, "per": "side"}}]},
            "march: 3 -> 5 repetitions",
        ),
        (
            {"exercises": [{"id": "march", "dose": {"duration_s": 60, "times_a_day": 2}, "version": "easier"}]},
            "march, version: usual -> easier",
        ),
        (
            {"exercises": [{"id": "march", "dose": {"repetitions": 3, "times_a_day": 2, "per": "way"}}]},
            "march: each side -> each way",
        ),
        ({"clinic": {"emergency": "112"}}, "clinic, emergency: - -> 112"),
    ],
)
def test_each_change_is_one_line_in_words(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    assert said in changes(tmp_path, **change)


@pytest.mark.parametrize("bad", ["cccccccccc", "../secret", "", "aaaaaaaaa/"])
def test_an_id_without_a_record_is_refused(tmp_path: Path, bad: str) -> None:
    (tmp_path / "aaaaaaaaaa.json").write_text(json.dumps(record()), "utf-8")
    with pytest.raises(ContentError, match="no record"):
        differences(tmp_path, "aaaaaaaaaa", bad)


def test_a_broken_record_is_told_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "aaaaaaaaaa.json").write_text("{", "utf-8")
    with pytest.raises(ContentError, match="broken"):
        differences(tmp_path, "aaaaaaaaaa", "aaaaaaaaaa")
