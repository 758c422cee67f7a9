"""Who has read which line: kept by hash in `reviews/<language>.json` of the clinic's library, for all routines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from handout.errors import ContentError, Finding, Place

FOLDER = "reviews"
Ticks = dict[str, str]  # hash of a line -> who and when: "Ada Invented, 2026-11-29"


def path_of(layer: Path, tag: str) -> Path:
    return layer / FOLDER / f"{tag}.json"


def read_ticks(layers: Iterable[Path], tag: str) -> Ticks:
    """All ticks of a language, over all libraries. Raises ContentError for a file that is no list of ticks."""
    found: Ticks = {}
    for layer in layers:
        path = path_of(layer, tag)
        if path.is_file():
            found |= _read(path)
    return found


def _read(path: Path) -> Ticks:
    try:
        node = json.loads(path.read_text("utf-8"))
    except ValueError:
        node = None
    if not isinstance(node, dict) or not all(isinstance(said, str) for said in node.values()):
        hint = "Move it away; the ticks of the review files that you still have can be imported again."
        raise ContentError(Finding("this is no file of ticks", hint, Place(path.as_posix())))
    return {str(key): str(said) for key, said in node.items()}


def keep_ticks(layer: Path, tag: str, more: Mapping[str, str]) -> None:
    """Add ticks; the first who read a line stays named."""
    path = path_of(layer, tag)
    known = _read(path) if path.is_file() else {}
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_text(json.dumps({**more, **known}, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    part.replace(path)
