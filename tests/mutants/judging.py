"""Whether any test notices a mutant, decided in a child of a process that has everything imported.

A change in the body of a function goes into the functions that are there, and a changed constant goes into every module
that has it. What is left (the default of a class or an argument) needs the module imported anew, in a process of its
own, from a copy of `src`.
"""

from __future__ import annotations

import ast
import gc
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from _pytest.runner import runtestprotocol
from tests.mutants.reach import Reach, forget
from tests.mutants.sites import Mutant

ROOT = Path(__file__).parents[2]
# What calls a library that works in threads: a fork has none of them, and would wait for ever.
THREADED = ROOT / "src" / "handout" / "proof" / "conformance.py"
LEAST = 5  # seconds of CPU that a test always has with a mutant
START = 20  # seconds more for a process of its own
PATIENCE = 15  # seconds of tests that one mutant is shown to: the quickest
TIMES = 10  # what the tests took without a fault; a loop without end is a fault that is noticed
CONSTANTS = (int, float, str, tuple, frozenset, dict, re.Pattern)
UNCHANGED = 3  # the child's answer where no living function holds the change


def noticed(mutant: Mutant, path: Path, items: dict[str, pytest.Item], found: Reach) -> bool:
    """Whether a test fails with the mutant; the quickest are asked first."""
    waiting = {*found.of_file(str(THREADED))}
    tests = found.of(str(path), mutant.first, mutant.last) if mutant.live else []
    tests = [test for test in tests or found.of_file(str(path)) if test not in waiting]
    if not tests:
        return _noticed_anew(mutant, path, found)
    code = _in_a_child(mutant, path, [items[test] for test in _quickest(tests, found)], found)
    return _noticed_anew(mutant, path, found) if code == UNCHANGED else code != 0


def _quickest(tests: Sequence[str], found: Reach) -> list[str]:
    together = accumulate(found.seconds[test] for test in tests)
    return [test for test, seconds in zip(tests, together, strict=True) if seconds <= PATIENCE]


def _in_a_child(mutant: Mutant, path: Path, items: list[pytest.Item], found: Reach) -> int:
    child = os.fork()
    if child == 0:
        _be_the_child(mutant, path, items, found)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)  # below zero: the time was over


def _be_the_child(mutant: Mutant, path: Path, items: list[pytest.Item], found: Reach) -> None:
    """Never comes back."""
    code = 2
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        forget(found)  # before: a function is known by the code that it had
        if not (_put_in if mutant.live else _put_constants)(mutant.tree, path):
            os._exit(UNCHANGED)
        passed = all(
            _passes(item, after, LEAST + TIMES * found.seconds[item.nodeid])
            for item, after in zip(items, [*items[1:], None], strict=True)
        )
        code = 0 if passed else 1
    finally:
        os._exit(code)


def _passes(item: pytest.Item, following: pytest.Item | None, seconds: float) -> bool:
    """Whether a test passes in that time; the alarm of a loop without end ends the process."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, TIMES * seconds)
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _put_in(tree: ast.Module, path: Path) -> bool:
    """Gives every function of the module the code that it has after the change; whether there was one to change."""
    codes = {_name(one): one for one in _codes(compile(tree, str(path), "exec"))}
    put = False
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__code__.co_filename == str(path):
            code = codes.get(_name(function.__code__))
            if code is not None and code != function.__code__ and code.co_freevars == function.__code__.co_freevars:
                function.__code__ = code
                put = True
    return put


def _put_constants(tree: ast.Module, path: Path) -> bool:
    """Gives every module that has a constant of this one the value after the change; whether any differs."""
    module = next(one for one in sys.modules.values() if getattr(one, "__file__", None) == str(path))
    fresh = {name: value for name, value in vars(module).items() if name.startswith("__")}
    exec(compile(tree, str(path), "exec"), fresh)
    changed = {
        name: value
        for name, value in fresh.items()
        if isinstance(value, CONSTANTS) and not name.startswith("__") and value != vars(module)[name]
    }
    for name, value in changed.items():
        old = vars(module)[name]
        for other in list(sys.modules.values()):
            if getattr(other, "__dict__", {}).get(name) is old:
                setattr(other, name, value)
    return bool(changed)


def _name(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _codes(one)


def _noticed_anew(mutant: Mutant, path: Path, found: Reach) -> bool:
    """Whether a test that reaches the module fails where the module was like this from the start."""
    tests = _quickest(found.of_file(str(path)), found) or list(found.seconds)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "src"
        shutil.copytree(ROOT / "src", copy)
        for beside in ("handouts", "assets"):  # shipped content is looked for beside src
            (Path(folder) / beside).symlink_to(ROOT / beside)
        (copy / path.relative_to(ROOT / "src")).write_text(ast.unparse(mutant.tree), "utf-8")
        return not _pass_with(copy, tests, START + TIMES * sum(found.seconds[test] for test in tests))


def _pass_with(copy: Path, tests: Sequence[str], seconds: float) -> bool:
    """Whether the tests pass in a process of their own, with this copy of `src`, in that time."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
