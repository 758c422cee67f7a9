"""The house rules that a machine can hold: rooms in order, one room for each outside package, types, lint."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "handout"

ROOMS = [
    "version", "errors", "cache", "store", "source", "language", "drawing", "content", "edition", "prescription",
    "manuscript", "figure", "twin", "approval", "text", "layout", "pdf", "proof", "masters", "shop", "pipeline",
    "batch", "api", "authoring", "cli",
]  # fmt: skip

# Each outside package and the rooms that may import it.
OUTSIDE = {
    "yaml": {"source"},
    "jinja2": {"manuscript", "twin"},
    "markupsafe": {"manuscript", "twin"},
    "reportlab": {"pdf", "drawing"},
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli"},
    "numpy": {"figure"},
    "shapely": {"figure"},
    "babel": {"language", "authoring"},
    "icu4py": {"text"},
    "uharfbuzz": {"text", "pdf", "proof"},
    "pikepdf": {"proof"},
    "pypdfium2": {"proof", "authoring"},
    "PIL": {"drawing", "pdf", "proof", "authoring"},
    "openpyxl": {"batch"},
    "distributed": {"batch"},
    "page": {"proof"},
}


# What the proof may know of type: which font files there are. What they print is looked at letter by letter.
FACE_FILES = ("handout.text.faces", "handout.text.types")


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """Every module a file imports, also inside functions and under TYPE_CHECKING, with its line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            module = node.module or ""
            if module == "handout":
                for alias in node.names:
                    yield f"handout.{alias.name}", node.lineno
            else:
                yield module, node.lineno


SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if room_of(path) not in {"__init__", "__main__"})


def test_every_file_stands_in_a_room_of_the_pipeline() -> None:
    assert {room_of(path) for path in SOURCES} == set(ROOMS)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_the_rooms_before_it(path: Path) -> None:
    room = ROOMS.index(room_of(path))
    for module, line in imports_of(path):
        parts = module.split(".")
        if parts[0] != "handout" or len(parts) == 1 or parts[1] == "__main__":
            continue
        other = ROOMS.index(parts[1])
        assert other <= room, f"{path}:{line}: {ROOMS[room]} imports {parts[1]}, which comes after it"
        if ROOMS[room] == "proof" and parts[1] != "proof":
            apart = parts[1] in {"errors", "drawing", "manuscript"} or module.startswith(FACE_FILES)
            assert apart, f"{path}:{line}: the proof shares no code"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_an_outside_package_has_one_room(path: Path) -> None:
    for module, line in imports_of(path):
        package = module.split(".")[0]
        if package in OUTSIDE:
            assert room_of(path) in OUTSIDE[package], f"{path}:{line}: {package} does not live here"
        elif package not in sys.stdlib_module_names and package != "handout":
            pytest.fail(f"{path}:{line}: {package} has no room yet; give it one in OUTSIDE")


# How many imports go past a room's face, by room: `from handout.layout.pages import …`. The numbers only fall. What
# stays: a command loads its own tool of authoring or batch and no other, what inks loads arrays only then, a function
# that has its module's name, and font files, which the proof may know.
PAST_THE_FACE = {
    "authoring": 37, "batch": 34, "content": 3, "drawing": 1, "figure": 11, "layout": 1, "manuscript": 8, "text": 2,
}  # fmt: skip


def test_a_room_is_entered_by_its_face() -> None:
    past: dict[str, int] = {}
    for path in SOURCES:
        for module, _ in imports_of(path):
            _, _, inside = module.partition("handout.")
            room, _, deeper = inside.partition(".")
            if deeper and room != room_of(path):
                past[room] = past.get(room, 0) + 1
    more = {room: count for room, count in past.items() if count > PAST_THE_FACE.get(room, 0)}
    assert more == {}, "name it in the room's __init__, and import it from there"


def test_there_is_no_import_cycle_between_modules() -> None:
    names = {module_name(path): path for path in PACKAGE.rglob("*.py")}
    graph = {
        name: {target for module, _ in imports_of(path) if (target := nearest(module, names)) and target != name}
        for name, path in names.items()
    }
    # A package's own __init__ gathers its modules; a module that imports its package by name would be a cycle.
    state: dict[str, int] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        if state.get(name) == 2:
            return
        assert state.get(name) != 1, " -> ".join((*trail[trail.index(name):], name))
        state[name] = 1
        for target in sorted(graph[name]):
            visit(target, (*trail, name))
        state[name] = 2

    for name in sorted(graph):
        visit(name, ())


def module_name(path: Path) -> str:
    parts = ("handout", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def nearest(module: str, names: dict[str, Path]) -> str | None:
    while module:
        if module in names:
            return module
        module = module.rpartition(".")[0]
    return None


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_over_300_lines_becomes_a_folder(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 300


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_functions_stay_short_and_take_few_arguments(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            count = len(node.args.args) + len(node.args.kwonlyargs)
            in_cli = room_of(path) == "cli"  # a command has an argument for each of its options
            assert lines <= (60 if in_cli else 52), f"{path}:{node.lineno}: {node.name} has {lines} lines"
            assert in_cli or count <= 6, f"{path}:{node.lineno}: {node.name} takes {count} arguments"


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_hold() -> None:
    run("mypy", "--strict", "src")


def test_the_lint_is_clean() -> None:
    run("ruff", "check", "src", "tests", "benchmarks")


def test_no_text_names_a_machine_path() -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    for name in filter(None, tracked.stdout.split("\0")):
        path = ROOT / name
        if path.suffix in {".py", ".md", ".yaml", ".j2", ".toml", ".svg", ".txt"} and path.exists():
            text = path.read_text("utf-8")
            for stem in ("/" + "work/", "/" + "tmp/brief", ".." + "/shared"):
                assert stem not in text, f"{name} names {stem}"
