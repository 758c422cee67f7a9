"""One word, one meaning: a class has a name of its own, and no name says that somebody could not think of one."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import handout

PACKAGE = Path(handout.__file__).parent
# Words that name one thing in the whole house, and where that is.
ONE_THING = {
    "Piece": "layout/flow.py", "Line": "text/types.py", "Setting": "layout/setting.py", "Passage": "layout/flow.py",
    "Look": "figure/gallery.py", "Sheet": "layout/sheet.py", "Cache": "cache.py", "WorkerPool": "batch/workers.py",
    "RunOptions": "batch/report.py",
    "Shop": "shop.py", "Handout": "api.py", "Prescription": "prescription/types.py",
    "Manuscript": "manuscript/manuscript.py",
    "Part": "layout/prose.py", "Face": "text/faces.py", "Glyph": "text/types.py",
    "Kind": "manuscript/kinds.py", "Place": "errors.py", "Step": "content/types.py",
    "Frame": "figure/storyboard/board.py", "Shape": "drawing/shapes.py",
    "Exercise": "content/types.py", "Block": "layout/frame.py",
    "Text": "manuscript/text.py", "Prose": "layout/prose.py",
    "Said": "manuscript/words.py", "Node": "manuscript/walk.py",
    "Pages": "layout/pages.py", "Library": "content/library.py", "Finding": "errors.py",
}  # fmt: skip
# What a user of the library writes (`handout.Order`) is an order in the house too, once it is read.
SHARED = {"Order"}
EMPTY = ("manager", "handler", "processor", "helper", "util", "utils", "misc", "stuff")


def named() -> dict[str, list[str]]:
    """Every public class by name, with the modules that define it."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(PACKAGE).as_posix())
    return found


def test_a_class_has_a_name_of_its_own() -> None:
    shared = {name for name, places in named().items() if len(places) > 1}
    assert shared - SHARED == set(), "choose another name: docs/architecture.md says what the words mean"
    assert SHARED - shared == set(), "shared no more: take it from the list"


def test_the_words_of_the_trade_name_one_thing() -> None:
    found = named()
    assert {name: found.get(name) for name in ONE_THING} == {name: [place] for name, place in ONE_THING.items()}


def test_no_name_is_empty() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        names = [path.stem]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.append(node.name)
        words = {word.lower() for name in names for word in _words(name)}
        assert not words & set(EMPTY), f"{path}: {words & set(EMPTY)}"


def _words(name: str) -> list[str]:
    apart = "".join(f"_{letter}" if letter.isupper() else letter for letter in name)
    return [word for word in apart.split("_") if word]
