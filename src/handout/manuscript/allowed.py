"""What a template may be made of: outputs and conditions of the sheet's own names, loops over its blocks, macros.

A template arranges; it is no program. Whatever stands in no row of `_FORMS` is refused by its line, and so is a
template that would take more than `MOST` steps, counted before it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from handout.errors import Finding, Place

ROUNDS = 40  # of a loop, for the count of steps: exercises, lines, answers are fewer
MOST = 10_000_000  # steps; the shipped templates are counted at a fifth of that
LARGEST = 64_000  # letters of one file
HINT = "A template places the blocks of the sheet: outputs, if, for and macros, with the sheet's own names."
_LIKE = (nodes.Name, nodes.Getattr)  # a name of the sheet: sheet.panel, line.letter
_LOGIC = (*_LIKE, nodes.Test, nodes.Not, nodes.And, nodes.Or)
_KNOWN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Macro, nodes.Import, nodes.Call,
    nodes.Tuple, nodes.Const, *_LOGIC,
)  # fmt: skip


def faults(name: str, tree: nodes.Template, known: frozenset[str]) -> Iterator[Finding]:
    """Everything in a template that is no arrangement of blocks. `known`: the templates that are checked."""
    for node in _walk(tree):
        what = _fault(node, known)
        if what:
            yield Finding(f"a template may not {what}", HINT, Place(name, node.lineno))


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _fault(node: nodes.Node, known: frozenset[str]) -> str:
    """What is wrong with this node by itself; "" when nothing is."""
    if not isinstance(node, _KNOWN):
        return f"use {type(node).__name__}"
    check = _FORMS.get(type(node))
    return check(node, known) if check is not None else ""


def _for(node: nodes.Node, known: frozenset[str]) -> str:  # noqa: ARG001
    assert isinstance(node, nodes.For)
    if not isinstance(node.iter, _LIKE):
        return "loop over anything but a list of the sheet"
    return "loop with a condition, an else or itself" if node.test or node.else_ or node.recursive else ""


def _if(node: nodes.Node, known: frozenset[str]) -> str:  # noqa: ARG001
    assert isinstance(node, nodes.If)
    return "" if isinstance(node.test, _LOGIC) else "ask for anything but what the sheet has"


def _test(node: nodes.Node, known: frozenset[str]) -> str:  # noqa: ARG001
    assert isinstance(node, nodes.Test)
    return "" if node.name == "none" and isinstance(node.node, _LIKE) else f"test for “{node.name}”"


def _macro(node: nodes.Node, known: frozenset[str]) -> str:  # noqa: ARG001
    assert isinstance(node, nodes.Macro)
    return "give a macro words of its own" if node.defaults else ""


def _call(node: nodes.Node, known: frozenset[str]) -> str:  # noqa: ARG001
    assert isinstance(node, nodes.Call)
    plain = isinstance(node.node, _LIKE) and all(isinstance(one, _LIKE) for one in node.args)
    more = node.kwargs or node.dyn_args or node.dyn_kwargs
    return "" if plain and not more else "call with anything but names of the sheet"


def _import(node: nodes.Node, known: frozenset[str]) -> str:
    assert isinstance(node, nodes.Import)
    template = node.template
    named = isinstance(template, nodes.Const) and template.value in known
    return "" if named else "bring in a file that is not checked: name one that ends in .j2 and stands beside it"


def _output(node: nodes.Node, known: frozenset[str]) -> str:  # noqa: ARG001
    assert isinstance(node, nodes.Output)
    for one in node.nodes:
        if not isinstance(one, (nodes.TemplateData, nodes.Call, *_LIKE)):
            return "print anything but names of the sheet"
    return ""


_FORMS: Mapping[type[nodes.Node], Callable[[nodes.Node, frozenset[str]], str]] = {
    nodes.For: _for, nodes.If: _if, nodes.Test: _test, nodes.Macro: _macro, nodes.Call: _call, nodes.Import: _import,
    nodes.Output: _output,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Counted:
    """The macros of all templates, by name, and those that are being counted."""

    macros: Mapping[str, nodes.Macro]
    open: frozenset[str] = frozenset()


def too_long(main: str, trees: Mapping[str, nodes.Template]) -> Finding | None:
    """A finding when the templates would take too many steps, or a macro calls itself."""
    macros = {one.name: one for tree in trees.values() for one in tree.find_all(nodes.Macro)}
    steps = _steps(trees[main], _Counted(macros))
    if steps <= MOST:
        return None
    what = "a macro calls itself" if steps == _ENDLESS else "the template would take too many steps"
    return Finding(what, "Fewer loops in loops, and no macro inside itself.", Place(main))


_ENDLESS = float("inf")


def _steps(node: nodes.Node, counted: _Counted) -> float:
    """Steps of a node and all below it; a loop is taken to go `ROUNDS` times."""
    if isinstance(node, nodes.Macro) and node.name not in counted.open:
        return 0  # it costs where it is called
    inside = sum(_steps(child, counted) for child in node.iter_child_nodes())
    if isinstance(node, nodes.For):
        return 1 + ROUNDS * inside
    if isinstance(node, nodes.Call):
        return 1 + inside + _called(node, counted)
    return 1 + inside


def _called(node: nodes.Call, counted: _Counted) -> float:
    target = node.node
    name = target.attr if isinstance(target, nodes.Getattr) else target.name if isinstance(target, nodes.Name) else ""
    if name in counted.open:
        return _ENDLESS
    macro = counted.macros.get(name)
    return 0 if macro is None else _steps(macro, _Counted(counted.macros, counted.open | {name}))
