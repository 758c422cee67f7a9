"""The rooms of the pipeline and the arrows between them, from the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.test_architecture import OUTSIDE, PACKAGE, ROOMS, SOURCES, imports_of, room_of

from handout import pipeline


def rooms() -> str:
    """A line for each room: what it is, from its own first words, and the rooms that it uses."""
    rows = ["| room | is | uses |", "|---|---|---|"]
    for room in ROOMS:
        modules = [path for path in SOURCES if room_of(path) == room]
        named = (module for path in modules for module, _ in imports_of(path) if module.startswith("handout."))
        used = {module.split(".")[1] for module in named}
        names = ", ".join(name for name in ROOMS if name in used - {room})
        rows.append(f"| `{room}` | {_first_words(room)} | {names or '-'} |")
    return "\n".join(rows) + "\n"


def _first_words(room: str) -> str:
    folder = PACKAGE / room
    path = folder / "__init__.py" if folder.is_dir() else PACKAGE / f"{room}.py"
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(re.split(r"(?<=\.)\s|\n\n", text)[0].split()).replace("|", "\\|").removesuffix(".")


def outside() -> str:
    """Which room may use which package from outside."""
    rows = ["| package | rooms |", "|---|---|"]
    rows += [f"| `{name}` | {', '.join(room for room in ROOMS if room in own)} |" for name, own in OUTSIDE.items()]
    return "\n".join(rows) + "\n"


def calls() -> str:
    """The calls of the pipeline, in order."""
    line = re.search(r"^ {4}(load -> .*)$", pipeline.__doc__ or "", re.MULTILINE)
    assert line is not None
    return f"```\n{line.group(1)}\n```\n"


def kinds_of_kept() -> str:
    """Every kind of value that a shop's cache keeps, from the code."""
    rows = ["| kept | at most | where |", "|---|---|---|"]
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            value = getattr(node, "value", None)
            if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "CacheRegion":
                name, most = (ast.literal_eval(one) for one in value.args)
                rows.append(f"| {name} | {most} | `{path.relative_to(PACKAGE).as_posix()}` |")
    return "\n".join(rows) + "\n"


def root() -> Path:
    """The checkout."""
    return PACKAGE.parents[1]
