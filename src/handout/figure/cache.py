"""The cache: inked drawings by fingerprint, each file marked as made on this machine. Any other is redrawn: a damaged
one, one that was put there by somebody else, one under another's name."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from handout.drawing import Drawing
from handout.figure.packing import packed, unpacked
from handout.figure.people import Person
from handout.figure.storyboard.board import Storyboard, without_place
from handout.store import put_marked, read_marked

if TYPE_CHECKING:
    from handout.figure.scene import Staged

ENGINE = 19  # raised whenever a drawing would come out otherwise


def fingerprint(board: Storyboard, person: Person, style: str, height: float) -> str:
    """What a board's drawings depend on, hashed: poses, person, style, height, engine."""
    said = repr((ENGINE, without_place(board), person, style, float(height)))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


class InkCache:
    """A folder of inked storyboards. Several processes may share it: files appear whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, board: Storyboard, person: Person, style: str, height: float) -> dict[str, Drawing]:
        """The drawings of a board: from the folder, or inked and stored."""
        found = self.find(board, person, style, height)
        if found is None:
            from handout.figure.scene import stage_board

            found = self.put(stage_board(board, person, style), height)
        return found

    def put(self, staged: Staged, height: float) -> dict[str, Drawing]:
        """The drawings of laid scenes, inked and stored."""
        from handout.figure.inking import ink_staged

        drawings = ink_staged(staged, height)
        self._write(self._path(staged.board, staged.person, staged.style.name, height), drawings)
        return drawings

    def find(self, board: Storyboard, person: Person, style: str, height: float) -> dict[str, Drawing] | None:
        """The drawings of a board from the folder, or None where it has never been inked, or was damaged."""
        return self._read(self._path(board, person, style, height))

    def _path(self, board: Storyboard, person: Person, style: str, height: float) -> Path:
        return self.folder / f"{fingerprint(board, person, style, height)}.ink"

    def _read(self, path: Path) -> dict[str, Drawing] | None:
        """The stored drawings, or None where the file is missing or not what was written."""
        content = read_marked(path, path.name)
        return None if content is None else unpacked(content)

    def _write(self, path: Path, drawings: dict[str, Drawing]) -> None:
        """A folder that cannot be written to costs only time."""
        with suppress(OSError):
            put_marked(path, path.name, packed(drawings))
