"""The drawings in assets/figures are those that the poses and the engine draw today."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from figure_shelf import EXERCISES, ROOT, people, shipped

from handout.drawing import Drawing
from handout.figure.catalogue import HEIGHT_PT, catalogue, stale, store


@cache
def drawn() -> dict[str, Drawing]:
    return catalogue({exercise: shipped(exercise) for exercise in EXERCISES}, people())


def test_the_shipped_drawings_show_what_the_poses_draw_today() -> None:
    assert [str(finding) for finding in stale(drawn(), ROOT / "assets" / "figures")] == []


def test_every_frame_of_every_exercise_has_a_drawing() -> None:
    frames = {
        f"{exercise}.{frame.id}"
        for exercise in EXERCISES
        for board in (shipped(exercise), shipped(exercise).easier, shipped(exercise).harder)
        if board is not None
        for frame in board.frames
    }
    zones = {f"{exercise}.zone" for exercise in EXERCISES if shipped(exercise).inset is not None}
    assert drawn().keys() == frames | zones


def test_a_drawing_is_as_long_as_it_is_printed_and_holds_all_of_itself() -> None:
    for stem, drawing in drawn().items():
        assert max(drawing.width, drawing.height) <= HEIGHT_PT + 0.01, stem
        for shape in drawing.shapes:
            margin = 0.8 if shape.stroke is None else shape.width / 2
            for _, at in shape.path:
                inside_x = all(-margin <= x <= drawing.width + margin for x in at[0::2])
                inside_y = all(-margin <= y <= drawing.height + margin for y in at[1::2])
                assert (inside_x, inside_y) == (True, True), f"{stem}: {at}"


def test_a_drawing_that_moved_is_told_from_its_file(tmp_path: Path) -> None:
    one = {"march.end": drawn()["march.end"]}
    store(one, tmp_path)
    assert stale(one, tmp_path) == ()
    first, *rest = one["march.end"].shapes
    (verb, at), *others = first.path
    nudged = replace(first, path=((verb, (at[0] + 0.5, *at[1:])), *others))
    moved = {"march.end": replace(one["march.end"], shapes=(nudged, *rest))}
    (finding,) = stale(moved, tmp_path)
    assert finding.what == "this drawing is not what its pose draws: shape 1 has moved by 0.50 pt"


def test_a_drawing_in_another_colour_is_told_from_its_file(tmp_path: Path) -> None:
    one = {"march.end": drawn()["march.end"]}
    store(one, tmp_path)
    first, *rest = one["march.end"].shapes
    painted = {"march.end": replace(one["march.end"], shapes=(replace(first, fill="#123456"), *rest))}
    (finding,) = stale(painted, tmp_path)
    assert finding.what == "this drawing is not what its pose draws: shape 1 is painted differently"


def test_missing_and_left_over_files_are_told(tmp_path: Path) -> None:
    store({"march.start": drawn()["march.start"]}, tmp_path)
    said = [finding.what for finding in stale({"march.end": drawn()["march.end"]}, tmp_path)]
    assert said == ["this drawing is missing", "no exercise has this drawing"]


def test_storing_takes_away_drawings_that_are_no_more(tmp_path: Path) -> None:
    store({"march.start": drawn()["march.start"]}, tmp_path)
    store({"march.end": drawn()["march.end"]}, tmp_path)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["march.end.svg"]
