"""The gallery hands out the pictures of a library."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from figure_boards import ROOT

from handout.content import load
from handout.figure.gallery import Gallery, Look


def test_a_scene_is_laid_once_for_the_check_and_the_pen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, _ = load([ROOT], ["en"])
    exercise = library.exercises["march"]
    laid: list[str] = []
    scene = import_module("handout.figure.scene")  # the package names its function so
    stage = scene.stage

    def counted(board, frame, *rest):  # type: ignore[no-untyped-def]
        laid.append(frame.id)
        return stage(board, frame, *rest)

    monkeypatch.setattr(scene, "stage", counted)
    shown = Gallery(library, tmp_path)
    assert shown.check(exercise, "kofi") == ()
    drawn = shown.pictures(exercise, Look("colour", "kofi", 100))
    assert sorted(laid) == sorted(drawn) == ["easier-end", "easier-start", "end", "start"]
