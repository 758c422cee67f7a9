"""Which test reaches which line of a room, how long each test takes, and which remembered results came out of the room.

A test can only notice a fault in a line that it reaches. Results that functions keep (functools.cache) are forgotten
before a mutant is judged where code of the room helped to make them.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from types import CodeType, FrameType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol


@dataclass
class Reach:
    """What the tests did without any fault."""

    files: frozenset[str]  # of the room
    seconds: dict[str, float] = field(default_factory=dict)  # of CPU, by test
    tests: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))  # by file and line
    calls: dict[CodeType, set[CodeType]] = field(default_factory=lambda: defaultdict(set))  # who called
    failed: list[str] = field(default_factory=list)

    def of(self, path: str, first: int, last: int) -> list[str]:
        """The tests that reach one of these lines, the quickest first."""
        found = {test for line in range(first, last + 1) for test in self.tests.get((path, line), ())}
        return sorted(found, key=lambda test: (self.seconds[test], test))

    def of_file(self, path: str) -> list[str]:
        """The tests that reach any line of a file, the quickest first."""
        found = {test for (file, _), tests in self.tests.items() if file == path for test in tests}
        return sorted(found, key=lambda test: (self.seconds[test], test))

    def leaning(self) -> set[CodeType]:
        """All code that ever called the room, or called what called it: its results may hold something of the room."""
        leaning: set[CodeType] = set()
        waiting = [code for code in self.calls if code.co_filename in self.files]
        while waiting:
            code = waiting.pop()
            if code not in leaning:
                leaning.add(code)
                waiting.extend(self.calls.get(code, ()))
        return leaning


def reach(items: list[pytest.Item], files: frozenset[str]) -> Reach:
    """Runs every test once, and looks on."""
    gc.unfreeze()  # the functions and memories that a fault is put into are found among what is not frozen
    found = Reach(files)
    for item, following in zip(items, [*items[1:], None], strict=True):
        start = time.process_time()
        with _watching(found, item.nodeid):
            reports = runtestprotocol(item, log=False, nextitem=following)
        found.seconds[item.nodeid] = time.process_time() - start
        if any(one.failed for one in reports):
            found.failed.append(item.nodeid)
    return found


@contextmanager
def _watching(found: Reach, test: str) -> Iterator[None]:
    """Every line of the room's files that is run goes down under the test's name."""
    files, calls = found.files, found.calls
    lines: dict[CodeType, set[int]] = defaultdict(set)
    known: set[CodeType] = set()  # all of their lines were run: nothing more to learn

    def line(frame: FrameType, event: str, _: Any) -> Any:
        code = frame.f_code
        if event == "line":
            lines[code].add(frame.f_lineno)
        elif event == "return" and len(lines[code]) >= len({at for *_, at in code.co_lines() if at}) - 1:
            known.add(code)
        return line

    def call(frame: FrameType, _event: str, _: Any) -> Any:
        code = frame.f_code
        if frame.f_back is not None:
            calls[code].add(frame.f_back.f_code)
        return line if code.co_filename in files and code not in known else None

    sys.settrace(call)
    try:
        yield
    finally:
        sys.settrace(None)
        for code, reached in lines.items():
            for at in reached:
                found.tests[code.co_filename, at].add(test)


def forget(found: Reach) -> None:
    """Empties every memory that holds a result of the room."""
    leaning = found.leaning()
    for one in gc.get_objects():
        if type(one) is _lru_cache_wrapper and getattr(one.__wrapped__, "__code__", None) in leaning:
            one.cache_clear()
