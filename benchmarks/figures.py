"""Times the figures of the shipped exercises: laid, checked and inked anew, from the cache; and their weight.

python benchmarks/figures.py [exercise ...]
"""

from __future__ import annotations

import sys
import tempfile
import time
import zlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import yaml

from handout.drawing import Drawing
from handout.errors import Place
from handout.figure import InkCache, Person, Storyboard, ink, read_people, read_storyboard
from handout.figure.checks import check_staged
from handout.figure.inking import ink_staged
from handout.figure.scene import stage_board

ROOT = Path(__file__).parents[1]
HEIGHT = 128.0  # printed length of the long side on a card, pt
CACHED_ROUNDS = 20


def _load(path: Path) -> Mapping[str, object]:
    loaded: Mapping[str, object] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def _place(path: Path, _: tuple[str | int, ...]) -> Place:
    return Place(str(path))


def _boards(wanted: list[str]) -> dict[str, Storyboard]:
    poses = _load(ROOT / "assets/poses.yaml")
    boards = {}
    for path in sorted((ROOT / "handouts/exercises").glob("*/picture.yaml")):
        if not wanted or path.parent.name in wanted:
            boards[path.parent.name] = read_storyboard(_load(path), partial(_place, path), poses)
    return boards


def _deflated(drawing: Drawing) -> int:
    """Bytes of the drawing as PDF path operators, deflated."""
    operators = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    lines = []
    for shape in drawing.shapes:
        lines += [" ".join(f"{v:g}" for v in at) + " " + operators[verb] for verb, at in shape.path]
        lines.append(f"{shape.fill} {shape.stroke} {shape.width:g}")
    return len(zlib.compress("\n".join(lines).encode(), 9))


def _measure(board: Storyboard, person: Person, cache: InkCache) -> tuple[float, float, int, int]:
    """Milliseconds a frame laid, checked and inked, and cached; frames, and the heaviest frame's bytes."""
    started = time.process_time()
    staged = stage_board(board, person)
    check_staged(staged)
    drawings = ink_staged(staged, HEIGHT)
    anew = (time.process_time() - started) * 1000
    drawn = sum(f.mirror is None for f in board.frames) + (board.inset is not None)
    cache.get(board, person, "colour", HEIGHT)
    started = time.process_time()
    for _ in range(CACHED_ROUNDS):
        cache.get(board, person, "colour", HEIGHT)
    cached = (time.process_time() - started) * 1000 / CACHED_ROUNDS
    return anew / drawn, cached / len(drawings), drawn, max(_deflated(d) for d in drawings.values())


def main(wanted: list[str]) -> None:
    people = read_people(_load(ROOT / "assets/people.yaml"), lambda _: Place("people.yaml"))
    boards = _boards(wanted)
    for board in list(boards.values())[:1]:
        ink(board, people[board.person], "colour", HEIGHT)  # libraries loaded, tables made
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, board in boards.items():
            rows.append((name, *_measure(board, people[board.person], InkCache(Path(folder)))))
    out = [f"{'exercise':22}{'anew ms':>9}{'cached ms':>11}{'frames':>8}{'bytes':>8}"]
    out += [
        f"{name:22}{anew:9.0f}{cached:11.2f}{frames:8}{size:8}" for name, anew, cached, frames, size in rows
    ]
    total = sum(frames for _, _, _, frames, _ in rows)
    anew = sum(anew * frames for _, anew, _, frames, _ in rows) / total
    cached = sum(cached for _, _, cached, _, _ in rows) / len(rows)
    out.append(f"{'mean':22}{anew:9.0f}{cached:11.2f}{total:8}{max(size for *_, size in rows):8}")
    sys.stdout.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
