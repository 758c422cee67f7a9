"""`handout render` asked once more for the very same plain sheets: what was released is kept, and put there again.

Only sheets for nobody are kept, with what the command said of them. They are found again by everything that they
depend on: the words of the command, the folder it is given in, the day, every file of content by what it holds, the
program's own text and the packages beside it. Loads nothing that it does not need: this is a tenth of a second.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handout.cli.clock import today
from handout.store import Store, cache_folder, content_hash, engine, put_whole
from handout.version import MADE_HERE

FOLDER = "sheets"  # of the cache
COMMAND = "render"
TOLD = ("HANDOUT_", "NO_COLOR", "TERM", "PYTHONIOENCODING")  # of the environment
MOST_SHEETS = 20  # more are told of while they are made


@dataclass(slots=True)
class Heard:
    """What the command has said so far: whether on the error stream, and the line."""

    lines: list[tuple[bool, str]] = field(default_factory=list)


HEARD = Heard()


def store() -> Store:
    """Where plain sheets are kept."""
    return Store(cache_folder() / FOLDER)


def name_of(words: Sequence[str]) -> str:
    """What these words mean here and today; content not yet looked at."""
    told = {key: value for key, value in sorted(os.environ.items()) if key.startswith(TOLD)}
    seen = sys.stderr.isatty(), sys.stdout.isatty()
    return json.dumps([*words, str(Path.cwd()), today(), told, seen, engine()])


def again(words: Sequence[str]) -> bool:
    """Whether the sheets that a command asks for were there, and are in their place. Whatever is not as it was is made
    in the usual way."""
    if words[:1] != [COMMAND]:
        return False
    try:
        kept = store().get(name_of(words))
        return kept is not None and _placed(kept)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _placed(kept: bytes) -> bool:
    head, _, content = kept.partition(b"\n")
    told = json.loads(head)
    if content_hash(map(Path, told["layers"]), map(Path, told["files"])) != told["content"]:
        return False
    out, at, sheets = Path(told["out"]), 0, []
    for name, size in told["sheets"]:
        sheets.append((out / name, content[at : at + size]))
        at += size
    if (out / ".handout").exists() or not all(_free(path, sheet) for path, sheet in sheets):
        return False
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path, sheet in sheets:
        _put(path, sheet)
    for error, line in told["said"]:
        (sys.stderr if error else sys.stdout).write(line + "\n")
    return True


def _free(path: Path, sheet: bytes) -> bool:
    """Whether a sheet may stand there: nothing does, or a sheet of ours."""
    return not path.is_symlink() and (not path.exists() or path.read_bytes() == sheet or MADE_HERE in path.read_bytes())


def _put(path: Path, sheet: bytes) -> None:
    if path.exists() and path.read_bytes() == sheet:
        return
    put_whole(path, sheet)
    if hashlib.sha256(path.read_bytes()).digest() != hashlib.sha256(sheet).digest():
        raise ValueError


def keep(
    words: Sequence[str],
    out: Path,
    read: tuple[Sequence[Path], Sequence[Path]],
    content: str,
    sheets: Mapping[str, bytes],
) -> None:
    """Remember what a command released: sheets by name in a folder, made from libraries and other files, whose content
    had that hash when it began: what is saved while sheets are made has sheets of its own."""
    if words[:1] != [COMMAND] or not 0 < len(sheets) <= MOST_SHEETS:
        return
    told = {
        "layers": [*map(str, read[0])],
        "files": [*map(str, read[1])],
        "content": content,
        "out": str(out),
        "sheets": [(name, len(sheet)) for name, sheet in sheets.items()],
        "said": HEARD.lines,
    }
    store().put(name_of(words), json.dumps(told).encode() + b"\n" + b"".join(sheets.values()))
