"""The faults that are put into the code."""

from __future__ import annotations

from tests.mutants.sites import mutants

SOURCE = '''"""Of 3 words."""


def fits(number: int) -> bool:
    return number > 2 and number not in (5, 7)
'''


def test_each_place_is_changed_once_and_alone() -> None:
    made = [(one.line, one.was, one.now) for one in mutants(SOURCE)]
    assert set(made) == {
        (5, "number > 2 and number not in (5, 7)", "number > 2 or number not in (5, 7)"),
        (5, "number > 2", "number >= 2"),
        (5, "number not in (5, 7)", "number in (5, 7)"),
        (5, "2", "3"),
        (5, "5", "6"),
        (5, "7", "8"),
    }


def test_a_changed_module_is_whole_and_differs_in_one_place() -> None:
    for one in mutants(SOURCE):
        compile(one.source, "mutant", "exec")
        assert one.source.count(one.now) >= 1
