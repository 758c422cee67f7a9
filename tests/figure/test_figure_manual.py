"""docs/poses.md is true: its example draws and passes, and its lists are those of the program."""

from __future__ import annotations

import re

import pytest
from figure_shelf import ROOT, located, people, written
from pose_tables import with_tables

from handout.content.picture.shapes import ARM, LEG, POSE
from handout.content.picture.words import CONTACTS, GRIP_NAMES, MAY_PASS, MAY_RUN, PLACE_NAMES, PROP_KEYS, PROP_SWITCHES
from handout.figure.body.anatomy import LIMITS
from handout.figure.body.flesh import DROP_GROUPS
from handout.figure.body.hands import GRIPS
from handout.figure.checks import check
from handout.figure.inking import ink

PAGE = (ROOT / "docs" / "poses.md").read_text("utf-8")
EXAMPLE = PAGE.split("```yaml\n")[1].split("```")[0]


@pytest.mark.parametrize("person", sorted(people()))
def test_the_example_passes_whoever_is_drawn(person: str) -> None:
    assert [str(finding) for finding in check(written(EXAMPLE), people()[person])] == []


def test_the_example_draws_a_start_and_both_sides() -> None:
    drawings = ink(written(EXAMPLE), people()["luis"], "colour", 128)
    assert list(drawings) == ["start", "bend", "bend-back"]
    assert drawings["bend"] != drawings["start"]


def test_the_example_of_a_refusal_is_what_the_check_says() -> None:
    text = EXAMPLE.replace("abd: -2", "abd: -14")
    said = PAGE.split("the check said:\n\n```\n")[1].split("\n```")[0]
    (finding,) = check(written(text), people()["ana"], located(text))
    assert said == str(finding)


def test_the_tables_are_those_of_the_forms_that_read_a_picture(request: pytest.FixtureRequest) -> None:
    made = with_tables(PAGE)
    if request.config.getoption("--update-golden"):
        (ROOT / "docs" / "poses.md").write_text(made, "utf-8", newline="\n")
    assert made == PAGE, "write the tables anew: pytest tests/figure/test_figure_manual.py --update-golden -n 0"


def test_the_limits_on_the_page_are_those_of_the_check() -> None:
    rows = re.findall(r"^\| (\w+) \| (-?\d+) \| (-?\d+) \|$", PAGE, re.MULTILINE)
    printed = {joint: (int(low), int(high)) for joint, low, high in rows}
    asked = {
        joint: bounds
        for joint, bounds in LIMITS.items()
        if joint not in ("hip_reach", "hip_rot", "shoulder_rot")
    }
    assert printed == asked


def test_every_word_of_a_pose_is_on_the_page() -> None:
    places = {name.removesuffix("_r") for name in PLACE_NAMES if not name.endswith("_l")}
    contacts = {name for name in CONTACTS if not name.endswith(("_r", "_l"))}
    words = {*places, *contacts, *DROP_GROUPS, *GRIPS, *PROP_KEYS, *(one.name for one in POSE.fields)}
    # A wrist's sideways bend is for the engine's own use.
    words |= {one.name for one in (*ARM.fields, *LEG.fields)} - {"dev", "at"}
    assert sorted(word for word in words if not re.search(rf"\b{word}\b", PAGE)) == []


def test_every_word_of_a_prop_is_on_the_page() -> None:
    words = {key for numbers in PROP_KEYS.values() for key in numbers}
    words |= {key for switches in PROP_SWITCHES.values() for key in switches}
    words |= {"from", "to", "by", *MAY_RUN, *MAY_PASS}
    assert sorted(word for word in words if f"`{word}" not in PAGE) == []


def test_the_grips_on_the_page_are_those_of_the_props() -> None:
    rows = re.findall(r"^\| (`[\w`, -]+`) \| ([\w, ]+) \|$", PAGE.split("**Grips.**")[1].split("##")[0], re.MULTILINE)
    printed = {kind: set(grips.split(", ")) for kinds, grips in rows for kind in re.findall(r"[\w-]+", kinds)}
    assert printed == {kind: set(grips) for kind, grips in GRIP_NAMES.items()}
