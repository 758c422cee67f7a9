"""What another process reads is equal to what was written; a patient's words and strangers' classes are refused."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from handout.content import Dose
from handout.drawing import Drawing, Shape
from handout.errors import Finding, Place, Private, Severity
from handout.frozen import FORM, KeptValues, frozen_bytes, frozen_value, remembered
from handout.store import Store

FOUND = Finding("no dose", "Write one.", Place("a.yaml", 3), severity=Severity.WARNING)


@pytest.mark.parametrize(
    "value",
    [
        FOUND,
        Dose(times_a_day=2, repetitions=4, hold_s=10),
        {"a": (FOUND, FOUND), ("b", 1): [1, 2.5, None, True, b"x"], "c": {1, 2}, "d": frozenset({"e"})},
        (Path("a") / "b", date(2026, 11, 20), ((), ("nested", (1, 2)))),
        Drawing(10, 20, (Shape((("M", (1.0, 2.0)), ("Z", ())), fill="#000000"),), "a hand"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_read_again_is_equal_to_the_one_that_was_written(value: object) -> None:
    again = frozen_value(frozen_bytes(value))
    assert again == value
    assert type(again) is type(value)


def test_what_stands_twice_is_one_thing_again() -> None:
    first, second = frozen_value(frozen_bytes((FOUND, [FOUND])))
    assert second[0] is first


@dataclass(frozen=True)
class Strange:
    """A class of no room of the program."""

    name: str = ""


@dataclass(frozen=True)
class Counted(Finding):
    """What is compared by a value that nobody can give it."""

    count: int = field(default=0, init=False)


@pytest.mark.parametrize("value", [Private("Zebedee", "name"), object(), Strange("x"), Counted("x", "y"), {1: Strange}])
def test_private_words_and_what_is_not_the_programs_own_are_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)) as refused:
        frozen_bytes({"deep": (value,)})
    assert "Zebedee" not in str(refused.value)


STRANGERS = ["os:system", "handout.errors:Private", "handout.errors:errors_of", "handout.store:os"]


@pytest.mark.parametrize("name", STRANGERS)
def test_a_name_leads_to_a_dataclass_of_the_program_or_to_nothing(name: str) -> None:
    with pytest.raises((ValueError, AttributeError)):
        frozen_value(marshal.dumps(([name], [0, "x", "name"]), FORM))


def test_what_is_made_of_files_that_changed_meanwhile_is_not_kept(tmp_path: Path) -> None:
    stands = [True, False]
    kept = KeptValues(Store(tmp_path), "of these files", lambda: stands.pop(0))
    assert remembered(kept, "one", lambda: (1,)) == (1,)
    assert remembered(kept, "other", lambda: (1,)) == (1,)
    assert remembered(kept, "one", lambda: (2,)) == (1,)
    assert remembered(None, "one", lambda: (2,)) == (2,)
    assert (kept.get("one"), kept.get("other"), kept.of("more").get("one")) == ((1,), None, None)


@pytest.mark.parametrize("changed", ["these", "those"])
def test_what_is_made_of_two_kinds_of_files_is_kept_while_both_stand(changed: str, tmp_path: Path) -> None:
    these, those = (KeptValues(Store(tmp_path), name, lambda name=name: name != changed) for name in ("these", "those"))  # type: ignore[misc]
    these.beside(those).put("one", (1,))
    assert these.beside(those).get("one") is None
    whole = KeptValues(Store(tmp_path), "these", lambda: True)
    whole.beside(whole.of("more")).put("one", (1,))
    assert whole.beside(whole.of("more")).get("one") == (1,)
    assert whole.get("one") is None


def test_a_damaged_value_is_none(tmp_path: Path) -> None:
    kept = KeptValues(Store(tmp_path), "of these files", lambda: True)
    kept.put("one", (1,))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert kept.get("one") is None
