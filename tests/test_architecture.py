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
    "version", "lazy", "errors", "cache", "store", "frozen", "source", "language", "drawing", "content", "edition",
    "prescription", "manuscript", "figure", "twin", "approval", "text", "layout", "pdf", "proof", "masters", "shop",
    "pipeline", "batch", "api", "authoring", "cli",
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
FACE_FILES = {"FACES", "Weight", "open_font"}


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


def names_from(path: Path, module: str) -> set[str]:
    """What a file imports from a module."""
    tree = ast.parse(path.read_text("utf-8"))
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == module)
    return {alias.name for node in found for alias in node.names}


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
            faces = module == "handout.text" and names_from(path, module) <= FACE_FILES
            apart = faces or parts[1] in {"errors", "drawing", "manuscript"}
            assert apart, f"{path}:{line}: the proof shares no code"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_an_outside_package_has_one_room(path: Path) -> None:
    for module, line in imports_of(path):
        package = module.split(".")[0]
        if package in OUTSIDE:
            assert room_of(path) in OUTSIDE[package], f"{path}:{line}: {package} does not live here"
        elif package not in sys.stdlib_module_names and package != "handout":
            pytest.fail(f"{path}:{line}: {package} has no room yet; give it one in OUTSIDE")


def test_a_room_is_entered_by_its_face() -> None:
    past = [
        f"{path.relative_to(PACKAGE)}: {module}"
        for path in SOURCES
        for module, _ in imports_of(path)
        if module.startswith("handout.") and module.count(".") > 1 and module.split(".")[1] != room_of(path)
    ]
    assert past == [], "name it in the room's __init__, and import it from there"


LAZY = [path for path in sorted(PACKAGE.rglob("__init__.py")) if "attach(" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", LAZY, ids=lambda path: path.parent.name)
def test_a_face_that_loads_its_names_later_gives_what_the_types_say(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    (typed,) = (node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    (later,) = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "attach")
    told = {
        (alias.asname or alias.name, one.module, alias.name)
        for one in typed.body if isinstance(one, ast.ImportFrom) for alias in one.names
    }  # fmt: skip
    names = ast.literal_eval(later.args[1])
    pairs = ((module, *one.partition("=")) for module, given in names.items() for one in given.split())
    room = module_name(path)
    assert {(name, f"{room}.{module}", own or name) for module, name, _, own in pairs} == told
    modules = {one.stem if one.suffix else one.name for one in path.parent.iterdir()}
    assert not modules & {name for name, _, _ in told}, "Python gives the module of that name"


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


@pytest.mark.slow
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
