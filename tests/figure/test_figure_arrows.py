from __future__ import annotations

import pytest
from figure_boards import Board
from shapely.affinity import scale
from shapely.geometry import LineString

from handout.figure import Person, Storyboard
from handout.figure.arrows import DrawnArrow
from handout.figure.scene import scene


def _standing(arrow: dict[str, object]) -> dict[str, object]:
    return {
        "camera": {"yaw": 90, "pitch": 5},
        "pose": {"base": "standing", "arms": {"abd": 70, "grip": "flat"}},
        "frames": {"a": {"arrows": [arrow]}},
    }


@pytest.mark.parametrize(
    "arrow",
    [
        {
            "path": [{"ref": "chin", "d": [0.1, -0.02, 0]}, {"ref": "forehead", "d": [0.1, 0.02, 0]}],
            "bend": 0,
        },
        {"path": [{"ref": "hand_r", "d": [0, -0.06, 0]}, {"ref": "hand_r", "d": [0, 0.06, 0]}], "bend": 0.1},
        {"arc": {"centre": "hand_l", "axis": "front", "radius": 0.03, "from": 0, "to": 250}},
        {"arc": {"centre": "hand_r", "axis": "z", "radius": 0.09, "from": -50, "to": 235}, "wrap": True},
    ],
)
def test_an_arrow_laid_over_a_face_or_hand_ends_up_clear_of_it(
    board: Board, people: dict[str, Person], arrow: dict[str, object]
) -> None:
    found = scene(board(_standing(arrow)), "a", people["ana"])
    (drawn,) = found.arrows
    assert drawn.shape.area > 3e-4
    assert drawn.shape.intersection(found.face_and_hands()).area < 1e-9


def test_an_arrow_that_is_clear_stays_where_it_was_put(board: Board, people: dict[str, Person]) -> None:
    path = [{"ref": "knee_r", "d": [0.1, 0, 0.12]}, {"ref": "knee_r", "d": [0.1, 0.15, 0.12]}]
    (drawn,) = scene(board(_standing({"path": path, "bend": 0})), "a", people["ana"]).arrows
    assert LineString(drawn.track).distance(drawn.shape.centroid) < 1e-6


def test_a_double_arrow_has_two_heads(board: Board, people: dict[str, Person]) -> None:
    path = [{"ref": "knee_r", "d": [0, -0.1, 0.15]}, {"ref": "knee_r", "d": [0, 0.1, 0.15]}]

    def area(both: bool) -> float:
        arrow = {"path": path, "bend": 0, "both": both}
        return float(scene(board(_standing(arrow)), "a", people["ana"]).arrows[0].shape.area)

    assert area(True) > area(False) * 1.2


def test_no_shipped_arrow_touches_a_face_or_hand(shipped: dict[str, Storyboard], people: dict[str, Person]) -> None:
    for name, board in shipped.items():
        for part in filter(None, (board, board.easier, board.harder)):
            for frame in part.frames:
                if not frame.arrows:
                    continue
                found = scene(part, frame.id, people[part.person])
                for drawn in found.arrows:
                    clear = found.ground.clear(drawn.arrow)
                    assert drawn.shape.intersection(clear).area < 1e-9, (name, frame.id)
                    assert drawn.shape.area > 3e-4, (name, frame.id)


def _rings(board: Board, people: dict[str, Person], joint: str, **ring: object) -> list[DrawnArrow]:
    arrows = [{"ring": f"{joint}_{side}", **ring} for side in ("r", "l")]
    frame = {"pose": {"arms": {"abd": 8}}, "arrows": arrows}
    data = {"camera": {"yaw": 90, "pitch": 6}, "pose": {"base": "standing"}, "frames": {"a": frame}}
    return list(scene(board(data), "a", people["mei"]).arrows)


def test_a_pair_of_rings_seen_from_the_front_is_mirrored(board: Board, people: dict[str, Person]) -> None:
    """Two arrows that do not match are read as two movements."""
    right, left = _rings(board, people, "shoulder", axis="out", back=True, radius=0.072)
    mirrored = scale(right.shape, xfact=-1, origin=(0, 0))
    assert mirrored.symmetric_difference(left.shape).area < 0.02 * left.shape.area


def test_a_ring_that_faces_the_reader_is_whole(board: Board, people: dict[str, Person]) -> None:
    """Half of it hidden behind the chest, it would be a bow that goes nowhere."""
    (ring, _) = _rings(board, people, "shoulder", axis="front", radius=0.05)
    assert LineString(ring.track).intersection(ring.shape).length > 0.9 * LineString(ring.track).length
