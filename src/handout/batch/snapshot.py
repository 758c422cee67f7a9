"""What a run is made from, as one hash: taken before the first sheet and once more before the print file.

Templates and themes are read from the library's folders while a run is on. When one was saved in between,
the sheets are of two kinds, and no print file may hold both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from handout.shop import Shop
from handout.version import __version__

PARTS = ("handouts", "assets", "packs", "approvals")  # of a library's folder


def snapshot(shop: Shop) -> str:
    """The hash of every file that a sheet of this shop can depend on, and of the program's version."""
    digest = hashlib.sha256(__version__.encode())
    for path in _files(shop):
        try:
            content = path.read_bytes()
        except OSError:
            content = b"(cannot be read)"
        digest.update(f"\0{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _files(shop: Shop) -> Iterator[Path]:
    for layer in shop.library.layers:
        yield from library_files(layer)
    if shop.clinic is not None:
        yield Path(shop.clinic.where.file)
        yield from [shop.clinic.logo] if shop.clinic.logo else []


def library_files(layer: Path) -> Iterator[Path]:
    """Every file of a library's folder that a sheet can depend on, in a fixed order."""
    for part in PARTS:
        yield from _sorted((layer / part).rglob("*"))
    yield from _sorted([layer / "approvals.yaml"])


def _sorted(paths: Iterable[Path]) -> list[Path]:
    return sorted(path for path in paths if path.is_file())
