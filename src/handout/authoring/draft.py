"""An exercise's picture by itself: its file, the people and the named poses, and no word, list or other exercise.

An author draws long before the words are written, so nothing else has to be whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from handout.errors import FigureError, Finding, Place, UsageError
from handout.figure import (
    FaultFound,
    Judged,
    Person,
    Scene,
    Staged,
    Storyboard,
    View,
    arrows_clear,
    faults_of_picture,
    faults_of_staged,
    finding_of,
    judge_views,
    read_people,
    read_poses,
    read_storyboard,
    stage_board,
    within_the_cell,
)
from handout.source import Mapping as Tree
from handout.source import Node, place_of, read

PICTURE = "picture.yaml"
_VIEW = re.compile(r"(?P<before>\s*camera:\s*)(\{[^}]*\})?(?P<after>.*)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A picture as its author works on it."""

    name: str
    file: Path
    node: Node
    board: Storyboard
    people: Mapping[str, Person]

    def person(self, wanted: str = "") -> Person:
        """Who is drawn: the one asked for, else the picture's own. Raises UsageError."""
        name = wanted or self.board.person
        if name not in self.people:
            hint = f"Write person: and one of: {', '.join(sorted(self.people))}."
            raise UsageError(Finding(f"there is no person “{name}” to draw", hint, Place(self.file.name)))
        return self.people[name]

    def staged(self, wanted: str = "", style: str = "colour") -> dict[tuple[str, ...], Staged]:
        """Every version's scenes, laid once."""
        person = self.person(wanted)
        return {version: stage_board(part, person, style) for version, part in self.board.versions()}

    def findings(self, wanted: str = "") -> tuple[Finding, ...]:
        """What the checks refuse, at its line."""
        return tuple(finding for finding, _ in self.judged(self.staged(wanted)))

    def judged(self, staged: Mapping[tuple[str, ...], Staged]) -> Iterator[tuple[Finding, FaultFound]]:
        """Every fault with the finding that tells it."""
        locate = partial(place_of, self.node)
        for version, part in staged.items():
            for found in faults_of_staged(part):
                yield finding_of(found, version, locate), found


def read_draft(layers: Sequence[Path], name: str) -> Draft:
    """The picture of an exercise by its name, its folder or its file. Raises UsageError or FigureError."""
    file = picture_file(layers, name)
    people = read_people(_shared(layers, "assets/people.yaml"))
    node = read(file)
    poses = read_poses(_shared(layers, "assets/poses.yaml"))
    return Draft(file.parent.name, file, node, read_storyboard(node, poses), people)


def picture_file(layers: Sequence[Path], name: str) -> Path:
    """The picture file of an exercise by its name, folder or file. Raises UsageError."""
    given = Path(name)
    in_layers = [layer / "handouts" / "exercises" / name / PICTURE for layer in reversed(layers)]
    candidates = [given, given / PICTURE, *in_layers]
    found = next((path for path in candidates if path.name.endswith(".yaml") and path.is_file()), None)
    if found is None:
        folders = {path.parent.name for layer in layers for path in layer.glob(f"handouts/exercises/*/{PICTURE}")}
        known = f"Known: {', '.join(sorted(folders))}; or name a folder that holds a {PICTURE}."
        raise UsageError(Finding(f"there is no picture of “{name}”", known))
    return found


def _shared(layers: Sequence[Path], relative: str) -> Node:
    """A file of the topmost layer that has it."""
    file = next((layer / relative for layer in reversed(layers) if (layer / relative).is_file()), None)
    if file is None:
        raise FigureError(Finding(f"{relative} is missing", "Install handout again: the shipped file is gone."))
    return read(file)


@dataclass(frozen=True, slots=True)
class RankedViews:
    """The views of one version, the best first."""

    version: tuple[str, ...]
    judged: tuple[Judged, ...]


def choose_views(draft: Draft, wanted: str = "") -> tuple[RankedViews, ...]:
    """36 views of each version that has a camera of its own."""
    person = draft.person(wanted)
    return tuple(
        RankedViews(version, judge_views(board, person, _faults_seen))
        for version, board in draft.board.versions()
        if not version or _has_camera(draft, version)
    )


def _faults_seen(start: Scene, posed: Scene) -> int:
    """How many of the faults that depend on the camera a view has."""
    return len([*faults_of_picture(start, posed), *arrows_clear(posed), *within_the_cell(posed)])


def _has_camera(draft: Draft, version: tuple[str, ...]) -> bool:
    own = draft.node.get(version[0]) if isinstance(draft.node, Tree) else None
    return isinstance(own, Tree) and own.get("camera") is not None


def write_view(draft: Draft, version: tuple[str, ...], view: View) -> None:
    """The view into the picture's file, in the line of its camera; everything else stays as it is."""
    lines = draft.file.read_text("utf-8").splitlines(keepends=True)
    said = f"{{yaw: {view.yaw:g}, pitch: {view.pitch:g}}}"
    where = place_of(draft.node, (*version, "camera"))
    line = where.line - 1 if where.line else 0
    match = _VIEW.match(lines[line])
    if match and match[2]:
        lines[line] = f"{match['before']}{said}{match['after']}\n"
    elif not version and not any(entry.startswith("camera:") for entry in lines):
        lines.insert(0, f"camera: {said}\n")
    else:
        hint = f"Write it on one line: camera: {said}"
        raise UsageError(Finding("the camera takes several lines", hint, where))
    draft.file.write_text("".join(lines), "utf-8", newline="\n")
