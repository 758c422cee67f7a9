"""Props stand where they are put, face any way, run between places, and give hands a hold."""

from __future__ import annotations

import numpy as np
import pytest
from figure_shelf import people, written

from handout.content.picture.words import BETWEEN, GRIP_NAMES, PROP_KEYS
from handout.errors import FigureError
from handout.figure.inking import ink
from handout.figure.scene import Scene, scene

STANDING = "pose: {base: standing}\nframes:\n  start: {}\n"


def staged(text: str, person: str = "luis", frame: str = "start") -> Scene:
    return scene(written(text), frame, people()[person])


@pytest.mark.parametrize("kind", sorted(PROP_KEYS))
def test_every_prop_is_drawn(kind: str) -> None:
    where = "from: palm_r, to: palm_l" if kind in BETWEEN else "at: [0.3, 0.1, 0.2]"
    with_it = ink(written(f"props: [{{type: {kind}, {where}}}]\n{STANDING}"), people()["luis"], "colour", 128)
    without = ink(written(STANDING), people()["luis"], "colour", 128)
    assert len(with_it["start"].shapes) > len(without["start"].shapes)


@pytest.mark.parametrize("person", sorted(people()))
@pytest.mark.parametrize(
    ("prop", "grip"),
    [
        ("{type: chair, at: [0.28, 0, 0]}", "chair.back_r"),
        ("{type: walking-frame, at: [0.2, 0, 0]}", "walking-frame.grip_r"),
        ("{type: rail, from: [0, 0.5, 0.2], to: [0.4, 0.5, 0.2]}", "rail.middle"),
    ],
)
def test_a_hand_closes_round_the_grip_it_reaches_for(prop: str, grip: str, person: str) -> None:
    arm = f"{{to: {grip}, dir: [0.9, -0.4, 0], palm: [0, -1, 0], grip: wrap, pole: [-1, 0, 0.3]}}"
    standing = f"props: [{prop}]\npose: {{base: standing, arm_r: {arm}}}\nframes:\n  start: {{}}\n"
    found = staged(standing, person)
    assert found.body.joints["palm_r"] == pytest.approx(found.props[0].grips[grip.partition(".")[2]], abs=0.002)


def test_a_star_gives_each_hand_its_own_side() -> None:
    arms = "{to: walking-frame.grip_*, dir: [0.9, -0.5, 0], palm: [0, -1, 0], grip: wrap, pole: [-1, 0, 0.2]}"
    props = "props: [{type: walking-frame, at: [0.2, 0, 0]}]"
    found = staged(f"{props}\npose: {{base: standing, arms: {arms}}}\nframes: {{start: {{}}}}\n")
    for side in "rl":
        assert found.body.joints[f"palm_{side}"] == pytest.approx(found.props[0].grips[f"grip_{side}"], abs=0.002)


def test_a_prop_that_hangs_on_a_hand_is_no_hold_for_it() -> None:
    pose = "pose: {base: standing, arm_r: {to: stick.start}}"
    with pytest.raises(FigureError) as refused:
        staged(f"props: [{{type: stick, from: palm_r, to: palm_l}}]\n{pose}\nframes: {{start: {{}}}}\n")
    assert "stick" in str(refused.value)


def test_a_grip_of_a_prop_that_is_not_there_is_refused_with_its_line() -> None:
    text = "pose:\n  base: standing\n  arm_r: {to: chair.back_r}\nframes:\n  start: {}\n"
    with pytest.raises(FigureError) as refused:
        staged(text)
    assert "chair" in str(refused.value)


def test_a_turned_chair_holds_the_same_gap_to_a_turned_body() -> None:
    """Distances are measured along the prop's own axes."""
    chairs = "{type: chair, at: [0.5, 0, 0]}, {type: chair, at: [0, 0, 0.5], turn: -90}"
    found = staged(f"props: [{chairs}]\n{STANDING}")
    straight, turned = (solid.boxes[0] for solid in found.props)
    point = np.array([[0.9, 0.4, 0.1]])
    swung = np.array([[-0.1, 0.4, 0.9]])  # the same place, seen from the turned chair
    assert turned.gap(swung) == pytest.approx(straight.gap(point))


def test_a_body_inside_a_turned_wall_is_refused() -> None:
    from handout.figure.checks import check

    text = f"props: [{{type: wall, at: [0, 0, 0], turn: 90}}]\n{STANDING}"
    said = [finding.what for finding in check(written(text), people()["luis"])]
    assert any("inside the wall" in what for what in said)


def test_a_board_has_one_mat_for_all_its_frames() -> None:
    text = (
        "props: [{type: mat}]\npose: {base: supine}\nframes:\n"
        "  start: {}\n  end: {pose: {legs: {to: [0.52, 0.06, 0.06]}}}\n"
    )
    drawings = ink(written(text), people()["luis"], "colour", 128)
    mats = [next(s for s in d.shapes if s.fill == "#e3ecea").path for d in drawings.values()]
    assert mats[0] == mats[1]


def test_a_rail_without_its_ends_is_refused_with_what_to_write() -> None:
    with pytest.raises(FigureError) as refused:
        written(f"props: [{{type: rail, from: [0, 0.5, 0]}}]\n{STANDING}")
    assert [(f.what, f.hint) for f in refused.value.findings] == [
        ("“to” is missing", "Add a line `to:`: a place; it runs to another")
    ]


def test_a_chair_faces_any_way_and_its_back_is_as_high_as_it_says() -> None:
    found = staged(f"props: [{{type: chair, at: [0.4, 0, 0], turn: 180, back_height: 0.2}}]\n{STANDING}")
    grips = found.props[0].grips
    assert grips["back"][0] > 0.4  # its back is away from the person
    assert grips["back"][1] == pytest.approx(0.25 + 0.19, abs=0.002)
    assert set(grips) == set(GRIP_NAMES["chair"])
