"""Contacts are goals: what a pose says touches, touches for everybody, without a number found by trial."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from figure_boards import Board
from figure_shelf import people

from handout.figure.checks import check
from handout.figure.scene import scene

MAT = {"type": "mat"}
CHAIR = {"type": "chair"}
# Each base with what it touches, as an author writes it: no offset, no angle of one's own.
BASES: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "standing": ([], ["feet"]),
    "standing-at-chair": ([{"type": "chair", "at": [0.34, 0, 0]}], ["feet", "hands"]),
    "sitting": ([CHAIR], ["feet", "seat", "hands"]),
    "hands-and-knees": ([MAT], ["hands", "knees", "shanks", "toes"]),
    "supine": ([MAT], ["feet", "seat", "back", "head"]),
    "supine-straight": ([MAT], ["heels", "seat", "back", "head"]),
    "side-lying": ([MAT, {"type": "cushion", "at": [-0.42, 0.025, 0]}], ["side", "head"]),
    "long-sitting": ([MAT], ["seat", "heels", "hands"]),
    "kneeling": ([MAT], ["knees", "shanks", "toes"]),
    "half-kneeling": ([MAT], ["knee_l", "toe_l", "foot_r"]),
    "prone": ([MAT], ["belly", "thighs", "toes"]),
}


@pytest.mark.parametrize("base", sorted(BASES))
@pytest.mark.parametrize("person", sorted(people()))
def test_a_base_touches_what_it_says_whoever_is_drawn(board: Board, base: str, person: str) -> None:
    props, contacts = BASES[base]
    somebody_else = "ana" if person != "ana" else "ravi"  # so that bodies are judged, not what the camera sees
    frames = {"a": {"contacts": contacts}}
    drawn = board({"person": somebody_else, "props": props, "pose": {"base": base}, "frames": frames})
    assert [str(finding) for finding in check(drawn, people()[person])] == []


@pytest.mark.parametrize("turn", [0, 180])
def test_each_hand_takes_its_own_side_of_a_chair_however_it_is_turned(board: Board, turn: int) -> None:
    chair = {"type": "chair", "at": [0.34 if turn == 0 else 0.2, 0, 0], "turn": turn}
    posed = solved(board, "rosa", pose={"base": "standing-at-chair"}, props=[chair])
    assert posed.body.joints["wrist_r"][2] > 0.05 > -0.05 > posed.body.joints["wrist_l"][2]


def solved(board: Board, person: str, **frame: Any) -> Any:
    data = {"pose": frame.pop("pose"), "props": frame.pop("props", []), "frames": {"a": frame}}
    return scene(board(data), "a", people()[person])


def lowest(posed: Any, part: str) -> float:
    return min(float(loft[..., 1].min()) for loft in posed.solids[part])


@pytest.mark.parametrize("seat", [0.22, 0.27, 0.31])
def test_a_sitter_comes_down_on_the_seat_that_is_there(board: Board, seat: float) -> None:
    posed = solved(board, "kofi", pose={"base": "sitting"}, props=[{"type": "chair", "seat": seat}], contacts=["seat"])
    assert min(lowest(posed, "pelvis"), lowest(posed, "torso")) == pytest.approx(seat, abs=1e-6)


@pytest.mark.parametrize("height", [0.06, 0.10])
def test_a_foot_is_set_on_the_step_under_it(board: Board, height: float) -> None:
    step = {"type": "step", "at": [0.12, 0, 0], "height": height}
    leg = {"to": [0.2, 0.039, 0.06], "foot": "flat"}
    posed = solved(board, "rosa", pose={"base": "standing", "leg_r": leg}, props=[step], contacts=["foot_r"])
    assert lowest(posed, "foot_r") == pytest.approx(height, abs=0.004)


def test_a_head_rests_on_the_pillow_whatever_its_height(board: Board) -> None:
    for thick in (0.03, 0.06):
        pillow = {"type": "cushion", "at": [-0.41, thick / 2, 0], "thick": thick}
        posed = solved(board, "mei", pose={"base": "supine"}, props=[pillow], contacts=["head", "back", "seat"])
        assert lowest(posed, "head") == pytest.approx(thick, abs=0.004)


def test_without_the_contact_the_pose_is_left_as_it_is_written(board: Board) -> None:
    posed = solved(board, "mei", pose={"base": "supine", "neck": {"flex": 9}}, contacts=["back"])
    assert lowest(posed, "head") > 0.03


def test_a_straight_leg_comes_down_until_its_heel_touches(board: Board) -> None:
    pose = {"base": "supine-straight", "legs": {"flex": 12}}
    assert lowest(solved(board, "omar", pose=pose, contacts=["back"]), "foot_r") > 0.03
    assert abs(lowest(solved(board, "omar", pose=pose, contacts=["heel_r"]), "foot_r")) < 0.004


def test_lying_on_the_back_pelvis_and_back_are_equally_low(board: Board) -> None:
    for person in sorted(people()):
        posed = solved(board, person, pose={"base": "supine"}, contacts=["seat", "back"])
        assert abs(lowest(posed, "pelvis") - lowest(posed, "torso")) < 0.004, person


def test_a_hand_beside_the_table_top_is_laid_on_it(board: Board) -> None:
    table = {"type": "table", "at": [0.2, 0, 0], "height": 0.41, "width": 0.5}
    arm = {"to": [0.30, 0.45, 0.1], "dir": [1, 0, 0], "palm": [0, -1, 0], "grip": "flat"}
    posed = solved(board, "ana", pose={"base": "sitting", "arms": arm}, props=[table], contacts=["hands"])
    assert lowest(posed, "hand_l") == pytest.approx(0.41, abs=0.004)


@pytest.mark.parametrize("shoes", [True, False])
def test_raised_heels_leave_the_toes_on_the_floor(board: Board, shoes: bool) -> None:
    pose = {"base": "standing", "legs": {"ankle": -38}}
    posed = scene(board({"pose": pose, "shoes": shoes, "frames": {"a": {"contacts": ["toes"]}}}), "a", people()["luis"])
    assert posed.body.toes["r"] == pytest.approx(35, abs=6)
    low = [loft[loft[..., 1] < 0.008] for loft in posed.solids["foot_r"]]
    along = max(float(points[:, 0].max()) for points in low if len(points)) - min(
        float(points[:, 0].min()) for points in low if len(points)
    )
    assert along > 0.015  # the toes lie, the foot does not stand on a point
    assert posed.body.joints["heel_r"][1] > 0.05


def test_a_chin_tuck_carries_the_head_level_to_the_back(board: Board) -> None:
    plain = solved(board, "ana", pose={"base": "standing"}).body
    tucked = solved(board, "ana", pose={"base": "standing", "head": {"glide": -0.02}}).body
    assert tucked.joints["face"][0] - plain.joints["face"][0] == pytest.approx(-0.02, abs=0.004)
    assert abs(tucked.joints["face"][1] - plain.joints["face"][1]) < 0.012
    assert np.allclose(tucked.frames["head"], plain.frames["head"], atol=1e-9)
