"""`python -m tests.mutants prescription`: which small faults in a room no test notices.

The tests that judge a room run once as it is. Then each fault is put in, alone, and the tests that reach its line run,
the quickest first, until one fails. A fault that they all pass is a survivor: it wants a test, or a line with its
reason in survivors.txt beside this file. Needs `os.fork`: Linux or macOS.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.mutants.judging import ROOT, noticed
from tests.mutants.reach import reach
from tests.mutants.sites import Mutant, mutants

KNOWN = Path(__file__).with_name("survivors.txt")
SOURCES = ROOT / "src" / "handout"
# What judges a room: its own tests, and quick ones of a room that leans on it.
JUDGES = {
    "prescription": ("prescription", "manuscript"),
    "edition": ("edition", "manuscript"),
    "proof": ("proof",),
    "language/rules": ("language", "text"),
}
PYTEST = ("-o", "addopts=-m 'not slow'", "--capture=no", "-p", "no:cacheprovider", "-p", "no:terminal")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints each survivor that has no reason yet, and the counts; 1 when there is one, 2 when nothing can be judged
    because the tests fail as it is."""
    options = _options(arguments)
    return max(_in_its_own_process(room, options) for room in options.rooms)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", help=f"of {', '.join(JUDGES)}; none: all")
    parser.add_argument("--sample", type=int, default=0, help="how many mutants of each room, by the seed; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="mutants whose name holds this text")
    parser.add_argument("--judges", nargs="+", metavar="PATH", help="tests that judge in place of the room's own")
    options = parser.parse_args(arguments)
    options.rooms = options.rooms or list(JUDGES)
    if unknown := set(options.rooms) - set(JUDGES):
        parser.error(f"nothing judges {', '.join(sorted(unknown))}; known are {', '.join(JUDGES)}")
    if not hasattr(os, "fork"):
        parser.error("this needs os.fork, which Windows has not")
    return options


def _in_its_own_process(room: str, options: argparse.Namespace) -> int:
    """The rooms share no imports, so that each starts fresh."""
    child = os.fork()
    if child == 0:
        judge = _Judge(room, options)
        try:
            tests = options.judges or [str(ROOT / "tests" / one) for one in JUDGES[room]]
            with tempfile.TemporaryDirectory() as folder:
                pytest.main([*PYTEST, f"--basetemp={folder}/tests", *tests], plugins=[judge])
            sys.stdout.flush()
        finally:
            os._exit(judge.code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class _Judge:
    """Takes the place of pytest's loop over the tests."""

    def __init__(self, room: str, options: argparse.Namespace) -> None:
        self.room, self.options, self.code = room, options, 2

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judges every chosen mutant of the room."""
        from hypothesis import settings  # after pytest, which rewrites its plugin

        gc.unfreeze()  # what the tests' own start has frozen: functions and memories are looked for there
        settings.register_profile("mutants", deadline=None, database=None, derandomize=True)
        settings.load_profile("mutants")
        cases = [case for case in _cases(self.room) if self.options.only in case[0]]
        found = reach(session.items, frozenset(str(path) for _, path, _ in cases))
        if found.failed or not session.items:
            sys.stdout.write(f"the tests that judge {self.room} fail as it is: mend them first\n")
            sys.stdout.write("".join(f"{test}\n" for test in found.failed))
            return True
        sys.stderr.write(f"{self.room}: {len(found.seconds)} tests, {sum(found.seconds.values()):.0f} s of CPU\n")
        random.Random(self.options.seed).shuffle(cases)
        chosen = cases[: self.options.sample or len(cases)]
        items = {item.nodeid: item for item in session.items}
        known = {line.rpartition(" # ")[0] for line in KNOWN.read_text("utf-8").splitlines() if " # " in line}
        survived = []
        for name, path, one in chosen:
            if not noticed(one, path, items, found):
                survived.append(name)
                sys.stdout.write("" if name in known else f"{name}\n")
                sys.stdout.flush()
        new = [name for name in survived if name not in known]
        counts = f"{self.room}: {len(chosen)} of {len(cases)} mutants, {len(chosen) - len(survived)} noticed"
        sys.stdout.write(f"{counts}, {len(survived) - len(new)} survive with a reason, {len(new)} without\n")
        self.code = 1 if new else 0
        return True


def _cases(room: str) -> Iterator[tuple[str, Path, Mutant]]:
    """Every mutant of the room's files, by a name that stays when lines move."""
    for path in sorted((SOURCES / room).rglob("*.py")):
        source = path.read_text("utf-8")
        lines, seen = source.splitlines(), set[str]()
        for one in mutants(source):
            change = " ".join(f"{one.was} -> {one.now}".split())
            name = f"{path.relative_to(SOURCES).as_posix()}: {lines[one.line - 1].strip()} | {change}"
            while name in seen:
                name += "'"  # the same change further on in the line, or in another of the same words
            seen.add(name)
            yield name, path, one


if __name__ == "__main__":
    raise SystemExit(main())
