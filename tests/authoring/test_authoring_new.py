"""Files begun by `handout new` say what is blank, and pass `handout check` once it is filled in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from handout.authoring.check import check_library
from handout.authoring.new import files_like, new_files
from handout.content import load, shipped_root
from handout.errors import UsageError, errors_of
from handout.language import read_language

DATES = {"written: ___": "written: 2026-11-20", "review_by: ___": "review_by: 2029-11-20"}


def filled(path: Path) -> None:
    text = path.read_text("utf-8")
    for blank, value in {
        **DATES,
        "country: ___": "country: GB",
        'telephone: "___"': 'telephone: "0113"',
        "routine: ___": "routine: upper-back",
        "camera: {yaw: 30": "camera: {yaw: 35",
    }.items():
        text = text.replace(blank, value)
    path.write_text(re.sub(r"___\d*", "word", text), "utf-8")


KINDS = [
    ("exercise", "heel-raise"),
    ("routine", "neck"),
    ("clinic", "riverside"),
    ("pack", "after-desk-work"),
    ("language", "uk"),
    ("language", "ur"),
    ("language", "quc"),
]


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_a_new_file_names_its_blanks_and_passes_once_they_are_filled(
    tmp_path: Path, kind: str, name: str
) -> None:
    paths = new_files(kind, name, tmp_path)
    layers = (shipped_root(), tmp_path)
    assert any("a blank is not filled in yet" in finding.what for finding in errors_of(check_library(layers)))
    for path in paths:
        filled(path)
    assert [str(finding) for finding in errors_of(check_library(layers))] == []


def test_a_new_language_has_what_cldr_knows(tmp_path: Path) -> None:
    (path,) = new_files("language", "uk", tmp_path)
    filled(path)
    language = read_language(path)
    assert (language.autonym, language.english_name) == ("українська", "Ukrainian")
    assert set(language.counts["times"]) == {"one", "few", "many", "other"}
    assert language.and_list.two == "{a} і {b}"


def test_a_new_right_to_left_language_is_set_that_way(tmp_path: Path) -> None:
    (path,) = new_files("language", "ur", tmp_path)
    filled(path)
    language = read_language(path)
    assert language.right_to_left
    assert language.faces[0] == "noto-sans-arabic"
    assert "isolate-numbers" in language.rules


def test_nothing_that_exists_is_written_over(tmp_path: Path) -> None:
    (path,) = new_files("clinic", "riverside", tmp_path)
    path.write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="already"):
        new_files("clinic", "riverside", tmp_path)
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("kind", "name"), [("exercise", "Heel Raise"), ("exercise", "../x"), ("language", "german")]
)
def test_an_id_that_cannot_be_one_is_refused(tmp_path: Path, kind: str, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the id"):
        new_files(kind, name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_exercise_can_begin_as_a_copy_of_another_and_passes(tmp_path: Path) -> None:
    layers = (shipped_root(), tmp_path)
    paths = new_files("exercise", "big-twist", tmp_path, files_like(load(layers, ["en"])[0], "seated-twist"))
    assert [path.name for path in paths] == ["exercise.yaml", "en.yaml", "picture.yaml"]
    facts = paths[0].read_text("utf-8")
    assert "id: big-twist" in facts
    assert "covers" not in facts
    assert [str(finding) for finding in errors_of(check_library(layers))] == []
    with pytest.raises(UsageError, match="Did you mean “seated-twist”"):
        files_like(load(layers, ["en"])[0], "seated-twst")


@pytest.mark.parametrize(("kind", "name"), [("exercise", "heel-raise"), ("routine", "neck"), ("pack", "desk")])
def test_a_new_file_tells_an_editor_where_its_form_is(tmp_path: Path, kind: str, name: str) -> None:
    path = new_files(kind, name, tmp_path)[0]
    line = path.read_text("utf-8").splitlines()[0]
    assert line.startswith("# yaml-language-server: $schema=")
    form = (path.parent / line.partition("$schema=")[2]).resolve()
    assert json.loads(form.read_text("utf-8"))["title"].endswith(".yaml")
