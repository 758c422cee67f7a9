"""Four things followed through the stages of one sheet: where each stage's result holds them, and in what type."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path

import pypdfium2

from handout.content import shipped_root
from handout.content.dose import Dose
from handout.content.picture import PictureSpec
from handout.content.types import Exercise
from handout.drawing import Drawing
from handout.edition import localise
from handout.errors import Private
from handout.layout.pages import PictureItem, Tag, TextItem
from handout.manuscript.compose import compose
from handout.pdf import write
from handout.pipeline import draw, lay, open_shop, prescription_of
from handout.prescription import Order, Patient

NAME, FLAG, EXERCISE, FRAME = "Quillon Zebedee", "sudden-head-neck", "march", "seated-twist/turn"
ROUTINE = "upper-back"
SECONDS = 47  # of the dose: a number that stands nowhere else
DAY = date(2026, 11, 20)
DEEPEST = 12
Holds = Callable[[object], bool]


@dataclass(frozen=True)
class Walk:
    """A thing, and how to know it in each stage."""

    title: str
    holds: Mapping[str, Holds]


def stages() -> dict[str, object]:
    """The result of each call of the pipeline, for one order."""
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop((shipped_root(),), None, DAY, Path(folder), ("en",))
        patient = Patient(Private(NAME, "name"), Private("QZ-001", "reference"))
        doses = {EXERCISE: {"duration_s": SECONDS}}
        order = Order(2, (ROUTINE,), "en", patient=patient, include=(EXERCISE,), doses=doses)
        prescription = prescription_of(order, ROUTINE, shop)
        manuscript = compose(prescription, shop.kept)
        pages = lay(order, ROUTINE, shop).pages
        pictures = draw(manuscript, prescription, shop.theme("standard"), shop)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(write(pages)))
    return {
        "order": order, "load": shop.library, "localise": localise(shop.library, ROUTINE, "en"),
        "prescribe": prescription, "compose": manuscript, "draw": pictures, "lay_out": pages,
        "write": " ".join(text.split()),
    }  # fmt: skip


def walks(results: Mapping[str, object]) -> tuple[Walk, ...]:
    """A red flag, a dose, a name and a picture."""
    library = results["load"]
    flag = library.safety.words["en"].phrases[f"lines.{FLAG}"].text  # type: ignore[attr-defined]
    plain = flag.replace("*", "")
    start = " ".join(plain.split()[:3])
    drawing = results["draw"][FRAME]  # type: ignore[index]
    return (
        Walk(f"A red flag: the line `{FLAG}`", {
            "load": is_text(flag), "localise": is_text(flag), "prescribe": lambda one: one == FLAG,
            "compose": lambda one: FLAG in (getattr(one, "id", ""), getattr(one, "attributes", {}).get("id")),
            "lay_out": lambda one: isinstance(one, Tag) and FLAG in one.id,
            "write": lambda one: isinstance(one, str) and start in one,
        }),
        Walk(f"A dose: {SECONDS} seconds of `{EXERCISE}`", {
            "order": lambda one: one == SECONDS,
            "load": lambda one: isinstance(one, Exercise) and one.id == EXERCISE,
            "prescribe": lambda one: isinstance(one, Dose) and one.duration_s == SECONDS,
            "compose": lambda one: isinstance(one, str) and str(SECONDS) in one,
            "lay_out": lambda one: isinstance(one, TextItem) and str(SECONDS) in one.run.text,
            "write": lambda one: isinstance(one, str) and str(SECONDS) in one,
        }),
        Walk("A name: the patient's", {
            "order": is_name, "prescribe": is_name, "compose": is_name,
            "lay_out": lambda one: isinstance(one, TextItem) and one.run.private and "Quillon" in one.run.text,
            "write": lambda one: isinstance(one, str) and NAME in one,
        }),
        Walk(f"A picture: `{FRAME}`", {
            "load": lambda one: isinstance(one, PictureSpec) and FRAME.partition("/")[0] in one.where.file,
            "prescribe": lambda one: getattr(one, "ref", "") == FRAME,
            "compose": lambda one: one == FRAME or getattr(one, "ref", "") == FRAME,
            "draw": lambda one: isinstance(one, Drawing) and one is drawing,
            "lay_out": lambda one: isinstance(one, PictureItem) and one.picture == drawing,
        }),
    )  # fmt: skip


def is_text(text: str) -> Holds:
    """Whether a value is that text."""
    return lambda one: isinstance(one, str) and one == text


def is_name(one: object) -> bool:
    """Whether a value is the patient's name, which prints itself as what it is."""
    return isinstance(one, Private) and one.kind.startswith("name")


def found(result: object, holds: Holds) -> tuple[str, str]:
    """The shortest way into a result to what holds it, and the name of the nearest class there."""
    waiting: deque[tuple[object, str, str, int]] = deque([(result, "", "", 0)])
    seen: set[int] = set()
    while waiting:
        value, path, holder, depth = waiting.popleft()
        own = type(value).__name__ if is_dataclass(value) or isinstance(value, Private) else holder
        if holds(value):
            return path, own
        if depth >= DEEPEST or isinstance(value, str | int | float | bytes | Path) or id(value) in seen:
            continue
        seen.add(id(value))
        waiting.extend((one, path + step, own, depth + 1) for step, one in _inside(value))
    raise AssertionError("nothing holds it")


def _inside(value: object) -> Iterator[tuple[str, object]]:
    if is_dataclass(value):
        names = (one.name for one in fields(value) if one.name not in {"node", "library"})
        yield from ((f".{name}", getattr(value, name)) for name in names)
    elif isinstance(value, Mapping):
        yield from ((f"[{key!r}]", one) for key, one in value.items())
    elif isinstance(value, list | tuple):
        yield from (("[]", one) for one in value)
    elif hasattr(type(value), "__slots__") or hasattr(value, "__dict__"):
        for name in getattr(type(value), "__slots__", None) or vars(value):
            if not name.startswith("_"):
                yield f".{name}", getattr(value, name, None)


def tables(results: Mapping[str, object]) -> str:
    """A table for each walk."""
    out = []
    for walk in walks(results):
        rows = [f"### {walk.title}", "", "| after | in a | at |", "|---|---|---|"]
        for stage, holds in walk.holds.items():
            path, holder = found(results[stage], holds)
            where = f"`{path}`" if path else "its text"
            rows.append(f"| `{stage}` | {f'`{holder}`' if holder else 'file'} | {where} |")
        out.append("\n".join(rows) + "\n")
    return "\n".join(out)
