"""The other side is a pose of its own: the body, its props and its arrow reflected, the camera where it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
import shapely
from figure_boards import Board
from figure_shelf import EXERCISES, people, shipped

from handout.figure import Storyboard
from handout.figure.scene import Scene, scene
from handout.figure.storyboard import mirrored_board
from handout.figure.storyboard.mirroring import mirrored_frame
from handout.figure.view import View

ACROSS = np.array((1.0, 1.0, -1.0))
ONE_SIDED: dict[str, Any] = {
    "camera": {"yaw": 90, "pitch": 6},
    "props": [
        {"type": "chair", "turn": 20, "at": [0.02, 0, 0.03]},
        {"type": "stick", "from": "hand_r", "to": [0.3, 0, 0.2]},
        {"type": "ball", "under": 0.22, "aside": 0.05},
    ],
    "pose": {
        "base": "sitting",
        "root": {"yaw": 12, "roll": 4, "at": [0, 0.5, 0.02]},
        "lumbar": {"twist": 9, "side": 5},
    },
    "frames": {
        "a": {
            "pose": {
                "neck": {"twist": 20, "side": 8},
                "shoulder_r": {"elev": 9},
                "arm_r": {
                    "to": {"ref": "knee_l", "d": [0, 0.05, -0.03]},
                    "dir": [1, 0, -0.4],
                    "pole": {"chest": [0, -1, 1]},
                },
                "leg_l": {"flex": 100, "knee": 40, "abd": 12, "rot": 9},
            },
            "arrows": [
                {"arc": {"centre": "shoulder_r", "axis": [0.3, 1, 0.2], "radius": 0.2, "from": 20, "to": 120}},
                {"path": ["knee_r", {"ref": "hand_l", "d": [0.1, 0.1, 0.2]}], "bend": 0.3},
            ],
            "contacts": ["foot_r", "seat"],
            "crop": {"at": "knee_r", "dy": -0.5},
        },
        "b": {"mirror": "a"},
    },
}


def both(board: Board, yaw: float) -> tuple[Scene, Scene]:
    read = board({**ONE_SIDED, "camera": {"yaw": yaw, "pitch": 6}})
    person = people()["ana"]
    return scene(read, "a", person), scene(read, "b", person)


def other(name: str) -> str:
    return name[:-1] + {"r": "l", "l": "r"}[name[-1]] if name[-2:] in ("_r", "_l") else name


@pytest.mark.parametrize("yaw", [20, 50, 90])
def test_every_joint_and_place_is_reflected_whatever_the_camera(board: Board, yaw: float) -> None:
    one, mirror = both(board, yaw)
    for name, place in one.body.joints.items():
        assert np.allclose(place * ACROSS, mirror.body.joints[other(name)], atol=1e-9), name
    assert mirror.frame.contacts == ("foot_l", "seat")
    assert mirror.camera.project(ACROSS).tolist() == one.camera.project(ACROSS).tolist()


def test_props_stand_on_the_other_side(board: Board) -> None:
    one, mirror = both(board, 90)
    for solid, twin in zip(one.props, mirror.props, strict=True):
        for slab, other_slab in zip(solid.boxes, twin.boxes, strict=True):
            corners = {tuple(np.round(c, 9) + 0.0) for c in slab.corners * ACROSS}
            assert corners == {tuple(np.round(c, 9) + 0.0) for c in other_slab.corners}
        if solid.centre is not None and twin.centre is not None:
            assert np.allclose(solid.centre * ACROSS, twin.centre)


def test_seen_from_the_front_it_is_the_flip_of_the_picture_with_its_arrows(board: Board) -> None:
    one, mirror = both(board, 90)
    for shape, twin in [
        (one.painter.silhouette, mirror.painter.silhouette),
        *((a.shape, b.shape) for a, b in zip(one.arrows, mirror.arrows, strict=True)),
    ]:
        flipped = shapely.transform(shape, lambda p: p * (-1.0, 1.0))
        assert flipped.symmetric_difference(twin).area < 0.02 * shape.area


def test_seen_from_three_quarters_the_person_does_not_turn_away(board: Board) -> None:
    one, mirror = both(board, 40)
    forward = [posed.camera.flat(posed.body.frames["pelvis"][:, 0])[0] for posed in (one, mirror)]
    assert min(forward) > 0.3


def test_the_other_side_of_the_other_side_is_the_frame_itself(board: Board) -> None:
    frame = board(ONE_SIDED).frame("a")
    back = mirrored_frame(mirrored_frame(frame, View(90, 6), "b"), View(90, 6), "a")
    assert (back.pose, back.props, back.arrows, back.contacts, back.crop) == (
        frame.pose, frame.props, frame.arrows, frame.contacts, frame.crop,
    )  # fmt: skip


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_other_side_of_every_shipped_frame_is_reflected(exercise: str) -> None:
    board = shipped(exercise)
    reflected: Storyboard = mirrored_board(board)
    for (_, part), (_, twin) in zip(board.versions(), reflected.versions(), strict=True):
        for frame in part.frames[-1:]:
            one, mirror = (scene(b, frame.id, people()[part.person]) for b in (part, twin))
            places: Mapping[str, Any] = mirror.body.joints
            assert all(np.allclose(p * ACROSS, places[other(n)], atol=1e-9) for n, p in one.body.joints.items())
