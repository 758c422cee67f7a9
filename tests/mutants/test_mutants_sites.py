"""The faults that are put into the code, and whether a test that would notice one is found and asked."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.mutants.judging import ROOT
from tests.mutants.sites import mutants

SOURCE = '''"""Of 3 words."""

import re
from dataclasses import dataclass

SPACE = "[ x]"
WORD = re.compile(rf"{SPACE}+\\d?")
MOST = 4


@dataclass(frozen=True)
class Told:
    often: int


def pairs(ones: list[str]) -> list[tuple[str, str]]:
    return [*zip(ones, ones, strict=True)]


def fits(number: int) -> bool:
    return number > 2 and number not in (5, 7)


def told(said: list[str]) -> list[str]:
    said.append("4")
    return [one for one in said if one and not one.isspace()] if said else []
'''


def test_each_place_is_changed_once_and_alone() -> None:
    made = {(one.line, one.was, one.now) for one in mutants(SOURCE)}
    assert made == {
        (6, "'[ x]'", "'[x]'"),
        (6, "'[ x]'", "'[ ]'"),
        (7, "'+\\\\d?'", "'+?'"),
        (8, "4", "5"),
        (21, "number > 2 and number not in (5, 7)", "number > 2 or number not in (5, 7)"),
        (21, "number > 2", "number >= 2"),
        (21, "number not in (5, 7)", "number in (5, 7)"),
        (21, "2", "3"),
        (21, "5", "6"),
        (21, "7", "8"),
        (25, "said.append('4')", "pass"),
        (26, "one and (not one.isspace())", "one or not one.isspace()"),
        (26, "not one.isspace()", "one.isspace()"),
        (26, "said", "not said"),
    }


def test_what_stands_in_a_function_can_be_changed_where_it_runs() -> None:
    assert {one.line for one in mutants(SOURCE) if one.live} == {21, 25, 26}


def test_a_changed_module_is_whole_and_differs_in_one_place() -> None:
    plain = ast.unparse(ast.parse(SOURCE)).splitlines()
    for one in mutants(SOURCE):
        changed = ast.unparse(one.tree).splitlines()
        assert sum(was != now for was, now in zip(plain, changed, strict=True)) == 1
        compile(one.tree, "mutant", "exec")


JUDGED = """
import gc
import sys
from pathlib import Path
import pytest
from tests.mutants.judging import noticed
from tests.mutants.reach import reach
from tests.mutants.sites import mutants

class Judge:
    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session):
        path = Path("fits.py").absolute()
        items = {item.nodeid: item for item in session.items}
        gc.freeze()  # as tests/conftest.py does
        found = reach(session.items, frozenset({str(path)}))
        print(found.of(str(path), 5, 5))
        for one in mutants(path.read_text("utf-8")):
            if one.first == 5:
                print(one.was, "->", one.now, noticed(one, path, items, found))
        return True

pytest.main(["-s", "-p", "no:cacheprovider", "-p", "no:terminal"], plugins=[Judge()])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a mutant is judged in a fork")
def test_a_fault_is_noticed_by_a_test_that_reaches_its_line_and_fails(tmp_path: Path) -> None:
    remembered = "from functools import cache\n\n@cache\ndef fits(number):\n    return number > 2\n"
    (tmp_path / "fits.py").write_text(remembered, "utf-8")
    tests = "from fits import fits\n\ndef test_three():\n    assert fits(3)\n\ndef test_nothing():\n    pass\n"
    (tmp_path / "test_fits.py").write_text(tests, "utf-8")
    places = os.pathsep.join((str(ROOT), str(tmp_path)))
    done = subprocess.run(
        [sys.executable, "-c", JUDGED],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": places}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines() == [
        "['test_fits.py::test_three']",
        "number > 2 -> number >= 2 False",
        "2 -> 3 True",
    ]
