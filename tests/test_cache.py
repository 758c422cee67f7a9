"""What is kept of sheets: owned by a shop, keyed by content, bounded, and never anything of a patient."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import handout
from handout.cache import Cache, CacheRegion, key_of
from handout.drawing import Drawing, Shape
from handout.errors import Private
from handout.layout.theme.icons import Icons
from handout.pipeline import lay
from handout.prescription import Order
from handout.text.types import Span

PACKAGE = Path(handout.__file__).parent
WORDS: CacheRegion[str] = CacheRegion("words", 2)
LINE = Shape((("M", (0.0, 0.0)), ("L", (4.0, 4.0))), stroke="#000000", width=1.0)


def test_what_is_asked_for_twice_is_made_once_and_the_longest_unused_goes() -> None:
    cache, made = Cache(), list[str]()

    def make(word: str) -> str:
        return cache.get(WORDS, key_of(word), lambda: made.append(word) or word)  # type: ignore[func-returns-value]

    for word in ("one", "two", "one", "three", "one", "two"):
        assert make(word) == word
    assert made == ["one", "two", "three", "two"]
    assert cache.count(WORDS) == 2


def test_what_is_a_patients_is_no_part_of_a_key() -> None:
    name = Private("Quillon Zebedee", "name")
    for part in (name, (1, name), Span(name, 12.0, 400, "#000000", "en")):
        with pytest.raises(TypeError):
            key_of("block", part)
        with pytest.raises(TypeError):
            Cache().get(WORDS, part, lambda: "")


def test_a_drawing_stands_by_what_it_looks_like() -> None:
    one, same, other = Drawing(9, 9, (LINE,)), Drawing(9, 9, (LINE,)), Drawing(9, 8, (LINE,))
    assert key_of(one) == key_of(same) != key_of(other)
    assert Icons({"hand": one}) == Icons({"hand": same}) != Icons({"hand": other})
    assert hash(Icons({"hand": one})) == hash(Icons({"hand": same}))


def test_a_copy_for_another_process_begins_empty() -> None:
    cache = Cache()
    cache.get(WORDS, "one", lambda: "one")
    assert pickle.loads(pickle.dumps(cache)).count(WORDS) == 0


def test_two_libraries_in_one_process_never_see_each_others_icons(tmp_path: Path) -> None:
    icon = tmp_path / "mine/assets/icons/repeat.svg"
    icon.parent.mkdir(parents=True)
    icon.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        '<path d="M2 2 L22 2 L12 20 Z" fill="#000000"/></svg>',
        "utf-8",
    )
    day, order = date(2026, 11, 20), Order(0, ("back",), "en")
    shops = [
        handout.open(library, languages=["en"], today=day, cache=tmp_path / "ink")
        for library in ((), [tmp_path / "mine"])
    ]
    first, second, again = (lay(order, "back", shop).pages.pages for shop in (*shops, shops[0]))
    assert second != first
    assert again == first


# What stays for the whole process, and why it may. All are bounded by what they are of, or by a number.
CONSTANT = "of the pinned fonts' own tables"
UNICODE = "of Unicode's tables"
CLDR = "of Babel's CLDR data"
OWN_FILES = "of files of the package itself"
ARITHMETIC = "arithmetic: the same for everybody"
ALLOWED = {
    "text/faces.py": CONSTANT,
    "text/itemise.py": CONSTANT,
    "text/reach.py": CONSTANT,
    "text/characters.py": UNICODE,
    "text/bidi/classes.py": UNICODE,
    "language/regions.py": CLDR,
    "language/territories.py": CLDR,
    "language/cldr.py": CLDR,
    "batch/vocabulary.py": OWN_FILES,
    "batch/remote.py": "the shops of a process that works for others, two at most",
    "twin/page.py": OWN_FILES,
    "figure/body/lofts.py": ARITHMETIC,
    "proof/eye/legible.py": ARITHMETIC,
    "pdf/syntax.py": ARITHMETIC,
    "pdf/metadata.py": "the sRGB profile",
    "store.py": "the secret of this machine, and what this program is: there is one of each",
    "manuscript/walk.py": "fields of the blocks' own types",
    "pdf/faces.py": CONSTANT,
}


def test_nothing_new_is_kept_for_the_whole_process() -> None:
    found = {str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py") if any(kept_in(path))}
    assert found - set(ALLOWED) == set(), "let a shop's cache keep it (handout.cache)"
    assert set(ALLOWED) - found == set(), "no longer needed here: take it from the list"


def kept_in(path: Path) -> Iterator[str]:
    """Decorators that remember results, and tables at the head of a module that functions fill."""
    tree = ast.parse(path.read_text("utf-8"))
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        function.body = [one for one in function.body if not isinstance(one, ast.FunctionDef)]  # it goes with the call
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name in {"lru_cache", "cache"} and _of_functools(node, tree):
                yield name
    for node in tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        empty = isinstance(value, ast.Dict | ast.List) and not getattr(value, "keys", getattr(value, "elts", None))
        called = isinstance(value, ast.Call) and ast.unparse(value.func).split("[")[0] in {
            "dict", "set", "list", "OrderedDict", "WeakKeyDictionary", "WeakValueDictionary", "deque", "count",
        }  # fmt: skip
        if empty or (called and not value.args):  # type: ignore[union-attr]
            yield ast.unparse(node)


def _of_functools(node: ast.Name | ast.Attribute, tree: ast.Module) -> bool:
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.value.id == "functools"
    imports = (one for one in tree.body if isinstance(one, ast.ImportFrom) and one.module == "functools")
    return node.id in {alias.name for one in imports for alias in one.names}
