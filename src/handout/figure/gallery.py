"""The pictures of a manuscript: each exercise's own, inked once for the height they are printed at.

A picture is drawn from its pose, or is the exercise's icon, or a file that a clinic gave in its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from handout.content import Exercise, Library
from handout.drawing import Box, Drawing, Picture, fit, load_picture, load_svg, mirrored
from handout.errors import FigureError, Finding
from handout.figure.cache import InkCache
from handout.figure.people import Person, read_people
from handout.figure.shelf import STYLE, frames_of, from_shelf, kept_name
from handout.figure.storyboard import Storyboard, mirrored_board, read_poses, storyboard_of
from handout.source import Node, place_of

if TYPE_CHECKING:  # what stages, checks and inks loads numpy and shapely, and is read when something is drawn anew
    from handout.figure.scene import Staged
    from handout.figure.signs import Pictogram

ICON = 0.6  # an icon's height, times the height of a figure
WIDEST = 1.6  # a photograph's width, times the height of a figure
MIRRORED = "mirrored"  # of a reference: the other side
Version = tuple[str, ...]
Versions = dict[Version, "Staged"]


@dataclass(frozen=True, slots=True)
class Look:
    """How pictures are drawn: colour or line art, whom, how large, and which side."""

    style: str = "colour"  # colour | mono
    person: str = ""  # "" leaves each exercise its own
    height: float = 128.0  # printed length of the long side, pt
    mirrored: bool = False  # the other side of the body


def look_of(style: str, person: str, height: float) -> Look:
    """How figures are drawn on a sheet of that style."""
    return Look("mono" if style == "mono" else STYLE, person, height)


class Gallery:
    """All storyboards of a library, and the drawings made from them, kept in `cache`."""

    def __init__(self, library: Library, cache: Path) -> None:
        self.library = library
        self.people = read_people(_tree(library, "assets/people.yaml"))
        self._poses = read_poses(_tree(library, "assets/poses.yaml"))
        self._ink = InkCache(cache)
        self._boards: dict[str, Storyboard] = {}
        self._staged: tuple[object, Versions] = (None, {})
        self._drawn: dict[tuple[str, Look, frozenset[str]], dict[str, Picture]] = {}

    def storyboard(self, exercise: Exercise) -> Storyboard:
        """The storyboard of an exercise that has a pose. Raises FigureError with all findings."""
        if exercise.id not in self._boards:
            if exercise.picture is None:
                raise FigureError(
                    Finding(f"{exercise.id} has no pose", "Write its picture.yaml.", exercise.where)
                )
            self._boards[exercise.id] = storyboard_of(exercise.picture, self._poses)
        return self._boards[exercise.id]

    def person(self, exercise: Exercise, wanted: str) -> Person:
        """Who is drawn: the one asked for, else the exercise's own. Raises FigureError."""
        name = wanted or self.storyboard(exercise).person
        if name not in self.people:
            hint = f"Known: {', '.join(sorted(self.people))}."
            raise FigureError(Finding(f"there is no person “{name}” to draw", hint, exercise.where))
        return self.people[name]

    def check(self, exercise: Exercise, wanted: str = "") -> tuple[Finding, ...]:
        """Why the drawings of an exercise must not be printed, each at its line. Raises FigureError."""
        if exercise.picture is None:
            return ()
        return _faults(exercise, self._stage(exercise, Look(STYLE, wanted)))

    def _board(self, exercise: Exercise, look: Look) -> Storyboard:
        board = self.storyboard(exercise)
        return mirrored_board(board) if look.mirrored else board

    def _stage(self, exercise: Exercise, look: Look, versions: tuple[Version, ...] | None = None) -> Versions:
        """Scenes of some versions, or of all. Those of the last exercise are kept: checked, then inked."""
        from handout.figure.scene import stage_board

        board, person = self._board(exercise, look), self.person(exercise, look.person)
        key = (board, person, look.style)
        if self._staged[0] != key:
            self._staged = (key, {})
        laid = self._staged[1]
        boards = {v: part for v, part in board.versions() if versions is None or v in versions}
        laid |= {v: stage_board(part, person, look.style) for v, part in boards.items() if v not in laid}
        return {version: laid[version] for version in boards}

    def draw(self, references: Iterable[str], look: Look) -> dict[str, Picture]:
        """The pictures by reference: "seated-twist/turn", "ball-wall/end/mirrored", "icons/shower".

        Raises FigureError with every one that is missing.
        """
        pictures: dict[str, Picture] = {}
        findings: list[Finding] = []
        named = tuple(references)
        for reference in named:
            try:
                pictures[reference] = self._picture(reference, look, named)
            except FigureError as error:
                findings += error.findings
        if findings:
            raise FigureError(findings)
        return pictures

    def _picture(self, reference: str, look: Look, named: tuple[str, ...]) -> Picture:
        owner, frame, *change = reference.split("/")
        if owner == "icons":
            return self._icon(frame, look)
        exercise = self.library.exercises[owner]
        wanted = frozenset(name.split("/")[1] for name in named if name.startswith(f"{owner}/"))
        other_side = change == [MIRRORED] and exercise.picture is not None and frame not in exercise.images
        found = self.pictures(exercise, replace(look, mirrored=other_side), wanted).get(frame)
        if found is None:
            what, hint = f"{owner} has no picture “{frame}”", "Give it a pose, an icon or a picture file."
            raise FigureError(Finding(what, hint, exercise.where, f"exercises.{owner}.frames.{frame}"))
        if change == [MIRRORED] and not other_side and isinstance(found, Drawing):
            return mirrored(found)  # a clinic's own drawing has no pose to reflect
        return found

    def _icon(self, name: str, look: Look) -> Picture:
        path = self.library.file(f"assets/icons/{name}.svg")
        if path is None:
            raise FigureError(Finding(f"there is no icon “{name}”", "Put it into assets/icons as SVG."))
        return fit(load_svg(path), look.height * ICON)

    def pictures(
        self, exercise: Exercise, look: Look, wanted: frozenset[str] = frozenset()
    ) -> dict[str, Picture]:
        """The pictures of one exercise by frame id: all, or at least the wanted ones."""
        key = (exercise.id, look, wanted)
        if key not in self._drawn:
            self._drawn[key] = {**self._posed(exercise, look, wanted), **self._given(exercise, look)}
        return self._drawn[key]

    def _posed(self, exercise: Exercise, look: Look, wanted: frozenset[str]) -> dict[str, Drawing]:
        if exercise.picture is None:
            return {}
        board, person = self._board(exercise, look), self.person(exercise, look.person)
        # The shipped drawings alone: a library's would be believed unseen. Its own are inked from their poses.
        kept = self.library.layers[0] / "assets/figures" / kept_name(look.style, look.height)
        shipped = from_shelf(kept, exercise.id, board, person, (look.style, look.height))
        return self._inked(exercise, look, wanted) if shipped is None else shipped

    def _inked(self, exercise: Exercise, look: Look, wanted: frozenset[str]) -> dict[str, Drawing]:
        """From the cache, where only checked drawings are; else checked and inked. Raises FigureError.

        Of an exercise's versions only those are drawn of which a frame is wanted.
        """
        board, person = self._board(exercise, look), self.person(exercise, look.person)
        boards = {version: part for version, part in board.versions() if _has(part, wanted)}
        found = {v: self._ink.find(part, person, look.style, look.height) for v, part in boards.items()}
        if None in found.values():
            staged = self._stage(exercise, look, tuple(boards))
            if wrong := _faults(exercise, staged):
                raise FigureError(wrong)
            found |= {version: self._ink.put(part, look.height) for version, part in staged.items()}
        return {frame: drawing for drawings in found.values() for frame, drawing in (drawings or {}).items()}

    def keep(self, folder: Path) -> int:
        """Ink the whole library into a folder, as assets/figures: SVG files, pictograms, packs of other styles.

        Says how many drawings the SVG files hold.
        """
        from handout.figure.catalogue import PACKED, catalogue, store
        from handout.figure.shelf import mark_of, write_index, write_pack
        from handout.figure.signs import FOLDER, draw_signs

        posed = [exercise for exercise in self.library.exercises.values() if exercise.picture is not None]
        boards = {exercise.id: self.storyboard(exercise) for exercise in posed}
        drawings = catalogue(boards, self.people)
        store(drawings, folder)
        write_index(boards, self.people, folder)
        store(draw_signs(self.signs(), self.people), folder / FOLDER)
        for style, height in PACKED:
            others = catalogue(boards, self.people, style, height)
            marks = {name: mark_of(b, self.people[b.person], style, height) for name, b in boards.items()}
            write_pack(folder / kept_name(style, height), others, marks)
        return len(drawings)

    def signs(self) -> dict[str, Pictogram]:
        """The pictograms of the page. Raises FigureError with all findings."""
        from handout.figure.signs import read_signs

        return read_signs(_tree(self.library, "assets/signs.yaml"), self._poses)

    def _given(self, exercise: Exercise, look: Look) -> dict[str, Picture]:
        """A clinic's own files in the place of poses."""
        given: dict[str, Picture] = {}
        for frame, name in exercise.images.items():
            path = self.library.file(f"handouts/exercises/{exercise.id}/{name}")
            if path is not None:
                given[frame] = load_picture(path, Box(look.height * WIDEST, look.height))
        return given


def _has(board: Storyboard, wanted: frozenset[str]) -> bool:
    """Whether one of a version's own frames is wanted; of an empty set, all are."""
    return not wanted or not wanted.isdisjoint(frames_of(board))


def _faults(exercise: Exercise, staged: Versions) -> tuple[Finding, ...]:
    """What the checks say of every version, at the lines of its picture."""
    from handout.figure.checks import check_staged

    locate = None if exercise.picture is None else partial(place_of, exercise.picture.node)
    return tuple(finding for version, part in staged.items() for finding in check_staged(part, version, locate))


def _tree(library: Library, name: str) -> Node:
    """A YAML file of the library. Raises FigureError where there is none."""
    node = library.tree(name)
    if node is None:
        raise FigureError(Finding(f"{name} is missing", "Install handout again: the shipped file is gone."))
    return node
