"""A library made for version 0.1.0 is reduced to what is its own, and shipped corrections reach it again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handout.authoring.migrate import changed_since, flat, migrate_library
from handout.content import load, shipped_root
from handout.errors import UsageError, errors_of
from handout.source import plain, read

ROOT = shipped_root()
SAFETY, WORDS = "handouts/safety/safety.yaml", "handouts/safety/en.yaml"
OLD_WORDS = """\
lines:
  hot-knee:
    full: your knee is hot and red
    short: a hot knee
  lung-clot:
    full: you cough up blood
    short: you cough blood
  both-legs:
    full: both your legs feel odd
    short: odd legs
  blood:
    full: take blood thinners or bleed easily
conditions:
  knee-locks: have a knee that locks
signed:
  - {name: Ida Invented, role: doctor, date: 2026-11-20, words: "abc"}
"""


def put(folder: Path, file: str, text: str) -> None:
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, "utf-8")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A whole copy of the shipped facts with two entries of the clinic's own, and words of both kinds."""
    text = (ROOT / SAFETY).read_text("utf-8")
    text = text.replace("  today: [", "  today: [hot-knee, ", 1)
    locks = "  knee-locks: {said_by: card, flag: locks, sources: [X1]}\n"
    text = text.replace("\nconditions:\n", f"\nconditions:\n{locks}", 1)
    text = text.replace("\nsigns:\n", "\nsigns:\n  hot-knee: {sources: [X1]}\n", 1)
    put(tmp_path, SAFETY, text)
    put(tmp_path, WORDS, OLD_WORDS)
    put(tmp_path, "handouts/sources.yaml", (ROOT / "handouts/sources.yaml").read_text("utf-8") + "X1: {cite: Ours}\n")
    put(tmp_path, "handouts/equipment/equipment.yaml", (ROOT / "handouts/equipment/equipment.yaml").read_text("utf-8"))
    return tmp_path


def test_what_is_shipped_goes_and_what_is_the_clinics_own_stays(old: Path) -> None:
    done = migrate_library(old)
    assert plain(read(old / SAFETY)) == {
        "conditions": {"knee-locks": {"said_by": "card", "flag": "locks", "sources": ["X1"]}},
        "lines": {"today": ["hot-knee"]},
        "signs": {"hot-knee": {"sources": ["X1"]}},
    }
    assert flat(read(old / WORDS)) == {
        "lines.hot-knee": "your knee is hot and red",
        "lines.both-legs": "both your legs feel odd",
        "conditions.knee-locks": "have a knee that locks",
    }
    assert plain(read(old / "handouts/sources.yaml")) == {"X1": {"cite": "Ours"}}
    assert not (old / "handouts/equipment/equipment.yaml").exists()
    assert done.removed == ["handouts/equipment/equipment.yaml"]
    assert done.kept == [f"{WORDS}: lines.both-legs: both your legs feel odd"]
    assert done.gone == [f"{WORDS}: lines.lung-clot: you cough up blood"]
    assert "short" not in (old / WORDS).read_text("utf-8")


def test_the_library_that_is_left_reads_and_wants_a_clinician_for_what_it_rewords(old: Path) -> None:
    migrate_library(old)
    library, findings = load((ROOT, old), tags=["en"])
    (refusal,) = errors_of(findings)  # a clinician must answer for the rewording
    assert "approvals.yaml" in str(refusal)
    assert "hot-knee" in library.safety.signs
    assert [one.now for one in library.reworded] == ["both your legs feel odd"]


def test_signatures_are_kept_as_records_that_approve_nothing(old: Path) -> None:
    assert migrate_library(old).signatures == 1
    record = {"file": WORDS, "by": {"name": "Ida Invented", "role": "doctor"}, "date": "2026-11-20", "words": "abc"}
    assert plain(read(old / "approvals.yaml")) == {"earlier": [record]}


def test_a_library_is_told_when_the_shipped_safety_words_changed_since(old: Path) -> None:
    migrate_library(old)
    assert [*changed_since(old)] == []
    put(old, "library.yaml", 'version: "0.2.0"\nsafety: "000000"\n')
    (notice,) = changed_since(old)
    assert "have changed since" in notice.what


def test_a_folder_that_is_no_library_and_one_that_moved_on_are_left_alone(old: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no library"):
        migrate_library(tmp_path / "handouts" / "safety")
    migrate_library(old)
    with pytest.raises(UsageError, match="already"):
        migrate_library(old)


def test_the_hashes_of_version_0_1_0_know_its_texts() -> None:
    known = json.loads((Path(migrate_library.__code__.co_filename).parent / "shipped-0.1.0.json").read_text("utf-8"))
    assert len(known) == 31
    assert known[WORDS].keys() >= {"lines.blood", "conditions.pregnancy", "floor.up.wait"}
