"""Where a module can be made wrong by one small change that still compiles."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module."""

    line: int
    was: str
    now: str
    source: str  # the whole module after the change


def mutants(source: str) -> Iterator[Mutant]:
    """Every change of a module, in the order of its lines; docstrings and annotations are left alone."""
    for index, node in enumerate(ast.walk(ast.parse(source))):
        for change in _changes(node):
            tree = ast.parse(source)
            place = next(one for at, one in enumerate(ast.walk(tree)) if at == index)
            was = ast.unparse(place)
            _apply(place, change)
            yield Mutant(getattr(node, "lineno", 0), was, ast.unparse(place), ast.unparse(tree))


def _changes(node: ast.AST) -> tuple[str, ...]:
    """The changes that this node allows."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in COMPARED:
        return ("compare",)
    if isinstance(node, ast.BoolOp):
        return ("and-or",)
    if isinstance(node, ast.IfExp | ast.If | ast.While):
        return ("negate",)
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return ("flip",)
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return ("more",)
    return ()


def _apply(node: ast.AST, change: str) -> None:
    """Makes the change in the tree."""
    if isinstance(node, ast.Compare):
        node.ops = [COMPARED[type(node.ops[0])]()]
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.IfExp | ast.If | ast.While):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Constant):
        node.value = not node.value if change == "flip" else node.value + 1  # type: ignore[operator]
