"""People as they are dressed: told apart in grey, standing on a floor, with a neck, hair and clothes of their own."""

from __future__ import annotations

from itertools import combinations

import pytest
from figure_boards import node_of
from figure_shelf import people, shipped, written

from handout.errors import FigureError
from handout.figure import read_people
from handout.figure.inking import ink
from handout.figure.paint.marks import polygons_of
from handout.figure.scene import Scene, scene
from handout.figure.styles import SKIN, STYLES, rgb

PARTS_BY = 6.0  # least difference in lightness (CIE L*) of two colours that touch
STANDING = "camera: {yaw: 90, pitch: 4}\npose: {base: standing}\nframes:\n  start: {}\n"


def lightness(colour: str) -> float:
    """CIE L* of an sRGB colour."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
    return 116 * (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]) ** (1 / 3) - 16


def staged(text: str, person: str) -> Scene:
    return scene(written(text), "start", people()[person])


@pytest.mark.parametrize("skin", sorted(SKIN))
def test_shirt_trousers_and_skin_part_on_a_grey_printer(skin: str) -> None:
    colours = STYLES["colour"].colours
    for one, other in combinations((colours["shirt"], colours["trousers"], SKIN[skin]), 2):
        assert abs(lightness(one) - lightness(other)) >= PARTS_BY, (one, other)


def test_who_stands_stands_on_a_line_that_all_frames_share() -> None:
    drawings = ink(shipped("march"), people()["ana"], "colour", 128)
    lines = [[s.path for s in d.shapes if s.stroke == STYLES["colour"].colours["floor"]] for d in drawings.values()]
    assert [len(found) for found in lines] == [1, 1]
    assert {path[0][1][1] for (path,) in lines} == {path[1][1][1] for (path,) in lines}  # level, and at one height
    assert len({path[0][1][1] for (path,) in lines}) == 1


def test_a_mat_is_floor_enough() -> None:
    drawings = ink(shipped("childs-pose"), people()["kofi"], "colour", 128)
    assert all(s.stroke != STYLES["colour"].colours["floor"] for d in drawings.values() for s in d.shapes)


def test_the_shadow_is_dark_enough_to_print() -> None:
    (floor,) = [s.fill for s in ink(shipped("march"), people()["ana"], "colour", 128)["start"].shapes[:1]]
    assert floor is not None
    assert 70 < lightness(floor) < 86  # paper is 100, and a tenth of grey is lost in print


@pytest.mark.parametrize("exercise", ["roller-mid-back", "roller-beside-spine", "cat-cow", "childs-pose"])
def test_all_that_is_seen_of_a_neck_hangs_on_the_head(exercise: str) -> None:
    board = shipped(exercise)
    for frame in board.frames:
        found = scene(board, frame.id, people()[board.person])
        head = found.parts["head"].shape.buffer(0.004)
        loose = [p for p in polygons_of(found.parts["neck"].shape) if not p.intersects(head)]
        assert loose == [], f"{exercise}/{frame.id}"


@pytest.mark.parametrize("person", ["nora", "mei", "rosa"])
def test_tied_hair_is_seen_from_the_front(person: str) -> None:
    found = staged(STANDING, person)
    assert found.visible["bun"].area > 0.15 * found.parts["bun"].shape.area


def test_a_hanging_tail_stays_above_the_floor() -> None:
    found = staged("pose: {base: supine}\nframes:\n  start: {}\n", "nora")
    assert found.parts["bun"].surface[..., 1].min() > -0.03


def test_a_bust_has_a_line_from_the_front_and_not_from_behind() -> None:
    def lines_of_the_chest(text: str, person: str) -> int:
        found = staged(text, person)
        low, high = (float(found.camera.flat(found.body.spine.at(s)[0])[1]) for s in (0.17, 0.23))
        details = [d.line for d in found.parts["torso"].details if d.line is not None]
        return sum(low < line.centroid.y < high for line in details)

    from_behind = STANDING.replace("yaw: 90", "yaw: 270")
    assert (lines_of_the_chest(STANDING, "mei"), lines_of_the_chest(from_behind, "mei")) == (2, 0)
    assert lines_of_the_chest(STANDING, "luis") == 0


def test_long_sleeves_and_a_skirt_cover_arms_and_legs() -> None:
    found = staged(STANDING, "amina")
    assert found.parts["forearm_r"].fill == "shirt"
    for leg in ("thigh_r", "thigh_l", "pelvis"):
        assert found.visible[leg].area < 0.02 * found.parts[leg].shape.area, leg
    assert found.visible["upperarm_r"].is_empty
    assert found.visible["skirt"].area > 0.03


def test_a_scarf_leaves_neither_ear_nor_neck_bare() -> None:
    found = staged(STANDING, "amina")
    assert "ear_r" not in found.parts
    assert found.parts["neck"].fill == "scarf"


def test_clothes_that_nobody_has_are_refused() -> None:
    person = {"skin": "tan", "hair": "black", "hair_style": "bob", "build": "woman", "sleeves": "none"}
    with pytest.raises(FigureError) as refused:
        read_people(node_of({"eve": person}))
    assert [f.hint for f in refused.value.findings] == ["Write one of: short, long."]




RAISED = """
camera: {yaw: 40, pitch: 8}
pose: {base: sitting, arms: {flex: 168, abd: 8, elbow: 4}}
frames:
  start: {}
"""


def test_a_neck_between_raised_arms_is_as_wide_as_a_neck() -> None:
    """Cut by the near shoulder it hung below the chin like a beard."""
    found = staged(RAISED, "rosa")
    bare = found.visible["neck"]
    wide = bare.bounds[2] - bare.bounds[0]
    assert wide > 0.4 * (found.visible["head"].bounds[2] - found.visible["head"].bounds[0])
