"""The cache: inked drawings by fingerprint, each file marked as made on this machine. Any other is redrawn: a damaged
one, one that was put there by somebody else, one under another's name."""

from __future__ import annotations

import hashlib
import hmac
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from handout.drawing import Drawing, machine_secret
from handout.figure.packing import packed, unpacked
from handout.figure.people import Person
from handout.figure.storyboard.board import Storyboard, without_place

if TYPE_CHECKING:
    from handout.figure.scene import Staged

ENGINE = 19  # raised whenever a drawing would come out otherwise
_STAMP = 64  # hexadecimal digits of an HMAC-SHA-256 before the content


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
        try:
            stored = path.read_bytes()
        except OSError:
            return None
        stamp, content = stored[:_STAMP], stored[_STAMP:]
        return unpacked(content) if hmac.compare_digest(_stamp(path, content), stamp) else None

    def _write(self, path: Path, drawings: dict[str, Drawing]) -> None:
        """Atomic: a temporary file moved into place. A folder that cannot be written to costs only time."""
        content = packed(drawings)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_stamp(path, content) + content)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _stamp(path: Path, content: bytes) -> bytes:
    """The mark of a file of that name with that content."""
    return hmac.new(machine_secret(), path.name.encode() + b"\0" + content, hashlib.sha256).hexdigest().encode()
