"""The start stands pale behind a picture that goes somewhere: what moved is seen, and nothing else is doubled."""

from __future__ import annotations

from typing import Any

import pytest
from figure_boards import Board
from shapely.geometry import Point

from handout.figure import Person
from handout.figure.ghost import ghost_marks, swung_marks
from handout.figure.inking import ink
from handout.figure.paint.marks import Fill, Mark
from handout.figure.scene import Staged, stage_board
from handout.figure.styles import STYLES, Pen

LIFT: dict[str, Any] = {
    "camera": {"yaw": 30, "pitch": 6},
    "props": [{"type": "chair", "at": [-0.4, 0, 0]}],
    "pose": {"base": "standing"},
    "frames": {
        "start": {},
        "end": {"pose": {"leg_r": {"flex": 60, "knee": 80}}, "arrows": [{"follow": "knee_r"}]},
        "other": {"mirror": "end"},
    },
}
GHOST = STYLES["colour"].colours["ghost"]


@pytest.fixture(scope="module")
def staged(board: Board, people: dict[str, Person]) -> Staged:
    return stage_board(board(LIFT), people["luis"])


def ghost(staged: Staged, frame: str) -> list[Mark]:
    posed = staged.scenes[frame]
    return ghost_marks(posed, staged.start_of(posed), staged.style, Pen.at(110))


def covers(marks: list[Mark], place: tuple[float, float]) -> bool:
    return any(isinstance(m, Fill) and m.shape.buffer(0.01).contains(Point(place)) for m in marks)


def test_where_the_foot_stood_is_seen_behind_the_lifted_leg(staged: Staged) -> None:
    start = staged.scenes["start"]
    x, y = start.camera.flat(start.body.joints["ankle_r"])
    assert covers(ghost(staged, "end"), (float(x), float(y)))


def test_what_does_not_move_is_not_doubled(staged: Staged) -> None:
    start = staged.scenes["start"]
    for place in ("ankle_l", "crown", "hip_l"):
        x, y = start.camera.flat(start.body.joints[place])
        assert not covers(ghost(staged, "end"), (float(x), float(y)))


def test_the_other_side_shows_the_other_leg(staged: Staged) -> None:
    start = staged.scenes["start"]
    x, y = start.camera.flat(start.body.joints["ankle_l"])
    assert covers(ghost(staged, "other"), (float(x), float(y)))


def test_only_pictures_of_a_way_have_one(board: Board, people: dict[str, Person]) -> None:
    """A ring comes back to where it began, and the start itself has no start."""
    ringed = {**LIFT, "frames": {**LIFT["frames"], "end": {**LIFT["frames"]["end"], "arrows": [{"ring": "knee_r"}]}}}
    shown = {
        name: {frame for frame, drawing in ink(board(data), people["luis"], "colour", 128).items() if _pale(drawing)}
        for name, data in (("way", LIFT), ("ring", ringed))
    }
    assert shown == {"way": {"end", "other"}, "ring": set()}


def _pale(drawing: Any) -> bool:
    return any(shape.fill == GHOST for shape in drawing.shapes)


def test_the_start_of_the_other_side_is_laid_once_for_check_and_ink(board: Board, people: dict[str, Person]) -> None:
    uneven = {**LIFT, "pose": {"base": "standing", "arm_r": {"flex": 40}}}
    staged = stage_board(board(uneven), people["luis"])
    posed = staged.scenes["other"]
    assert staged.start_of(posed) is staged.start_of(posed)
    assert staged.start_of(posed) is not staged.scenes["start"]


def test_scraps_of_the_start_are_left_out(
    board: Board, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A head that nods a little leaves slivers beside it, which no reader takes for a start."""
    nod = {"pose": {"neck": {"flex": 20}}, "arrows": [{"follow": "crown"}]}
    staged = stage_board(board({**LIFT, "frames": {"start": {}, "end": nod}}), people["luis"])
    for least in ("LEAST_SHARE", "LEAST_PIECE"):
        monkeypatch.setattr(f"handout.figure.ghost.{least}", 0.0)
    assert ghost(staged, "end")
    monkeypatch.undo()
    assert not ghost(staged, "end")


def test_a_scrap_beside_a_large_piece_is_left_out(
    board: Board, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The leg's start is told, and the crumbs that a small nod leaves beside the head are not."""
    pose = {**LIFT["frames"]["end"]["pose"], "neck": {"flex": 20}}
    end = {**LIFT["frames"]["end"], "pose": pose}
    staged = stage_board(board({**LIFT, "frames": {"start": {}, "end": end}}), people["luis"])
    shown = ghost(staged, "end")
    monkeypatch.setattr("handout.figure.ghost.LEAST_PIECE", 0.0)
    low, everything = (min(m.shape.bounds[1] for m in g if isinstance(m, Fill)) for g in (shown, ghost(staged, "end")))
    assert low == everything
    assert _top(shown) < 0.7 < 0.9 < _top(ghost(staged, "end"))


def _top(marks: list[Mark]) -> float:
    return max(float(m.shape.bounds[3]) for m in marks if isinstance(m, Fill))


def test_what_stays_where_it_is_has_no_pale_start(board: Board, people: dict[str, Person]) -> None:
    """A ball that rolls up the back: the slivers behind the trunk were read as a slide forward on the chair."""
    end = {**LIFT["frames"]["end"], "allow": {"change": "same-place"}}
    still = board({**LIFT, "frames": {"start": {}, "end": end}})
    assert not _pale(ink(still, people["luis"], "colour", 128)["end"])


FRAME: dict[str, Any] = {
    "camera": {"yaw": 35, "pitch": 8},
    "props": [{"type": "walking-frame", "at": [0.24, 0, 0]}],
    "pose": {"base": "standing"},
    "frames": {
        "start": {},
        "end": {"props": [{"type": "walking-frame", "at": [0.36, 0, 0]}], "arrows": [{"follow": "hand_r"}]},
    },
}


def test_a_walking_frame_that_goes_ahead_stands_pale_where_it_was(board: Board, people: dict[str, Person]) -> None:
    """Readers could not tell whether the frame or the foot goes first."""
    staged = stage_board(board(FRAME), people["omar"])
    start = staged.scenes["start"]
    feet = [solid.grips["grip_l"] * (1, 0.5, 1) for solid in start.props]  # half way down the far front leg
    x, y = start.camera.flat(feet[0])
    near = [m for m in ghost(staged, "end") if isinstance(m, Fill) and m.shape.distance(Point(x, y)) < 0.06]
    assert near


CIRCLES: dict[str, Any] = {
    "camera": {"yaw": 56, "pitch": 5},
    "pose": {"base": "standing", "arms": {"abd": 84, "elbow": 4}},
    "frames": {"start": {"pose": {"arms": {"abd": 8}}}, "end": {"arrows": [{"ring": "hand_r", "radius": 0.08}]}},
}


def test_a_straight_arm_that_circles_is_seen_half_round_so_that_nobody_turns_the_wrist(
    board: Board, people: dict[str, Person]
) -> None:
    staged = stage_board(board(CIRCLES), people["kofi"])
    end = staged.scenes["end"]
    (drawn,) = end.arrows
    hand, shoulder = (end.camera.flat(end.body.joints[name]) for name in ("hand_r", "shoulder_r"))
    low = drawn.pale.bounds[1]
    assert low < hand[1] - 0.12  # a hand below the ring's lowest place
    assert drawn.pale.distance(Point(*shoulder)) < 0.01
    assert swung_marks(end, staged.style, Pen.at(110))
    assert drawn.shape.intersection(end.visible["hand_r"]).area < 0.15 * end.visible["hand_r"].area


def test_a_bent_arm_is_circled_and_does_not_circle(board: Board, people: dict[str, Person]) -> None:
    bent = {**CIRCLES, "pose": {"base": "standing", "arms": {"abd": 84, "elbow": 80}}}
    (drawn,) = stage_board(board(bent), people["kofi"]).scenes["end"].arrows
    assert drawn.pale.is_empty
