from __future__ import annotations

from collections.abc import Mapping

import pytest
from figure_boards import Board, node_of

from handout.errors import FigureError
from handout.figure import Person, read_people
from handout.figure.storyboard.layers import flattened, over, spread


def _findings(board: Board, data: Mapping[str, object]) -> dict[str, str]:
    with pytest.raises(FigureError) as refused:
        board(data)
    return {f.where.file if f.where else "": f.what for f in refused.value.findings}


def test_every_mistake_is_found_at_once_and_at_its_key(board: Board) -> None:
    found = _findings(
        board,
        {
            "camera": {"yaw": "front"},
            "pose": {"base": "sitting", "thoracik": {"twist": 10}},
            "props": [{"type": "sofa"}, {"type": "chair", "seet": 0.2}, {"seat": 0.2}],
            "frames": {
                "a": {"arrows": [{"path": ["nose", "crown"]}, {"width": 0.01}], "contacts": ["ground"]},
                "b": {"pose": {"arm_r": {"to": {"reff": "crown"}, "dir": [0, 0, 0]}, "drop": "everything"}},
            },
        },
    )
    assert found == {
        "camera/yaw": "“front” is not a number",
        "pose/thoracik": "“thoracik” is not known here",
        "props/0/type": "“sofa” is not known here",
        "props/1/seet": "“seet” is not known here",
        "props/2": "a prop has no type",
        "frames/a/arrows/0/path/0": "no place is called “nose”",
        "frames/a/arrows/1": "an arrow has one of follow, ring, path and arc",
        "frames/a/contacts/0": "“ground” is not known here",
        "frames/b/pose/arm_r/to/reff": "“reff” is not known here",
        "frames/b/pose/arm_r/dir": "this points nowhere",
        "frames/b/pose/drop": "“everything” is not known here",
    }


def test_what_values_name_is_found_at_once_too(board: Board) -> None:
    found = _findings(
        board,
        {
            "pose": {"base": "sittin"},
            "frames": {
                "a": {"pose": {"arm_r": {"to": "rail.start"}}, "from": "z"},
                "b": {"mirror": "c"},
            },
        },
    )
    assert found == {
        "pose/base": "no pose is called sittin",
        "frames/a/pose/arm_r/to": "there is no rail to hold here",
        "frames/a/from": "there is no drawn frame z to begin at",
        "frames/b/mirror": "there is no drawn frame c to mirror",
    }


def test_a_mirrored_frame_says_nothing_else(board: Board) -> None:
    frames = {"a": {"pose": {"base": "standing"}}, "b": {"mirror": "a", "contacts": ["feet"]}}
    assert _findings(board, {"frames": frames}) == {
        "frames/b/contacts": "a mirrored frame takes everything from the frame it mirrors"
    }


def test_an_unknown_named_pose_is_refused_with_the_known_ones(board: Board) -> None:
    with pytest.raises(FigureError) as refused:
        board({"pose": {"base": "siting"}, "frames": {"a": {}}})
    (finding,) = refused.value.findings
    assert finding.what == "no pose is called siting"
    assert "sitting" in finding.hint


def test_a_board_without_frames_is_refused(board: Board) -> None:
    assert _findings(board, {"pose": {"base": "sitting"}}) == {".": "there are no frames"}


def test_an_arrow_with_both_path_and_arc_is_refused(board: Board) -> None:
    arrow = {"path": ["chin", "crown"], "arc": {"centre": "chest"}}
    found = _findings(board, {"frames": {"a": {"arrows": [arrow]}}})
    assert "an arrow has one of follow, ring, path and arc" in next(iter(found.values()))


def test_a_frame_changes_only_what_it_names(board: Board) -> None:
    read = board(
        {
            "pose": {"base": "sitting", "lumbar": {"flex": 5, "twist": 3}},
            "frames": {"a": {}, "b": {"pose": {"lumbar": {"twist": 12}}}},
        }
    )
    assert (read.frame("b").pose.lumbar.flex, read.frame("b").pose.lumbar.twist) == (5, 12)
    assert read.frame("b").pose.arms == read.frame("a").pose.arms


def test_a_limb_by_angles_forgets_its_target_and_the_other_way_round() -> None:
    by_target: dict[str, object] = {"arm_r": {"to": [0, 0, 0], "dir": [1, 0, 0], "grip": "flat"}}
    by_angle: dict[str, object] = {"arm_r": {"flex": 40, "elbow": 5}}
    assert over(by_target, by_angle)["arm_r"] == {"grip": "flat", "flex": 40, "elbow": 5}
    assert over(by_angle, by_target)["arm_r"] == {"to": [0, 0, 0], "dir": [1, 0, 0], "grip": "flat"}


def test_a_leg_by_angles_forgets_the_level_foot_of_its_base(board: Board) -> None:
    raised = {"leg_l": {"flex": 90, "knee": 5, "ankle": 10}}
    read = board({"pose": {"base": "sitting"}, "frames": {"a": {"pose": raised}}})
    legs = read.frame("a").pose.legs
    assert (legs["l"].foot, legs["l"].toe, legs["l"].ankle) == ("free", None, 10)
    assert (legs["r"].foot, legs["r"].to is None) == ("flat", False)


@pytest.mark.parametrize(("limb", "angle"), [("leg_r", "knee"), ("leg_r", "rot"), ("arm_r", "elbow")])
def test_any_angle_of_a_limb_is_heeded_over_a_target(board: Board, limb: str, angle: str) -> None:
    read = board({"pose": {"base": "sitting"}, "frames": {"a": {"pose": {limb: {angle: 20}}}}})
    pose = read.frame("a").pose
    assert (pose.legs if limb == "leg_r" else pose.arms)["r"].to is None


def test_what_is_said_for_both_sides_reaches_both_and_one_side_may_differ() -> None:
    wide = spread({"arms": {"abd": 8, "elbow": 10}, "arm_l": {"elbow": 90}})
    assert wide == {"arm_r": {"abd": 8, "elbow": 10}, "arm_l": {"abd": 8, "elbow": 90}}


def test_named_poses_that_go_in_a_circle_are_refused() -> None:
    with pytest.raises(KeyError):
        flattened({"base": "a"}, {"a": {"base": "b"}, "b": {"base": "a"}})


def test_an_easier_version_keeps_the_camera_and_starts_afresh_with_its_own_base(board: Board) -> None:
    read = board(
        {
            "camera": {"yaw": 20},
            "pose": {"base": "hands-and-knees", "lumbar": {"flex": 25}},
            "frames": {"a": {}},
            "easier": {"pose": {"base": "sitting"}, "frames": {"easy": {}}},
        }
    )
    assert read.easier is not None
    assert read.easier.view == read.view
    assert read.easier.frame("easy").pose.lumbar.flex == 0


def test_shoes_are_off_on_a_mat(board: Board) -> None:
    frames: dict[str, object] = {"a": {}}
    assert board({"frames": frames}).shoes
    assert not board({"frames": frames, "props": [{"type": "mat"}]}).shoes


def test_at_least_eight_people_differ_in_skin_hair_build_and_age(people: dict[str, Person]) -> None:
    assert len(people) >= 8
    everybody = people.values()
    assert len({p.skin for p in everybody}) == 5
    assert len({p.hair_style for p in everybody}) >= 6
    assert len({p.build for p in everybody}) >= 4
    assert any(p.age_lines for p in everybody)
    assert any(p.hair_style == "scarf" for p in everybody)
    assert len({(p.skin, p.hair, p.hair_style, p.build) for p in everybody}) == len(people)


def test_a_person_with_an_unknown_word_or_a_missing_key_is_refused() -> None:
    with pytest.raises(FigureError) as refused:
        read_people(node_of({"zoe": {"skin": "green", "hair": "black", "hair_style": "bob", "hat": "red"}}))
    assert [f.what for f in refused.value.findings] == [
        "“green” is not known here",
        "“hat” is not known here",
        "“build” is missing",
    ]
