from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from figure_boards import Board

from handout.errors import Place
from handout.figure import InkCache, Person, Storyboard, fingerprint, inking
from handout.figure.inking import ink


@pytest.fixture(scope="module")
def standing(board: Board) -> Storyboard:
    return board({"pose": {"base": "standing"}, "frames": {"a": {}, "b": {"mirror": "a"}}})


def test_a_stored_drawing_equals_the_inked_one(standing: Storyboard, people: dict[str, Person], tmp_path: Path) -> None:
    cache = InkCache(tmp_path)
    inked = cache.get(standing, people["ana"], "colour", 100)
    assert cache.get(standing, people["ana"], "colour", 100) == inked == ink(standing, people["ana"], "colour", 100)


def test_a_stored_drawing_is_not_inked_again(
    standing: Storyboard, people: dict[str, Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    InkCache(tmp_path).get(standing, people["ana"], "colour", 100)

    def refuse(*_: object) -> None:
        raise AssertionError("inked again")

    monkeypatch.setattr(inking, "ink_staged", refuse)
    assert "a" in InkCache(tmp_path).get(standing, people["ana"], "colour", 100)


@pytest.mark.parametrize("damage", [b"", b"x", b"flip", b"cut"])
def test_a_damaged_entry_is_redrawn_and_mended(
    standing: Storyboard, people: dict[str, Person], tmp_path: Path, damage: bytes
) -> None:
    cache = InkCache(tmp_path)
    inked = cache.get(standing, people["ana"], "mono", 100)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    middle = len(whole) // 2
    broken = {
        b"flip": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        b"cut": whole[:middle],
    }.get(damage, damage)
    entry.write_bytes(broken)
    assert cache.get(standing, people["ana"], "mono", 100) == inked
    assert entry.read_bytes() == whole


def test_nothing_but_whole_entries_is_left_in_the_folder(
    standing: Storyboard, people: dict[str, Person], tmp_path: Path
) -> None:
    InkCache(tmp_path / "new").get(standing, people["ana"], "colour", 100)
    assert [p.suffix for p in (tmp_path / "new").iterdir()] == [".ink"]


def test_a_folder_that_cannot_be_written_costs_only_time(
    standing: Storyboard, people: dict[str, Person], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert "a" in InkCache(tmp_path / "file").get(standing, people["ana"], "colour", 100)


def test_a_fingerprint_follows_pose_person_style_height_and_engine(
    standing: Storyboard, people: dict[str, Person], board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    prints = {
        fingerprint(standing, people["ana"], "colour", 128),
        fingerprint(standing, people["kofi"], "colour", 128),
        fingerprint(standing, people["ana"], "mono", 128),
        fingerprint(standing, people["ana"], "colour", 129),
        fingerprint(
            board({"pose": {"base": "standing", "neck": {"flex": 1}}, "frames": {"a": {}}}),
            people["ana"],
            "colour",
            128,
        ),
    }
    assert len(prints) == 5
    monkeypatch.setattr("handout.figure.cache.ENGINE", -1)
    assert fingerprint(standing, people["ana"], "colour", 128) not in prints


def test_a_fingerprint_does_not_follow_the_line_a_pose_is_written_on(
    standing: Storyboard, people: dict[str, Person]
) -> None:
    moved = replace(standing, frames=tuple(replace(f, place=Place("elsewhere", 99)) for f in standing.frames))
    assert fingerprint(moved, people["ana"], "colour", 128) == fingerprint(standing, people["ana"], "colour", 128)


def test_a_drawing_stamped_by_somebody_else_or_under_another_name_is_redrawn(
    standing: Storyboard, people: dict[str, Person], tmp_path: Path
) -> None:
    cache = InkCache(tmp_path)
    inked = {style: cache.get(standing, people["ana"], style, 100) for style in ("mono", "colour")}
    one, other = sorted(tmp_path.iterdir())
    whole = one.read_bytes(), other.read_bytes()
    content = whole[0][32:]
    one.write_bytes(hashlib.sha256(content).digest() + content)  # a plain checksum
    other.write_bytes(whole[0])
    for style, drawings in inked.items():
        assert cache.get(standing, people["ana"], style, 100) == drawings
    assert (one.read_bytes(), other.read_bytes()) == whole
