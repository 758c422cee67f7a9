"""Wrong pictures are refused, each for its own reason; every shipped picture passes, whoever is drawn."""

from __future__ import annotations

import pytest
from figure_shelf import EXERCISES, located, people, shipped, written

from handout.content.picture.words import CONTACTS as READ_CONTACTS
from handout.errors import Finding, Place
from handout.figure.checks import check
from handout.figure.checks.support import CONTACTS, PROP_CONTACTS

CHAIR = "props: [{type: chair}]\n"
LEANING = """
pose:
  base: [standing, arms-crossed]
  root: {pitch: 6, at: [0, 0.500, 0]}
  drop: none
  legs: {to: [0.17, 0.039, 0.055], foot: flat, toe: [1, 0, 0.12], pole: [1, 0, 0]}
frames:
  start: {contacts: [feet, ball]}
"""
RECLINED = """
pose:
  base: [supine, arms-behind-head]
  root: {pitch: 72}
  drop: {part: pelvis, y: 0}
  legs: {to: [0.34, 0.039, 0.06]}
  neck: {flex: 14}
frames:
  start: {contacts: [feet, seat, roller]}
"""


def findings(text: str) -> tuple[Finding, ...]:
    return check(written(text), people()["ana"], located(text))


def said(text: str) -> str:
    return "\n".join(finding.what for finding in findings(text))


def standing(keys: str) -> str:
    return f"pose: {{base: standing}}\nframes:\n  start:\n    pose: {{{keys}}}\n    contacts: [feet]\n"


def facing(path: str, width: float) -> str:
    arrows = f"    arrows: [{{path: [{path}], bend: 0, width: {width}}}]\n"
    return "camera: {yaw: 90, pitch: 4}\n" + standing("") + arrows


def test_an_elbow_bent_too_far_is_refused() -> None:
    assert "the right elbow is bent to 175 degrees" in said(standing("arm_r: {flex: 20, elbow: 175}"))


def test_a_knee_bent_backwards_is_refused() -> None:
    assert "the left knee is bent to -30 degrees" in said(standing("leg_l: {flex: 0, knee: -30}"))


def test_a_neck_bent_too_far_to_the_side_is_refused() -> None:
    assert "the neck side is bent to 60 degrees" in said(standing("neck: {side: 60}"))


def test_a_hand_sent_out_of_reach_is_refused() -> None:
    assert "the right arm is too short for its target" in said(standing("arm_r: {to: [0.7, 0.8, 0.2]}"))


def test_a_foot_sent_out_of_reach_is_refused() -> None:
    text = standing("leg_l: {to: [0.6, 0.3, 0.1]}").replace("feet", "foot_r")
    assert "the left leg is too short for its target" in said(text)


def test_an_arm_far_behind_the_back_is_refused() -> None:
    assert "the right upper arm goes too far backwards" in said(standing("arm_r: {flex: -80, elbow: 10}"))


def test_an_arm_far_across_the_chest_is_refused() -> None:
    text = standing("arm_r: {flex: 40, abd: -70}")
    assert "the right upper arm goes too far across the chest" in said(text)


def test_a_body_through_the_floor_is_refused() -> None:
    text = standing("root: {at: [0, 0.45, 0]}, drop: none")
    assert "below the floor: left foot, right foot" in said(text)


def test_a_contact_that_does_not_touch_is_refused() -> None:
    text = (
        "pose: {base: hands-and-knees}\nframes:\n  start:\n"
        "    pose: {arm_r: {to: {ref: floor_r, d: [0, 0.1, 0]}}}\n    contacts: [hands, knees]\n"
        "camera: {yaw: 25, pitch: 8}\n"
    )
    (finding,) = findings(text)
    assert finding.what.startswith("contact hands: the right hand is 0.0")
    assert finding.where == Place("picture.yaml", 5, 16)
    assert finding.path == "frames.start.contacts.0"


def test_a_seat_that_is_not_on_the_chair_is_refused() -> None:
    text = CHAIR + "pose: {base: sitting, drop: {anchor: pelvis, y: 0.40}}\nframes: {start: {contacts: [seat]}}\n"
    assert "contact seat: the pelvis is 0.1" in said(text)


def test_a_hand_that_misses_the_table_is_refused() -> None:
    text = (
        "props: [{type: chair}, {type: table, at: [0.22, 0, 0], height: 0.42}]\n"
        "pose: {base: sitting}\nframes:\n  start:\n    contacts: [hands]\n"
        "    pose: {arms: {to: [0.28, 0.52, 0.08], dir: [1, 0, 0], palm: [0, -1, 0], grip: flat}}\n"
    )
    assert "contact hands: the right hand is" in said(text)


def test_a_person_in_the_air_is_refused() -> None:
    text = standing("root: {at: [0, 0.9, 0]}, drop: none")
    assert "nothing touches the floor" in said(text)


def test_a_person_who_would_fall_over_is_refused() -> None:
    assert "the person would fall over" in said(standing("root: {pitch: -25}"))


def test_a_person_who_leans_on_a_wall_does_not_fall() -> None:
    board = shipped("ball-wall")
    assert not any("fall" in finding.what for finding in check(board, people()["kofi"]))


def test_a_hand_inside_the_chest_is_refused() -> None:
    text = standing("arm_r: {to: {ref: mid_back, frame: chest, d: [0.05, 0, 0]}, pole: [0, -1, 1]}")
    assert "the right hand goes through the trunk" in said(text)


def test_a_hand_inside_the_head_is_refused() -> None:
    text = standing("arm_r: {to: {ref: face, frame: head, d: [-0.03, 0, 0.01]}, pole: [0.5, -0.5, 1]}")
    assert "the right hand goes through the head" in said(text)


def test_a_knee_inside_the_belly_is_refused() -> None:
    text = "pose: {base: supine}\nframes:\n  start:\n    pose: {leg_r: {to: [-0.13, 0.09, 0.02], pole: [0, 1, 0.3]}}\n"
    assert "the right lower leg goes through the trunk" in said(text)


def test_legs_through_each_other_are_refused() -> None:
    text = standing("legs: {flex: 0, knee: 0, abd: -14}")
    assert "the right lower leg goes through the left lower leg" in said(text)


def test_forearms_through_each_other_are_refused() -> None:
    same = "to: {ref: chest, frame: chest, d: [0.12, -0.02, -0.02]}, pole: [0, -1, 0.6]"
    assert "the right forearm goes through the left forearm" in said(standing(f"arms: {{{same}}}"))


def test_a_body_inside_a_wall_is_refused() -> None:
    text = "props: [{type: wall, at: [0.02, 0, 0]}]\n" + standing("")
    assert "body heights inside the wall" in said(text)


def test_a_body_inside_its_chair_is_refused() -> None:
    text = "props: [{type: chair, seat: 0.33}]\npose: {base: sitting}\nframes:\n  start: {contacts: [feet]}\n"
    assert "body heights inside the chair" in said(text)


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("at: [-0.25, 0.12, 0]", "the roller does not lie on the floor"),
        ("at: [-0.60, 0.044, 0]", "body heights away from the body"),
        ("at: [-0.10, 0.044, 0]", "the roller lies under the low back"),
    ],
)
def test_a_roller_anywhere_but_under_the_shoulder_blades_is_refused(where: str, what: str) -> None:
    assert what in said(f"props: [{{type: roller, {where}}}]{RECLINED}")


def test_a_roller_under_the_neck_is_refused() -> None:
    text = (
        "props: [{type: roller, at: [-0.345, 0.044, 0]}]\n"
        "pose: {base: supine, root: {at: [0, 0.12, 0]}, drop: none}\nframes:\n  start: {contacts: [roller]}\n"
    )
    assert "the roller lies under the neck" in said(text)


def test_a_roller_through_the_back_is_refused() -> None:
    props = "props: [{type: roller, at: [-0.22, 0.06, 0], radius: 0.06}]"
    assert "inside the roller" in said(props + RECLINED)


@pytest.mark.parametrize(
    ("ball", "wall", "what"),
    [
        ("under: 0.215, radius: 0.03, aside: 0.0", -0.152, "the ball lies on the spine"),
        ("under: 0.215, radius: 0.03, aside: 0.048", -0.20, "the ball touches no wall"),
        ("at: [-0.16, 0.9, 0.05], radius: 0.03", -0.19, "the ball is 0.0"),
    ],
)
def test_a_ball_anywhere_but_between_wall_and_muscle_is_refused(ball: str, wall: float, what: str) -> None:
    props = f"props: [{{type: ball, {ball}}}, {{type: wall, at: [{wall}, 0, 0]}}]"
    assert what in said(props + LEANING)


def test_a_contact_with_a_prop_that_is_not_there_is_refused() -> None:
    assert "contact ball: there is none" in said("props: [{type: wall, at: [-0.152, 0, 0]}]" + LEANING)


def test_an_arrow_over_the_face_is_refused() -> None:
    text = facing("{ref: face, d: [0.05, 0, 0.15]}, {ref: face, d: [0.05, 0, -0.15]}", 0.05)
    assert "an arrow covers the face or a hand" in said(text)


def test_an_arrow_over_a_hand_is_refused() -> None:
    text = facing("{ref: hand_r, d: [0, 0, 0.2]}, hand_l", 0.06)
    assert "an arrow covers the face or a hand" in said(text)


def test_an_arrow_far_outside_the_cell_is_refused() -> None:
    text = facing("[0.1, 0.5, 0], [0.1, 0.5, 1.8]", 0.02)
    (finding,) = findings(text)
    assert "body heights wide, and its cell holds" in finding.what
    assert finding.path == "frames.start.arrows.0"


def test_the_easier_version_is_checked_too() -> None:
    text = standing("") + "easier:\n  frames:\n    low: {pose: {neck: {twist: 90}}}\n"
    (finding,) = findings(text)
    assert finding.path == "easier.frames.low.pose.neck.twist"


def test_without_the_tree_of_the_file_a_finding_names_its_frame() -> None:
    board = written(standing("neck: {side: 60}"))
    (finding,) = check(board, people()["ana"])
    assert finding.where == Place("picture.yaml", 3, 3)
    assert finding.path == "frames.start.pose.neck.side"


def test_every_contact_that_can_be_written_can_be_checked() -> None:
    for contact in READ_CONTACTS:
        text = standing("").replace("[feet]", f"[{contact}]")
        known = {*CONTACTS, *PROP_CONTACTS}
        assert contact in known or contact[-2:] in ("_r", "_l")
        check(written(text), people()["ana"])


# The broadest and the slightest stand for the cast in every run; the others are drawn with the slow tests.
OFTEN = {"grace", "ravi"}
CAST = [pytest.param(one, marks=() if one in OFTEN else pytest.mark.slow) for one in sorted(people())]


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("person", CAST)
def test_every_shipped_picture_passes_whoever_is_drawn(exercise: str, person: str) -> None:
    assert [str(finding) for finding in check(shipped(exercise), people()[person])] == []
