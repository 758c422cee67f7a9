from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations

import pytest
from figure_boards import ROOT, Board
from shapely.geometry import LineString

from handout.drawing import Drawing
from handout.figure import Person, Storyboard
from handout.figure.inking import ink
from handout.figure.scene import scene
from handout.figure.styles import OUTLINE_PT, THIN_PT

SITTING = {
    "camera": {"yaw": 90, "pitch": 12},
    "props": [{"type": "chair"}],
    "pose": {"base": ["sitting", "arms-crossed"]},
    "frames": {
        "start": {},
        "turn": {
            "pose": {"thoracic": {"twist": 28}},
            "arrows": [
                {
                    "arc": {
                        "centre": {"ref": "crown", "d": [0, 0.1, 0]},
                        "axis": "up",
                        "radius": 0.11,
                        "from": 70,
                        "to": -80,
                    },
                    "width": 0.027,
                }
            ],
        },
        "turn-back": {"mirror": "turn"},
    },
}


@pytest.fixture(scope="module")
def sitting(board: Board) -> Storyboard:
    return board(SITTING)


@pytest.fixture(scope="module")
def drawn(sitting: Storyboard, people: dict[str, Person]) -> dict[str, Drawing]:
    return ink(sitting, people["george"], "colour", 128)


def _points(drawing: Drawing) -> list[tuple[float, float]]:
    return [(at[i], at[i + 1]) for s in drawing.shapes for _, at in s.path for i in range(0, len(at), 2)]


def test_every_frame_is_drawn_in_order_and_in_one_box(drawn: dict[str, Drawing]) -> None:
    assert list(drawn) == ["start", "turn", "turn-back"]
    assert len({(d.width, d.height) for d in drawn.values()}) == 1


def test_the_long_side_has_the_printed_height(drawn: dict[str, Drawing]) -> None:
    assert max(drawn["start"].width, drawn["start"].height) == pytest.approx(128, abs=0.02)


def test_nothing_is_drawn_outside_the_box(drawn: dict[str, Drawing]) -> None:
    for drawing in drawn.values():
        for x, y in _points(drawing):
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height


@pytest.mark.parametrize("height", [60, 128, 170])
def test_no_stroke_is_thinner_than_the_floor(sitting: Storyboard, people: dict[str, Person], height: float) -> None:
    for drawing in ink(sitting, people["ana"], "colour", height).values():
        widths = [s.width for s in drawing.shapes if s.stroke]
        assert min(widths) >= THIN_PT
        assert max(widths) >= OUTLINE_PT * 1.5


def test_outlines_of_the_body_reach_the_outline_floor(sitting: Storyboard, people: dict[str, Person]) -> None:
    widths = [s.width for s in ink(sitting, people["ana"], "colour", 100)["start"].shapes if s.stroke]
    assert sum(w >= OUTLINE_PT for w in widths) > len(widths) / 2


def test_coordinates_lie_on_a_grid_of_a_twentieth_of_a_point(drawn: dict[str, Drawing]) -> None:
    assert all(abs(v * 20 - round(v * 20)) < 1e-6 for point in _points(drawn["turn"]) for v in point)


def test_line_art_is_grey_and_leaves_skin_and_shirt_white(sitting: Storyboard, people: dict[str, Person]) -> None:
    drawing = ink(sitting, people["omar"], "mono", 128)["start"]
    colours = {c for s in drawing.shapes for c in (s.fill, s.stroke) if c}
    assert all(c[1:3] == c[3:5] == c[5:7] for c in colours)
    assert {"#ffffff", "#c4c4c4", "#4a4a4a", "#000000"} <= colours


def test_figures_keep_shirt_and_skin_apart_in_grey(people: dict[str, Person]) -> None:
    from handout.figure.styles import STYLES, rgb

    def grey(colour: tuple[float, float, float]) -> float:
        return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]

    style = STYLES["colour"]
    shirt, line = grey(rgb(style.colours["shirt"])), grey(rgb(style.colours["line"]))
    for person in people.values():
        skin = grey(person.skin_colour(style))
        assert abs(skin - shirt) > 0.025, person.id
        assert skin - line > 0.2, person.id


def test_a_face_on_deep_skin_has_bolder_features(sitting: Storyboard, people: dict[str, Person]) -> None:
    def widest(person: Person) -> float:
        return max(d.width for d in scene(sitting, "start", person).parts["head"].details)

    kofi = people["kofi"]
    assert widest(kofi) > 1.3 * widest(replace(kofi, skin="fair"))


def test_a_face_that_looks_at_the_reader_keeps_the_whole_line_of_its_jaw(
    board: Board, people: dict[str, Person]
) -> None:
    def melts(yaw: float) -> bool:
        data = {"camera": {"yaw": yaw, "pitch": 6}, "pose": {"base": "standing"}, "frames": {"a": {}}}
        painter = scene(board(data), "a", people["nora"]).painter
        return any(joint.other("neck") == "head" for joint in painter.joints)

    assert not melts(90)
    assert melts(20)


def test_a_large_body_has_no_ledge_under_its_hem(board: Board, people: dict[str, Person]) -> None:
    data = {"camera": {"yaw": 90, "pitch": 0}, "pose": {"base": "standing"}, "frames": {"a": {}}}
    parts = scene(board(data), "a", people["kofi"]).parts
    pelvis, thighs = parts["pelvis"].shape.bounds, [parts[f"thigh_{s}"].shape.bounds for s in "rl"]
    assert pelvis[2] - pelvis[0] < 1.08 * (max(b[2] for b in thighs) - min(b[0] for b in thighs))


def test_a_crop_cuts_everything_below_it(board: Board, people: dict[str, Person]) -> None:
    whole = board({"pose": {"base": "standing"}, "frames": {"a": {}}})
    cropped = board({"pose": {"base": "standing"}, "crop": {"at": "waist"}, "frames": {"a": {}}})
    tall = ink(whole, people["ana"], "colour", 128)["a"]
    short = ink(cropped, people["ana"], "colour", 128)["a"]
    assert short.width > tall.width * 1.5


@pytest.mark.parametrize("kind", ["roller-zone", "ball-zone"])
def test_an_inset_has_crosses_on_neck_and_low_back_and_a_band_between(
    board: Board, people: dict[str, Person], kind: str
) -> None:
    data = {"pose": {"base": "standing"}, "frames": {"a": {}}, "inset": {"kind": kind}}
    drawing = ink(board(data), people["ana"], "colour", 128)["zone"]
    crosses = [s for s in drawing.shapes if s.stroke == "#9b2423" and not s.dash]
    assert len(crosses) == 4
    heights = sorted(sum(at[1] for _, at in s.path) / 2 for s in crosses)
    band = [s for s in drawing.shapes if s.stroke == "#0b4f8a" and s.path[-1][0] == "Z"]
    assert len(band) == (1 if kind == "roller-zone" else 2)
    for shape in band:
        ys = [at[1] for _, at in shape.path if at]
        assert heights[1] < min(ys)
        assert max(ys) < heights[2]


@pytest.mark.parametrize("height", [72, 128])
def test_no_two_crosses_of_an_inset_touch(board: Board, people: dict[str, Person], height: float) -> None:
    """On the two-page sheet four of them covered the back."""
    data = {"pose": {"base": "standing"}, "frames": {"a": {}}, "inset": {"kind": "roller-strip-zone"}}
    drawing = ink(board(data), people["ana"], "colour", height)["zone"]
    strokes = [
        LineString([at for _, at in s.path]).buffer((s.width or 0) / 2) for s in drawing.shapes if s.stroke == "#9b2423"
    ]
    crosses = [one.union(other) for one, other in zip(strokes[::2], strokes[1::2], strict=True)]
    assert len(crosses) == 4
    assert all(a.distance(b) > 1.0 for a, b in combinations(crosses, 2))


def test_the_spine_itself_is_never_inside_the_ball_strips(board: Board, people: dict[str, Person]) -> None:
    data = {"pose": {"base": "standing"}, "frames": {"a": {}}, "inset": {"kind": "ball-zone"}}
    drawing = ink(board(data), people["ana"], "colour", 128)["zone"]
    (spine,) = [s for s in drawing.shapes if s.dash]
    middle = spine.path[0][1][0]
    for strip in [s for s in drawing.shapes if s.stroke == "#0b4f8a" and s.path[-1][0] == "Z"]:
        xs = [at[0] for _, at in strip.path if at]
        assert min(xs) > middle + 3 or max(xs) < middle - 3


_SEEDED = """
import sys, hashlib
sys.path[:0] = [sys.argv[1] + "/src", sys.argv[1] + "/tests/figure"]
from figure_boards import ROOT, node_of
from test_figure_ink import SITTING
from handout.figure import read_people, read_poses, read_storyboard
from handout.figure.inking import ink
from handout.source import read
people = read_people(read(ROOT / "assets/people.yaml"))
poses = read_poses(read(ROOT / "assets/poses.yaml"))
drawn = ink(read_storyboard(node_of(SITTING), poses), people["nora"], "colour", 128)
print(hashlib.sha256(repr(drawn).encode()).hexdigest())
"""


def test_the_same_pose_gives_the_same_bytes_under_any_hash_seed() -> None:
    said = set()
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", _SEEDED, str(ROOT)],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        said.add(run.stdout.strip())
    assert len(said) == 1


def test_another_person_changes_the_drawing_but_not_the_box_proportions_wildly(
    sitting: Storyboard, people: dict[str, Person]
) -> None:
    boxes = [ink(replace(sitting, frames=sitting.frames[:1]), p, "colour", 128)["start"] for p in people.values()]
    ratios = [d.width / d.height for d in boxes]
    assert max(ratios) / min(ratios) < 1.35
    assert len({d.shapes for d in boxes}) == len(boxes)
