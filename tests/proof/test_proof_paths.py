"""The bare paths of a page: what is painted in one space is one ornament, with the points that a reader has."""

from __future__ import annotations

import pytest
from eye_made import file

from handout.proof.eye.glass import look_through
from handout.proof.eye.paths import Ornament


def ornaments(contents: bytes) -> tuple[Ornament, ...]:
    ((page, _),) = look_through(file(contents))
    return page.ornaments


def test_a_path_is_read_by_its_points_on_the_page() -> None:
    ((stroke,),) = (one.strokes for one in ornaments(b"1 0 0 rg 2 3 m 12 3 l 12 9 l h f"))
    assert stroke.points == ((2, 3), (12, 3), (12, 9), (2, 3))
    assert (stroke.curved, stroke.rings) == (False, 1)


def test_points_are_moved_enlarged_and_sheared_as_the_space_is() -> None:
    (one,) = ornaments(b"q 2 0.5 -1 3 10 20 cm 1 2 m 3 4 l S Q")
    assert one.strokes[0].points == ((10, 26.5), (12, 33.5))


def test_curves_are_read_by_their_control_points() -> None:
    (one,) = ornaments(b"0 0 m 1 2 3 4 5 6 c 9 9 l S")
    assert one.strokes[0].points == ((0, 0), (1, 2), (3, 4), (5, 6), (9, 9))
    assert one.strokes[0].curved


def test_each_beginning_is_a_ring() -> None:
    (one,) = ornaments(b"0 0 m 9 0 l 9 9 l h 2 2 m 4 2 l 4 4 l h f")
    assert (one.strokes[0].rings, one.strokes[0].curved) == (2, False)


def test_paths_in_one_space_are_one_ornament_and_those_in_another_another() -> None:
    found = ornaments(b"q 1 0 0 1 5 5 cm 0 0 m 9 0 l S 0 0 m 0 9 l S Q q 1 0 0 1 50 5 cm 0 0 m 9 0 l S Q 0 0 m 9 9 l S")
    assert [len(one.strokes) for one in found] == [2, 1, 1]
    assert [one.strokes[0].points[0] for one in found] == [(5, 5), (50, 5), (0, 0)]


@pytest.mark.parametrize(
    ("operators", "colour"),
    [
        (b"1 0 0 rg 0 1 0 RG 0 0 m 9 0 l 9 9 l f", (255, 0, 0)),
        (b"1 0 0 rg 0 1 0 RG 0 0 m 9 0 l 9 9 l f*", (255, 0, 0)),
        (b"1 0 0 rg 0 1 0 RG 0 0 m 9 0 l 9 9 l S", (0, 255, 0)),
        (b"1 0 0 rg 0 1 0 RG 0 0 m 9 0 l 9 9 l B", (255, 0, 0)),
        (b"0 0 1 rg 0 0 m 9 0 l 9 9 l f 1 0 0 rg 1 1 m 9 1 l 9 9 l f", (0, 0, 255)),
    ],
)
def test_an_ornament_has_the_colour_of_its_first_path(operators: bytes, colour: tuple[int, int, int]) -> None:
    (one,) = ornaments(operators)
    assert one.colour == colour
