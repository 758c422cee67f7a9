"""`python -m tests.mutants prescription --sample 40`: which small faults in a room no test of its own notices.

Each fault goes into a copy of `src`; the tests of the room run against the copy and stop at the first failure. A fault
that they pass is a survivor: it wants a test, or a line with its reason in survivors.txt beside this file.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.mutants.sites import Mutant, mutants

ROOT = Path(__file__).parents[2]
KNOWN = Path(__file__).with_name("survivors.txt")
# What judges a room: its own tests and those of the rooms that lean on it most.
JUDGES = {
    "prescription": ("prescription", "content", "manuscript"),
    "edition": ("edition", "languages", "approval"),
    "proof": ("proof",),
    "language/rules": ("language", "text", "manuscript"),
}
TIMEOUT = 300  # seconds for one mutant; a loop without end is noticed, too


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints each survivor that has no reason yet, and the counts; 1 when there is one, 2 when nothing can be judged
    because the tests fail as it is."""
    options = _options(arguments)
    cases = [case for room in options.rooms for case in _cases(room)]
    random.Random(options.seed).shuffle(cases)
    chosen = cases[: options.sample] if options.sample else cases
    for room in options.rooms:
        path = next((ROOT / "src" / "handout" / room).rglob("*.py"))
        if not _passes(room, path, path.read_text("utf-8")):
            sys.stdout.write(f"the tests that judge {room} fail without any fault: mend them first\n")
            return 2
    known = {line.partition(" # ")[0] for line in KNOWN.read_text("utf-8").splitlines() if " # " in line}
    survived = [name for room, path, one in chosen if (name := _survives(room, path, one))]
    new = [name for name in survived if name not in known]
    sys.stdout.write("".join(f"{name}\n" for name in new))
    counts = f"{len(chosen)} of {len(cases)} mutants, {len(chosen) - len(survived)} noticed"
    sys.stdout.write(f"{counts}, {len(survived) - len(new)} survive with a reason, {len(new)} without\n")
    return 1 if new else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", help=f"of {', '.join(JUDGES)}; none: all")
    parser.add_argument("--sample", type=int, default=0, help="how many mutants, chosen by the seed; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    options.rooms = options.rooms or list(JUDGES)
    if unknown := set(options.rooms) - set(JUDGES):
        parser.error(f"nothing judges {', '.join(sorted(unknown))}; known are {', '.join(JUDGES)}")
    return options


def _cases(room: str) -> Iterator[tuple[str, Path, Mutant]]:
    for path in sorted((ROOT / "src" / "handout" / room).rglob("*.py")):
        for one in mutants(path.read_text("utf-8")):
            yield room, path, one


def _survives(room: str, path: Path, one: Mutant) -> str:
    """The mutant's name where every test passes with it, else nothing."""
    name = f"{path.relative_to(ROOT / 'src' / 'handout').as_posix()}: {one.was} -> {one.now}"
    return " ".join(name.split()) if _passes(room, path, one.source) else ""


def _passes(room: str, path: Path, source: str) -> bool:
    """Whether the room's judges pass a copy of `src` in which one module reads like this."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "src"
        shutil.copytree(ROOT / "src", copy)
        for beside in ("handouts", "assets"):  # shipped content is looked for beside src
            (Path(folder) / beside).symlink_to(ROOT / beside)
        (copy / path.relative_to(ROOT / "src")).write_text(source, "utf-8")
        tests = [str(ROOT / "tests" / judge) for judge in JUDGES[room]]
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", *tests]
        environment = {**os.environ, "PYTHONPATH": str(copy)}
        try:
            done = subprocess.run(
                command, cwd=ROOT, env=environment, capture_output=True, timeout=TIMEOUT, check=False
            )
        except subprocess.TimeoutExpired:
            return False
    return done.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
