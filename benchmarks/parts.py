"""Where the time of one sheet goes: processor milliseconds of each part, medians of some processes.

    python benchmarks/parts.py [ROUNDS]

Once in processes that find nothing kept but the bytecode, then in processes that find what others made: the floor of a
cold start is what the second column cannot lose.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import importlib._bootstrap as bootstrap  # type: ignore[import-not-found]
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

ROUTINE, TAG = "upper-back", "en"
CLINIC = 'name: Riverside Physiotherapy\ntelephone: "0113 496 0000"\ncountry: GB\n'
# Calls whose time is told, without that of other such calls inside them.
CALLS = (
    ("store", "engine", "hash of the program's own text"),
    ("store", "content_hash", "hashes of content"),
    ("store", "content_stamp", "whether content was saved since"),
    ("frozen", "frozen_value", "what was kept, read back"),
    ("frozen", "frozen_bytes", "what is to be kept, written"),
    ("pipeline", "load", "content, read and checked"),
    ("shop", "load_theme", "theme and icons"),
    ("figure.gallery", "from_shelf", "drawings, read from SVG"),
    ("pipeline", "blank_manuscript", "words composed"),
    ("layout.rungs", "kept_card", "heights of cards"),
    ("layout.laying", "lay_out_sheet", "layout"),
    ("pdf.master", "Master.__init__", "master written"),
    ("masters.made", "prove", "whole proof, but for its eye"),
    ("proof.eye.verdict", "Eye.look", "the eye"),
    ("masters.making", "Masters._filled", "copy filled"),
    ("proof.copies", "Proven.check", "copy proved"),
)


def main() -> None:
    """Measure in processes of their own, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "clinic.yaml").write_text(CLINIC, "utf-8")
        measured(folder, 0)  # for the bytecode
        new = [measured(folder, turn, anew=True) for turn in range(rounds)]
        kept = [measured(folder, turn) for turn in range(rounds, 2 * rounds)]
    say("| part, ms of processor time | nothing kept | another patient, all kept |")
    say("|---|---|---|")
    for part in dict.fromkeys(part for one in (*new, *kept) for part in one):
        told = (statistics.median(one.get(part, 0.0) for one in turns) for turns in (new, kept))
        say(f"| {part} | " + " | ".join(f"{one:.0f}" for one in told) + " |")


def measured(folder: Path, number: int, *, anew: bool = False) -> dict[str, float]:
    """The parts of one process that makes a patient's sheet."""
    if anew:
        shutil.rmtree(folder / "cache", ignore_errors=True)
    told = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    told |= {"PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "HANDOUT_CACHE": str(folder / "cache")}
    command = [sys.executable, __file__, "--inside", "render", ROUTINE, "--lang", TAG]
    command += ["--clinic", str(folder / "clinic.yaml"), "--out", str(folder / "out")]
    command += ["--name", "Sam Taylor", "--reference", f"A-{number:04d}"]
    done = subprocess.run(command, env=told, stdout=subprocess.PIPE, text=True, check=True)
    parts: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return parts


class Clock:
    """Time by part; what is measured inside another part is not counted there."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._inner: list[float] = []

    def timed(self, part: Callable[..., str], does: Callable[..., Any]) -> Callable[..., Any]:
        """The same function on the clock."""

        @wraps(does)
        def measured(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            self._inner.append(0.0)
            try:
                return does(*given, **named)
            finally:
                spent = time.process_time() - start
                self.spent[part(*given)] += (spent - self._inner.pop()) * 1000
                if self._inner:
                    self._inner[-1] += spent

        return measured


def inside(words: list[str]) -> None:
    """The command in this process, on the clock."""
    clock = Clock()
    clock.spent["Python itself, and this clock"] = time.process_time() * 1000
    gc.disable()
    bootstrap._load_unlocked = clock.timed(importer, bootstrap._load_unlocked)
    dataclasses._process_class = clock.timed(  # type: ignore[attr-defined]
        lambda *_: "imports: dataclasses made", dataclasses._process_class  # type: ignore[attr-defined]
    )
    re._compile = clock.timed(lambda *_: "imports: patterns compiled", re._compile)  # type: ignore[attr-defined]
    import handout.batch.run
    import handout.cli.commands
    import handout.pipeline

    for module, path, part in CALLS:
        owner: Any = loaded(f"handout.{module}")
        *holders, name = path.split(".")
        for holder in holders:
            owner = getattr(owner, holder)
        timed = clock.timed(lambda *_, part=part: part, getattr(owner, name))
        for place in [owner] if holders else others(name, getattr(owner, name)):
            setattr(place, name, timed)
    sys.argv = ["handout", *words]
    run = clock.timed(lambda *_: "all else", handout.cli.commands.app)
    try:
        run()
    except SystemExit as end:
        if end.code:
            raise
    clock.spent["together"] = sum(clock.spent.values())
    sys.stdout.write("\n" + json.dumps(clock.spent) + "\n")


def loaded(name: str) -> Any:
    """A module by its name."""
    __import__(name)
    return sys.modules[name]


def others(name: str, value: object) -> list[Any]:
    """Modules of the program that hold the same under that name."""
    return [one for key, one in sys.modules.items() if key.startswith("handout.") and vars(one).get(name) is value]


def importer(spec: Any) -> str:
    """Whose module it is."""
    if spec.name.startswith("handout"):
        return "imports: the program"
    return "imports: libraries" if "site-packages" in (spec.origin or "") else "imports: Python's own"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        inside(sys.argv[2:])
    else:
        main()
