"""Times the figures of the shipped exercises: laid, checked and inked anew, from the cache; and their weight.

python benchmarks/figures.py [exercise ...]

Processor time, the median of three rounds, in milliseconds a drawn frame.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from handout.content import shipped_root
from handout.drawing import Drawing
from handout.figure import Gallery, InkCache, Person, Storyboard
from handout.figure.checks import check_staged
from handout.figure.inking import ink_staged
from handout.figure.scene import stage_board
from handout.pipeline import open_shop

HEIGHT = 128.0  # printed length of the long side on a card, pt
ROUNDS = 3
CACHED_ROUNDS = 20
TODAY = date(2026, 11, 20)
HEAD = f"{'exercise':22}{'laid':>7}{'checked':>9}{'inked':>7}{'in all':>8}{'cached':>8}{'frames':>8}{'bytes':>8}"


def _spent(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def _deflated(drawing: Drawing) -> int:
    operators = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    lines = []
    for shape in drawing.shapes:
        lines += [" ".join(f"{v:g}" for v in at) + " " + operators[verb] for verb, at in shape.path]
        lines.append(f"{shape.fill} {shape.stroke} {shape.width:g}")
    return len(zlib.compress("\n".join(lines).encode(), 9))


def _measure(board: Storyboard, person: Person, cache: InkCache) -> tuple[list[float], float, int, int]:
    """Milliseconds of all frames laid, checked and inked, and cached; frames, and the heaviest frame's bytes."""
    frames = sum(frame.mirror is None for frame in board.frames) + (board.inset is not None)
    rounds = []
    for _ in range(ROUNDS):
        laid = _spent(lambda: stage_board(board, person))
        staged = stage_board(board, person)  # untouched by what the checks and the ink keep
        checked = _spent(lambda staged=staged: check_staged(staged))  # type: ignore[misc]
        inked = _spent(lambda staged=staged: ink_staged(staged, HEIGHT))  # type: ignore[misc]
        rounds.append((laid, checked, inked))
    drawings = cache.get(board, person, "colour", HEIGHT)
    cached = _spent(lambda: [cache.get(board, person, "colour", HEIGHT) for _ in range(CACHED_ROUNDS)])
    steps = [statistics.median(step) for step in zip(*rounds, strict=True)]
    return steps, cached / CACHED_ROUNDS, frames, max(_deflated(one) for one in drawings.values())


def main(wanted: list[str]) -> None:
    """Measure and print a table."""
    sys.stdout.write(HEAD + "\n")
    totals, cached, frames, heaviest = [0.0, 0.0, 0.0], 0.0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop([shipped_root()], None, TODAY, Path(folder) / "cache", ["en"])
        gallery = Gallery(shop.library, Path(folder) / "cache")
        exercises = [one for one in shop.library.exercises.values() if one.picture is not None]
        chosen = [one for one in exercises if not wanted or one.id in wanted]
        for one in chosen:
            board, person = gallery.storyboard(one), gallery.person(one, "")
            steps, kept, drawn, size = _measure(board, person, InkCache(Path(folder) / "ink"))
            _row(one.id, steps, kept, drawn, size)
            totals = [total + step for total, step in zip(totals, steps, strict=True)]
            cached, frames, heaviest = cached + kept, frames + drawn, max(heaviest, size)
    _row("mean or most", totals, cached / len(chosen), frames, heaviest)


def _row(name: str, steps: list[float], cached: float, frames: int, size: int) -> None:
    each = [step / frames for step in steps]
    times = "".join(f"{value:{width}.0f}" for value, width in zip([*each, sum(each)], (7, 9, 7, 8), strict=True))
    sys.stdout.write(f"{name:22}{times}{cached:8.2f}{frames:8}{size:8}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
