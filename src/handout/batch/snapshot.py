"""What a run is made from, as one hash: taken before the first sheet and once more before the print file.

Templates and themes are read from the library's folders while a run is on. When one was saved in between,
the sheets are of two kinds, and no print file may hold both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from handout import __version__
from handout.pipeline import Desk

PARTS = ("handouts", "assets", "packs", "approvals")  # of a library's folder


def snapshot(desk: Desk) -> str:
    """The hash of every file that a sheet of this desk can depend on, and of the program's version."""
    digest = hashlib.sha256(__version__.encode())
    for path in _files(desk):
        try:
            content = path.read_bytes()
        except OSError:
            content = b"(cannot be read)"
        digest.update(f"\0{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _files(desk: Desk) -> Iterator[Path]:
    for layer in desk.library.layers:
        for part in PARTS:
            yield from _sorted((layer / part).rglob("*"))
        yield from _sorted([layer / "approvals.yaml"])
    if desk.clinic is not None:
        yield Path(desk.clinic.where.file)
        yield from [desk.clinic.logo] if desk.clinic.logo else []


def _sorted(paths: Iterable[Path]) -> list[Path]:
    return sorted(path for path in paths if path.is_file())
