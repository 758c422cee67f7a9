"""How many functions a thing passes through, from YAML to the proof of one sheet.

`python -m tests.architecture.handled` says so; with -v it names them.

A function counts when an argument or its result holds the thing: the words of a red flag, the seconds of a dose, the
patient's name, the drawing of a frame; itself, or at most DEEP steps inside (an item, a value of a table, a field). So
do functions inside functions, and generators. What only runs beside it does not. It takes a minute or two.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from types import FrameType, FunctionType, MappingProxyType, ModuleType

from tests.architecture.walks import DAY, EXERCISE, FLAG, FRAME, NAME, ROUTINE, SECONDS, stages

import handout
from handout.content import Dose, shipped_root
from handout.drawing import Drawing
from handout.errors import Private
from handout.pipeline import open_shop, publish
from handout.prescription import Order, Patient

DEEP = 3
PACKAGE = str(Path(handout.__file__).parent)
PLAIN = (str, int, float, bytes, type, ModuleType, FunctionType, type(None), Path, date)
Is = Callable[[object], bool]


class Counter:
    """The functions that held one thing, by file and name."""

    def __init__(self, thing: Is) -> None:
        self._is = thing
        self._known: dict[tuple[int, int], tuple[object, bool]] = {}  # of frozen values; holds them, so ids stay theirs
        self.found: set[tuple[str, str]] = set()

    def holds(self, value: object, deep: int = DEEP) -> bool:
        """Whether a value is the thing, or has it within so many steps."""
        if self._is(value):
            return True
        if deep == 0 or isinstance(value, PLAIN):
            return False
        frozen = isinstance(value, tuple | frozenset) or _is_frozen(value)
        key = (id(value), deep)
        if frozen and key in self._known:
            return self._known[key][1]
        held = any(self.holds(one, deep - 1) for one in _inside(value))
        if frozen:
            self._known[key] = value, held
        return held

    def __str__(self) -> str:
        modules = {file for file, _ in self.found}
        rooms = {file.partition("/")[0] for file in modules}
        return f"{len(self.found)} functions, {len(modules)} modules, {len(rooms)} rooms"


def _is_frozen(value: object) -> bool:
    return bool(getattr(getattr(type(value), "__dataclass_params__", None), "frozen", False))


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif isinstance(value, dict | MappingProxyType):
        yield from value.values()
    elif hasattr(type(value), "__dataclass_fields__"):
        yield from (getattr(value, name, None) for name in type(value).__dataclass_fields__)
    else:
        slots = getattr(type(value), "__slots__", ())
        yield from (getattr(value, name, None) for name in ((slots,) if isinstance(slots, str) else slots))


@contextmanager
def watched(counters: Mapping[str, Counter]) -> Iterator[None]:
    """Count what is called meanwhile."""

    def look(frame: FrameType, event: str, result: object) -> None:
        code = frame.f_code
        if event not in {"call", "return"} or not code.co_filename.startswith(PACKAGE):
            return
        name = code.co_filename[len(PACKAGE) + 1 :], code.co_qualname
        for counter in counters.values():
            with suppress(AttributeError):  # of a value that is being made
                if name not in counter.found and any(counter.holds(one) for one in _handed(frame, event, result)):
                    counter.found.add(name)

    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(None)


def _handed(frame: FrameType, event: str, result: object) -> list[object]:
    """What a function was given, or what it gives."""
    if event == "return":
        return [result]
    code = frame.f_code
    return [frame.f_locals.get(name) for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]]


def things() -> dict[str, Counter]:
    """The four things."""
    made = stages()
    flag = made["load"].safety.words["en"].phrases[f"lines.{FLAG}"].text  # type: ignore[attr-defined]
    words = flag.replace("*", "").split(", ")[-1]
    drawn = made["draw"][FRAME].digest  # type: ignore[index]

    def is_name(one: object) -> bool:
        if isinstance(one, Private):
            return NAME in one.reveal()
        return isinstance(one, str) and NAME in one

    def is_dose(one: object) -> bool:
        if isinstance(one, str):
            return re.search(rf"\b{SECONDS}\W+seconds", one) is not None
        seconds = one.get("duration_s") if type(one) is dict else one.duration_s if isinstance(one, Dose) else None
        return bool(seconds == SECONDS)

    return {
        "red flag": Counter(lambda one: isinstance(one, str) and words in one),
        "dose": Counter(is_dose),
        "name": Counter(is_name),
        "picture": Counter(lambda one: one.digest == drawn if isinstance(one, Drawing) else one == FRAME),
    }


def counted() -> dict[str, Counter]:
    """Each thing, followed through one sheet from an empty cache."""
    counters = things()
    patient = Patient(Private(NAME, "name"), Private("QZ-001", "reference"))
    doses = {EXERCISE: {"duration_s": SECONDS}}
    order = Order(2, (ROUTINE,), "en", patient=patient, include=(EXERCISE,), doses=doses)
    with tempfile.TemporaryDirectory() as folder, watched(counters):
        publish(order, ROUTINE, open_shop((shipped_root(),), None, DAY, Path(folder), ("en",)))
    return counters


if __name__ == "__main__":
    lines = []
    for title, counter in counted().items():
        lines += [f"{title}: {counter}", *(f"    {' '.join(one)}" for one in sorted(counter.found) if "-v" in sys.argv)]
    sys.stdout.write("\n".join(lines) + "\n")
