from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handout.content.picture.words import PLACE_NAMES
from handout.figure.body.anatomy import LENGTH
from handout.figure.body.builds import BUILDS, Build
from handout.figure.body.flesh import lowest
from handout.figure.body.limbs import solve_two_bones
from handout.figure.body.pose import Arm, Bend, Drop, Leg, Point, Pose, Root
from handout.figure.body.skeleton import Skeleton
from handout.figure.body.solving import solve
from handout.figure.rotation import about_x, about_y, about_z, angle_between

NORM = np.linalg.norm
coordinate = st.floats(-0.6, 0.6, allow_nan=False)
points = st.tuples(coordinate, coordinate, coordinate)
angle = st.floats(-60, 120, allow_nan=False)


@given(points, points)
@settings(max_examples=60, deadline=None)
def test_two_bones_keep_their_lengths_wherever_the_target_is(
    target: tuple[float, ...], pole: tuple[float, ...]
) -> None:
    start, goal = np.zeros(3), np.array(target)
    if NORM(goal) < 0.03 or NORM(np.cross(goal, np.array(pole))) < 1e-3:
        return
    found = solve_two_bones(start, goal, (0.17, 0.15), np.array(pole), -1)
    assert NORM(found.middle - start) == pytest.approx(0.17, abs=1e-9)
    assert NORM(found.end - found.middle) == pytest.approx(0.15, abs=1e-6)
    if NORM(goal) < 0.319:
        assert NORM(found.end - goal) < 1e-6
        assert found.missing == 0
    else:
        assert found.missing == pytest.approx(max(0.0, NORM(goal) - 0.32), abs=1e-9)


def test_the_middle_joint_lies_towards_its_pole() -> None:
    found = solve_two_bones(np.zeros(3), np.array((0.0, -0.25, 0.0)), (0.17, 0.15), np.array((1.0, 0, 0)), -1)
    assert found.middle[0] > 0.05
    assert abs(found.middle[2]) < 1e-9


@given(angle, angle, angle)
@settings(max_examples=40, deadline=None)
def test_rotations_neither_stretch_nor_mirror(a: float, b: float, c: float) -> None:
    turn = about_x(a) @ about_y(b) @ about_z(c)
    assert np.allclose(turn @ turn.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(turn) == pytest.approx(1.0)


@given(st.floats(-20, 50), st.floats(-30, 30), st.floats(-40, 40), st.floats(-20, 120), st.floats(0, 140))
@settings(max_examples=25, deadline=None)
def test_exchanging_left_and_right_mirrors_every_joint(
    flex: float, side: float, twist: float, raised: float, bent: float
) -> None:
    one, other = Arm(flex=raised, abd=20, elbow=bent), Arm(flex=5, abd=10, elbow=20)
    pose = Pose(
        drop=None,
        lumbar=Bend(flex / 2, side / 2, twist / 3),
        thoracic=Bend(flex, side, twist),
        arms={"r": one, "l": other},
    )
    flipped = Pose(
        drop=None,
        lumbar=Bend(flex / 2, -side / 2, -twist / 3),
        thoracic=Bend(flex, -side, -twist),
        arms={"r": other, "l": one},
    )
    body, mirror = solve(pose, Build()), solve(flipped, Build())
    exchanged = {"r": "l", "l": "r"}
    for name, place in body.joints.items():
        twin = name[:-1] + exchanged[name[-1]] if name[-2] == "_" else name
        assert np.allclose(place * (1, 1, -1), mirror.joints[twin], atol=1e-9), name


def test_flexion_brings_the_trunk_forward_and_a_right_bend_to_the_right() -> None:
    upright = solve(Pose(drop=None), Build()).joints["crown"]
    assert solve(Pose(drop=None, lumbar=Bend(flex=30)), Build()).joints["crown"][0] > upright[0] + 0.1
    assert solve(Pose(drop=None, lumbar=Bend(side=20)), Build()).joints["crown"][2] > upright[2] + 0.05


def test_a_twist_to_the_right_turns_the_chest_to_the_right() -> None:
    chest = solve(Pose(drop=None, thoracic=Bend(twist=30)), Build()).frames["chest"]
    assert chest[2, 0] > 0.3


def test_a_knee_bent_by_angle_measures_that_angle() -> None:
    body = solve(Pose(drop=None, legs={"r": Leg(flex=60, knee=75), "l": Leg()}), Build())
    thigh = body.joints["knee_r"] - body.joints["hip_r"]
    shank = body.joints["ankle_r"] - body.joints["knee_r"]
    assert angle_between(thigh, shank) == pytest.approx(75, abs=0.1)


def bends(body: Skeleton, joint: str, ends: tuple[str, str]) -> np.ndarray:
    """From the middle between two places, straight to the joint between them: the way that a limb bends."""
    first, last = (body.joints[name] for name in ends)
    return body.joints[joint] - (first + last) / 2


def skin(body: Skeleton, bone: str) -> np.ndarray:
    """Where the front of a bone's flesh looks: the first direction of its frame."""
    return body.frames[bone][:, 0]


STANDING = Leg(to=Point((0.20, 0.039, 0.075)), foot="flat")


@pytest.mark.parametrize("leg", [Leg(flex=70, knee=80), STANDING], ids=["by angles", "by where the foot is"])
@pytest.mark.parametrize("side", ["r", "l"])
def test_a_knee_bends_forward_and_kneecap_and_shin_look_there(leg: Leg, side: str) -> None:
    body = solve(Pose(drop=Drop("pelvis", 0.25), legs={"r": leg, "l": leg}), Build())
    forward = bends(body, f"knee_{side}", (f"hip_{side}", f"ankle_{side}"))
    assert forward[0] > 0.03  # the body looks along x
    assert skin(body, f"thigh_{side}") @ forward > 0  # not the back of the thigh
    assert skin(body, f"shank_{side}") @ forward > 0  # not the calf
    assert body.joints[f"toe_{side}"][0] > body.joints[f"heel_{side}"][0]


@pytest.mark.parametrize("arm", [Arm(flex=20, elbow=90), Arm(to=Point((0.2, -0.1, 0.0), "shoulder_r"))])
def test_an_elbow_points_backward_and_the_hollow_of_the_arm_looks_forward(arm: Arm) -> None:
    body = solve(Pose(drop=None, arms={"r": arm, "l": Arm()}), Build())
    backward = bends(body, "elbow_r", ("shoulder_r", "wrist_r"))
    assert backward[0] < -0.02
    assert skin(body, "upperarm_r") @ backward < 0
    assert skin(body, "forearm_r") @ backward < 0


@pytest.mark.parametrize("build", sorted(BUILDS))
@pytest.mark.parametrize(("part", "y"), [("all", 0.0), ("pelvis", 0.25), ("feet", 0.0)])
def test_what_is_set_down_rests_at_its_height(build: str, part: str, y: float) -> None:
    body = solve(Pose(root=Root(pitch=20), drop=Drop(part, y)), BUILDS[build])
    assert lowest(body, part) == pytest.approx(y, abs=1e-9)


def test_a_hand_reaches_the_opposite_knee() -> None:
    arm = Arm(to=Point((0.0, 0.03, 0.0), "knee_l"))
    legs = {side: Leg(flex=85, knee=90) for side in "rl"}
    body = solve(
        Pose(root=Root(), lumbar=Bend(flex=20), thoracic=Bend(flex=25), arms={"r": arm, "l": Arm()}, legs=legs),
        Build(),
    )
    assert NORM(body.joints["wrist_r"] - body.joints["knee_l"] - (0, 0.03, 0)) < 1e-3
    assert not [n for n in body.notes if n.kind == "reach"]


def test_a_target_out_of_reach_is_noted_with_the_missing_length() -> None:
    arm = Arm(to=Point((0.6, 0.0, 0.0), "shoulder_r"))
    body = solve(Pose(arms={"r": arm, "l": Arm()}), Build())
    notes = [n for n in body.notes if n.kind == "reach"]
    assert [n.part for n in notes] == ["arm_r"]
    assert notes[0].amount == pytest.approx(0.6 - LENGTH["upperarm"] - LENGTH["forearm"], abs=0.06)


@pytest.mark.parametrize(
    ("pose", "part"),
    [
        (Pose(thoracic=Bend(twist=90)), "thoracic_twist"),
        (Pose(neck=Bend(side=60)), "neck_side"),
        (Pose(legs={"r": Leg(knee=-30), "l": Leg()}), "knee_r"),
        (Pose(arms={"r": Arm(), "l": Arm(elbow=175)}), "elbow_l"),
    ],
)
def test_an_angle_beyond_its_limit_is_noted(pose: Pose, part: str) -> None:
    assert part in {n.part for n in solve(pose, Build()).notes if n.kind == "limit"}


def test_every_named_place_exists_on_a_solved_body() -> None:
    assert set(solve(Pose(), Build()).joints) >= PLACE_NAMES


def test_a_larger_build_moves_no_foot_off_its_target() -> None:
    leg = Leg(to=Point((0.265, 0.039, 0.075)), foot="flat")
    pose = Pose(drop=Drop("pelvis", 0.25), legs={"r": leg, "l": leg})
    for build in BUILDS.values():
        ankle = solve(replace(pose), build).joints["ankle_l"]
        assert np.allclose(ankle, (0.265, 0.039, -0.075), atol=1e-6)
