"""Nothing that stands in a library is passed over in silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handout.authoring.new import new_files
from handout.content import load, shipped_root
from handout.content.checks.exercises import BEGUN
from handout.errors import Finding, Severity, errors_of
from handout.source import parse, said

ROOT = shipped_root()
TWIST = "handouts/exercises/seated-twist"


def put(folder: Path, file: str, text: str = "id: x\n") -> Path:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def found(folder: Path) -> list[Finding]:
    return [one for one in load((ROOT, folder), tags=["en"])[1] if one.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("file", "what", "hint"),
    [
        ("handouts/packs/desk.yaml", "nothing reads the folder handouts/packs", "Packs stand in packs/"),
        ("handouts/routine/knee/routine.yaml", "nothing reads the folder handouts/routine", "“routines”"),
        ("Handouts/sources.yaml", "its name is handouts", "Name it handouts"),
        ("pack/desk.yaml", "nothing reads the folder pack", "“packs”"),
        ("mine/handouts/sources.yaml", "a library stands one folder too deep", "--library"),
        (f"{TWIST}/exercise.yml", "nothing reads this file", "Name it exercise.yaml."),
        (f"{TWIST}/EN.yaml", "nothing reads this file", "Move it"),
        (f"{TWIST}/old/exercise.yaml", "nothing reads this file", "Move it"),
        ("clinic.yml", "nothing reads this file", "Name it clinic.yaml."),
        ("handouts/notes.yaml", "nothing reads this file", "Move it"),
        ("handouts/safety/safety.yaml/x", "a folder stands where a file is looked for", "another name"),
    ],
)
def test_a_file_that_nothing_reads_is_an_error_with_what_to_do(
    tmp_path: Path, file: str, what: str, hint: str
) -> None:
    put(tmp_path, file)
    said_of = [one for one in errors_of(found(tmp_path)) if what in one.what]
    assert said_of, found(tmp_path)
    assert hint in said_of[0].hint
    assert said_of[0].where is not None
    assert str(tmp_path) in said_of[0].where.file


def test_a_link_that_leads_nowhere_and_a_pipe_are_errors(tmp_path: Path) -> None:
    put(tmp_path, f"{TWIST}/note.md")
    (tmp_path / TWIST / "exercise.yaml").symlink_to(tmp_path / "gone.yaml")
    os.mkfifo(tmp_path / TWIST / "picture.yaml")
    assert {one.what for one in errors_of(found(tmp_path))} == {"this link leads nowhere", "this is no file"}


def test_what_is_for_people_and_what_stands_beside_a_library_is_left_alone(tmp_path: Path) -> None:
    for file in ("README.md", "handouts/README.txt", ".git/config", "out/back.en.pdf", "monday.csv"):
        put(tmp_path, file)
    assert found(tmp_path) == []


def test_a_picture_that_is_named_and_is_not_there_is_an_error(tmp_path: Path) -> None:
    text = (ROOT / TWIST / "exercise.yaml").read_text("utf-8")
    put(tmp_path, f"{TWIST}/exercise.yaml", f"{text}images: {{start: twist.png}}\n")
    assert "there is no file twist.png" in [one.what for one in errors_of(found(tmp_path))]


def test_a_blank_is_told_once_where_it_stands_and_not_as_a_missing_text_too(tmp_path: Path) -> None:
    new_files("exercise", "heel-raise", tmp_path)
    words = tmp_path / "handouts/exercises/heel-raise/en.yaml"
    blanks = words.read_text("utf-8").count("___")
    told = [one for one in errors_of(found(tmp_path)) if one.where and one.where.file.endswith("heel-raise/en.yaml")]
    assert [one.what for one in told] == ["a blank is not filled in yet"] * blanks
    filled = words.read_text("utf-8").replace("___", "x")
    words.write_text(filled.replace("mistake: x\n", ""), "utf-8")  # a text that is not there at all
    told = [one for one in errors_of(found(tmp_path)) if one.where and one.where.file.endswith("heel-raise/en.yaml")]
    assert "the text “mistake” is missing" in [one.what for one in told]


def test_the_picture_that_a_new_exercise_begins_with_does_not_pass(tmp_path: Path) -> None:
    new_files("exercise", "heel-raise", tmp_path)
    picture = tmp_path / "handouts/exercises/heel-raise/picture.yaml"
    assert said(parse(picture.read_text("utf-8"), "picture.yaml")) == BEGUN
    facts = tmp_path / "handouts/exercises/heel-raise/exercise.yaml"
    facts.write_text(facts.read_text("utf-8").replace("___", "x"), "utf-8")
    what = "the picture of heel-raise is still the one that a new exercise begins with"
    told = {one.what: one.hint for one in errors_of(found(tmp_path))}
    assert f"handout figure {picture.parent.as_posix()} --out heel-raise.png" in told[what]
    picture.write_text(picture.read_text("utf-8").replace("yaw: 30", "yaw: 40"), "utf-8")
    assert what not in [one.what for one in errors_of(found(tmp_path))]


def test_drawings_of_a_library_are_said_to_be_read_by_nothing(tmp_path: Path) -> None:
    """They would be printed in the place of what the pose draws."""
    for name in ("inked.json", "cat-cow.round.svg", "signs/both-legs.svg"):
        put(tmp_path, f"assets/figures/{name}")
    said_so = [one for one in errors_of(found(tmp_path)) if "drawings are made from their poses" in one.what]
    assert len(said_so) == 3
