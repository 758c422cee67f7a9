"""Pictures that nobody could read or follow are refused; what reads passes; the arrow comes from the movement."""

from __future__ import annotations

from functools import cache

import pytest
import shapely
import yaml
from figure_shelf import EXERCISES, ROOT, people, shipped, written
from shapely.geometry import LineString

from handout.errors import FigureError
from handout.figure.arrows import HEAD_LONG, HEAD_SHARE
from handout.figure.checks import check
from handout.figure.scene import Scene, scene
from handout.figure.seen.choosing import VIEWS, judge_views
from handout.figure.seen.movement import Movement
from handout.figure.seen.shares import face_seen, seen

BAD = yaml.safe_load((ROOT / "tests/figure/bad_poses.yaml").read_text("utf-8"))
STANDING = "camera: {yaw: 90, pitch: 4}\nperson: luis\npose: {base: standing}\n"


def said(text: str, person: str = "luis") -> str:
    return "\n".join(finding.what for finding in check(written(text), people()[person]))


@cache
def raised(arrow: str, pose: str = "arm_r: {abd: 70}") -> Movement:
    frames = f"frames:\n  a: {{contacts: [feet]}}\n  b:\n    pose: {{{pose}}}\n    arrows: [{arrow}]\n"
    board = written(STANDING + frames)
    return Movement(scene(board, "a", people()["luis"]), scene(board, "b", people()["luis"]))


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_picture_is_refused_for_its_own_reason(name: str) -> None:
    assert BAD[name]["says"] in said(yaml.safe_dump(BAD[name]["picture"], sort_keys=False))


def test_a_face_is_whole_from_the_front_half_in_profile_and_nothing_from_behind() -> None:
    def at(yaw: int) -> float:
        text = STANDING.replace("yaw: 90", f"yaw: {yaw}") + "frames: {a: {contacts: [feet]}}\n"
        return face_seen(scene(written(text), "a", people()["ravi"]))

    assert at(90) > 0.9
    assert 0.4 < at(0) < 0.65
    assert at(270) < 0.06


def test_a_hand_behind_the_back_is_not_seen() -> None:
    hidden = scene(written(yaml.safe_dump(BAD["moving-part-hidden"]["picture"])), "b", people()["luis"])
    assert seen(hidden, "hand_r") < 0.05
    assert seen(hidden, "hand_l") > 0.9


def test_a_face_that_lies_on_the_floor_passes_where_the_author_says_so_and_the_head_touches() -> None:
    prone = "camera: {yaw: 0, pitch: 12}\nperson: rosa\npose: {base: prone, neck: {flex: 8}, head: {flex: 20}}\n"
    frame = "frames: {a: {contacts: [belly, toes], allow: {face: lies-down}}}\n"
    assert "nothing says that the head touches" in said(prone + frame, "rosa")
    assert "face" not in said(prone + frame.replace("[belly", "[head, belly"), "rosa")


def test_hands_said_to_hold_the_head_are_held_to_it() -> None:
    text = STANDING + "frames: {a: {contacts: [feet], allow: {hands: hold-the-head}}}\n"
    assert "a hand is away from it" in said(text)


def test_an_excuse_that_no_check_knows_is_a_finding() -> None:
    with pytest.raises(FigureError, match="“because” is not known here"):
        written(STANDING + "frames: {a: {allow: {face: because}}}\n")


def test_a_ring_round_a_wrist_passes() -> None:
    text = STANDING + (
        "frames:\n  a: {contacts: [feet]}\n"
        "  b: {contacts: [feet], pose: {arms: {abd: 72, grip: flat}}, arrows: [{ring: wrist_r}, {ring: wrist_l}]}\n"
    )
    assert said(text) == ""


def test_a_person_who_lies_on_the_side_does_not_fall_over() -> None:
    lying = "{root: {roll: 90}, drop: trunk, arms: {flex: 80, abd: 0, elbow: 10}, legs: {flex: 20, knee: 40}}"
    text = f"camera: {{yaw: 90, pitch: 14}}\nperson: luis\npose: {lying}\nframes: {{a: {{contacts: []}}}}\n"
    assert "fall over" not in said(text)


def test_a_roller_that_waits_behind_the_sitter_passes_until_it_is_said_to_touch() -> None:
    text = (
        "camera: {yaw: 30, pitch: 10}\nperson: luis\nprops: [{type: roller, at: [-0.42, 0.044, 0]}]\n"
        "pose: {base: sitting, drop: {part: pelvis, y: 0}, legs: {to: [0.34, 0.039, 0.06]}}\n"
        "frames: {a: {contacts: [feet, seat]}}\n"
    )
    assert "roller" not in said(text)
    assert "the roller is 0." in said(text.replace("seat]", "seat, roller]"))


def test_another_person_is_not_held_to_what_is_seen() -> None:
    text = yaml.safe_dump(BAD["face-not-seen"]["picture"] | {"person": "luis"})
    assert "of the face is seen" in said(text, "luis")
    assert "of the face is seen" not in said(text, "grace")


def test_a_followed_arrow_goes_the_way_of_its_joint() -> None:
    movement = raised("{follow: wrist_r}")
    (drawn,) = movement.end.arrows
    carrier = movement.carrier(drawn)
    assert carrier is not None
    assert carrier.place == "wrist_r"
    step, arrow = carrier.step, drawn.track[-1] - drawn.track[0]
    assert float((step * arrow).sum()) > 0.95 * carrier.far * float((arrow * arrow).sum()) ** 0.5


def test_a_followed_arrow_is_bent_as_a_limb_swings() -> None:
    (drawn,) = raised("{follow: wrist_r}").end.arrows
    line = LineString(drawn.track)
    assert line.length > 1.03 * LineString([drawn.track[0], drawn.track[-1]]).length


def test_a_followed_arrow_lies_beside_the_body() -> None:
    movement = raised("{follow: wrist_r}")
    (drawn,) = movement.end.arrows
    body = movement.end.painter.silhouette
    assert drawn.shape.intersection(body).area < 0.1 * drawn.shape.area
    assert drawn.shape.intersection(movement.end.face_and_hands()).area < 1e-9


STICK = (
    "camera: {yaw: 35, pitch: 8}\nperson: grace\nprops: [{type: stick, from: [0.1, 0, 0.17], to: [0.07, 0.47, 0.16]}]\n"
    "pose: {base: standing, arm_r: {to: stick.end, grip: wrap, pole: [-1, 0, 0.5]}}\nframes:\n"
    "  a: {contacts: [feet]}\n  b:\n    props: [{type: stick, from: [0.26, 0, 0.17], to: [0.165, 0.47, 0.16]}]\n"
    "    arrows: [{follow: stick.start, beside: right}]\n    contacts: [feet]\n"
)


def test_an_arrow_may_follow_the_tip_of_a_stick() -> None:
    """An arrow at the hand that leads the stick was read as a lean of the hips."""
    assert said(STICK, "grace") == ""
    (drawn,) = scene(written(STICK), "b", people()["grace"]).arrows
    assert drawn.shape.centroid.y < 0.1


def test_a_stick_that_stays_is_no_movement() -> None:
    still = STICK.replace("[0.26, 0, 0.17], to: [0.165", "[0.1, 0, 0.17], to: [0.07")
    assert "nothing moves near this arrow" in said(still, "grace")


def test_a_side_of_the_page_is_where_the_arrow_goes() -> None:
    above, below = (raised(f"{{follow: wrist_r, beside: {side}}}").end.arrows[0] for side in ("above", "below"))
    assert above.shape.centroid.y > below.shape.centroid.y


@pytest.mark.parametrize("width", [0.012, 0.03, 0.06])
def test_no_arrow_is_mostly_head(width: float) -> None:
    short = f"{{path: [{{ref: knee_r, d: [0, 0, 0.2]}}, {{ref: knee_r, d: [0, 0.1, 0.2]}}], bend: 0, width: {width}}}"
    (drawn,) = raised(short).end.arrows
    _, y0, _, y1 = drawn.shape.bounds
    length, head = y1 - y0, _head(drawn.shape)
    assert head <= (HEAD_SHARE + 0.03) * length
    assert head <= width * HEAD_LONG + 0.005


def _head(shape: shapely.Geometry) -> float:
    """How long the part of an upright arrow is that is wider than its shaft."""
    x0, y0, x1, y1 = shape.bounds
    widest = x1 - x0
    rows = [y0 + (y1 - y0) * k / 200 for k in range(201)]
    wide = [y for y in rows if shape.intersection(LineString([(x0, y), (x1, y)])).length > 0.55 * widest]
    return float(y1 - min(wide))


@pytest.mark.slow
def test_every_exercise_that_ships_is_seen_as_it_should_be() -> None:
    for name in EXERCISES:
        board = shipped(name)
        assert [str(finding) for finding in check(board, people()[board.person])] == []


def no_faults(_start: Scene, _end: Scene) -> int:
    return 0


def test_the_camera_is_chosen_where_face_hand_and_movement_are_seen() -> None:
    lifted = "  b: {contacts: [foot_l], pose: {leg_r: {flex: 60, knee: 70}}}\n"
    text = STANDING + "frames:\n  a: {contacts: [feet]}\n" + lifted
    views = [view for view in VIEWS if view.pitch == 6 and view.yaw in (-60, 15, 30)]
    judged = judge_views(written(text), people()["luis"], no_faults, views)
    assert len(VIEWS) == 36
    assert judged[0].view.yaw > 0
    assert judged == judge_views(written(text), people()["luis"], no_faults, views)
    assert judged[0].score > judged[-1].score
