"""The tables of docs/poses.md, from the forms that read a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handout.content.picture.props import AT, NUMBERS, RUNS, SWITCHES
from handout.content.picture.shapes import ARM, ARROW, BOARD, FRAME, LEG, POSE
from handout.content.picture.words import GRIP_NAMES, PROP_KEYS, PROP_SWITCHES
from handout.source.shapes import Field


def tables() -> dict[str, str]:
    """Each table by the name of its place on the page."""
    return {
        "picture": table(("word", "means"), words(BOARD)),
        "frame": table(("word", "means"), words(FRAME.fields)),
        "pose": table(("word", "means"), words(POSE.fields)),
        "arm": table(("word", "means"), words(ARM.fields, without=("dev", "at"))),
        "leg": table(("word", "means"), words(LEG.fields)),
        "arrow": table(("word", "means"), words(ARROW.fields)),
        "props": table(("type", "where `at` is", "numbers and what they start from"), props()),
        "runs": table(("type", "from where to where", "numbers and what they start from"), running()),
        "grips": table(("prop", "grips"), together({f"`{k}`": ", ".join(v) for k, v in GRIP_NAMES.items()})),
    }


def table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [f"| {' | '.join(line)} |\n" for line in (head, *rows)]
    return "".join((lines[0], f"|{'---|' * len(head)}\n", *lines[1:]))


def together(said: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Names of which the same is said stand in one row."""
    rows: dict[str, list[str]] = {}
    for name, about in said.items():
        rows.setdefault(about, []).append(name)
    yield from ((", ".join(names), about) for about, names in rows.items())


def words(fields: Sequence[Field], without: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """What each field means."""
    return together({f"`{one.name}`": one.about for one in fields if one.name not in without})


def props() -> Iterator[tuple[str, str, str]]:
    """What stands in the room."""
    return ((f"`{kind}`", about, numbers_of(kind)) for kind, about in AT.items())


def running() -> Iterator[tuple[str, str, str]]:
    """What runs from one place to another."""
    return ((f"`{kind}`", about, numbers_of(kind)) for kind, about in RUNS.items())


def numbers_of(kind: str) -> str:
    """A prop's numbers with their defaults, and its switches."""
    said = []
    for name, value in PROP_KEYS[kind].items():
        about = NUMBERS.get((kind, name), "")
        said.append(" ".join(part for part in (f"`{name}`", "" if value is None else f"{value:g}", about) if part))
    said += [f"`{name}`: {SWITCHES[name]}" for name in PROP_SWITCHES.get(kind, {})]
    return "; ".join(said)


def with_tables(page: str) -> str:
    """The page with its tables as they are today. A table stands between `<!-- table: name -->` and `<!-- end -->`."""
    made = tables()
    assert set(made) == set(re.findall(r"<!-- table: ([\w-]+) -->", page))
    for name, text in made.items():
        place = rf"(<!-- table: {name} -->\n).*?(<!-- end -->)"
        page = re.sub(place, lambda match, text=text: f"{match[1]}\n{text}\n{match[2]}", page, flags=re.DOTALL)
    return page
