"""The words of a picture file are those that the engine draws: none is promised, none is left out."""

from __future__ import annotations

from figure_shelf import people, written

from handout.content.picture.words import (
    CONTACTS,
    DROPPED,
    GRIP_NAMES,
    HAND_GRIPS,
    PLACE_NAMES,
    PROP_KEYS,
    SIDES_OF_PAGE,
)  # fmt: skip
from handout.figure.body.flesh import DROP_GROUPS
from handout.figure.body.hands import GRIPS
from handout.figure.checks.support import PROP_CONTACTS, parts_of_contact
from handout.figure.props.build import _MAKERS
from handout.figure.props.grips import grips_of
from handout.figure.scene import scene
from handout.figure.storyboard.prop_types import Prop
from handout.figure.trace import SIDES_OF_PAGE as ANGLES

STANDING = "pose: {base: standing}\nframes: {a: {}}\n"


def test_every_place_is_on_the_body_that_is_drawn() -> None:
    body = scene(written(STANDING), "a", people()["ana"]).body
    assert set(body.joints) >= PLACE_NAMES


def test_every_grip_is_a_place_of_its_prop() -> None:
    body = scene(written(STANDING), "a", people()["ana"]).body
    ends = "from: [0, 0.5, 0], to: [0, 0.5, 0.4]"
    for kind, names in GRIP_NAMES.items():
        where = ends if kind in {"rail", "stick", "band", "strap", "crutch"} else "at: [0.5, 0, 0]"
        text = STANDING + f"props: [{{type: {kind}, {where}}}]\n"
        (prop,) = written(text).frame("a").props
        assert isinstance(prop, Prop)
        assert set(grips_of(prop, body)) == set(names), kind


def test_what_is_set_down_held_and_laid_beside_has_the_same_words() -> None:
    assert set(DROPPED) == set(DROP_GROUPS)
    assert set(HAND_GRIPS) == set(GRIPS)
    assert set(SIDES_OF_PAGE) == set(ANGLES)
    assert set(PROP_KEYS) == set(_MAKERS) | {"mat"}


def test_every_contact_is_held_to_touch() -> None:
    for name in set(CONTACTS) - set(PROP_CONTACTS):
        assert parts_of_contact(name), name
