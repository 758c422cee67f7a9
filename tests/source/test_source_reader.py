"""Reading: what is kept of a file, and which files are no text that we read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handout.errors import Finding, Place, SourceError
from handout.source import Mapping, NodeList, Scalar, parse, place_of, plain, read
from handout.source.guards import LARGEST, text_of

TEXT = """\
name: Seated twist
steps:
  turn: "Turn {to_side}."
  stay: >
    Stay there
    {for_hold}.
dose: {repetitions: 5, hold_s: 5}
frames:
  - start
  - {turn: [1, 2.5, -3]}
"""


@pytest.fixture
def tree() -> Mapping:
    node = parse(TEXT, "a.yaml")
    assert isinstance(node, Mapping)
    return node


def test_every_node_knows_its_line_and_column(tree: Mapping) -> None:
    assert place_of(tree, "name") == Place("a.yaml", 1, 1)
    assert place_of(tree, "steps.turn") == Place("a.yaml", 3, 3)
    assert place_of(tree, "dose.hold_s") == Place("a.yaml", 7, 24)
    assert place_of(tree, "frames.1.turn.2") == Place("a.yaml", 10, 21)


def test_a_path_that_ends_early_gives_the_place_where_it_should_have_stood(tree: Mapping) -> None:
    assert place_of(tree, "dose.sets") == Place("a.yaml", 7, 1)
    assert place_of(tree, "frames.7") == Place("a.yaml", 8, 1)


def test_a_scalar_is_text_and_says_whether_it_was_quoted(tree: Mapping) -> None:
    steps = tree.get("steps")
    assert isinstance(steps, Mapping)
    turn, stay = steps.get("turn"), steps.get("stay")
    assert turn == Scalar("Turn {to_side}.", Place("a.yaml", 3, 9), quoted=True)
    assert isinstance(stay, Scalar)
    assert stay.text == "Stay there {for_hold}.\n"


def test_braces_and_brackets_are_told_from_lines(tree: Mapping) -> None:
    dose, frames = tree.get("dose"), tree.get("frames")
    assert isinstance(dose, Mapping)
    assert isinstance(frames, NodeList)
    assert (dose.flow, frames.flow) == (True, False)


def test_plain_values_follow_yaml_1_2(tree: Mapping) -> None:
    assert plain(tree) == {
        "name": "Seated twist",
        "steps": {"turn": "Turn {to_side}.", "stay": "Stay there {for_hold}.\n"},
        "dose": {"repetitions": 5, "hold_s": 5},
        "frames": ["start", {"turn": [1, 2.5, -3]}],
    }


@pytest.mark.parametrize(
    "text", ["010", "1:30", "no", "Yes", "on", "off", "1_000", ".5", "5.", "0x1F", "~", ".inf"]
)
def test_a_value_that_two_readers_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match=r"a.yaml:1:7"):
        plain(parse(f"dose: {text}", "a.yaml"))


@pytest.mark.parametrize("text", ["010", "1:30", "no", "on", "true", "5"])
def test_a_quoted_value_is_text_for_sure(text: str) -> None:
    assert plain(parse(f'dose: "{text}"', "a.yaml")) == {"dose": text}


def test_a_comment_behind_one_word_is_kept_in_mind(tree: Mapping) -> None:
    node = parse("sides: both  # none, one or both\n", "a.yaml")
    assert isinstance(node, Mapping)
    sides = node.get("sides")
    assert isinstance(sides, Scalar)
    assert sides.comment
    assert not isinstance(tree.get("name"), Mapping)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"a: b\n\tc: d\n", r"f:2:1: a tab stands here"),
        (b"a: b\x00\n", r"f:1:5: a NUL character"),
        ("a: b\u202ec\n".encode(), r"f:1:5: a mark that turns text around \(U\+202E\)"),
        ("a: b\u2028c\n".encode(), r"f:1:5: a hidden character \(U\+2028\)"),
        ("a: \ufffd\n".encode(), r"f:1:4: a replacement character"),
        ("a: b\nc: é\n".encode("latin-1"), r"f:2:4: the file is not saved as UTF-8 \(byte 0xe9"),
        ("a: b\n".encode("utf-16"), r"f:1:1: the file is saved as UTF-16"),
        (b"a" * (LARGEST + 1), r"f:1:1: the file is too large"),
    ],
)
def test_what_is_no_plain_text_is_refused_where_it_stands(raw: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        text_of(raw, "f")


def test_line_ends_of_other_systems_and_a_byte_order_mark_are_fine() -> None:
    assert text_of(b"\xef\xbb\xbfa: b\r\nc: d\r", "f") == "a: b\nc: d\n"


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read: No such file"):
        read(tmp_path / "none.yaml", "none.yaml")


def test_all_findings_of_a_file_come_at_once() -> None:
    with pytest.raises(SourceError) as refused:
        parse("a: &x 1\na: 2\nb: *x\nc: one two # three\n", "f")
    assert [finding.where.line for finding in refused.value.findings if finding.where] == [1, 2, 3, 4]


@example("?")
@given(st.text(max_size=60))
def test_no_text_whatever_ends_in_a_traceback(text: str) -> None:
    found: tuple[Finding, ...] = ()
    try:
        parse(text_of(text.encode("utf-8", "replace"), "f"), "f")
    except SourceError as error:
        found = error.findings
    assert all(finding.where is not None and finding.hint for finding in found)
