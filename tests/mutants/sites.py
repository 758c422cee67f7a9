"""Where a module can be made wrong by one small change that still compiles."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
# Types are checked by mypy, and no test writes to a frozen type.
LEFT_ALONE = frozenset({"annotation", "returns", "decorator_list"})
DECIDING = {(ast.IfExp, "test"), (ast.If, "test"), (ast.While, "test"), (ast.comprehension, "ifs")}
# `strict=True` says that two things are of one length, as an assertion would: nothing true makes it fail.
ASSERTING = "strict"
# What holds a pattern together, and the pieces that it can lose: a range, an escaped or a plain character.
_FRAME = r"\(\?P<\w+>|\(\?[a-z]+\)|\(\?<?[=!:]|\{[\d,]+\}|[()\[\]|?*+^$]"
_ATOM = r"(?:\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\.|[^\\])"
_TOKEN = re.compile(rf"(?P<frame>{_FRAME})|(?P<piece>{_ATOM}-(?![\]]){_ATOM}|{_ATOM})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module."""

    line: int  # where the changed piece stands
    first: int  # the lines of its statement, without what is indented under it
    last: int
    live: bool  # in the body of a function: one that was made already can be changed
    was: str
    now: str
    whole: ast.Module
    node: ast.AST  # of the whole, and what stands in its place
    changed: ast.AST

    @property
    def tree(self) -> ast.Module:
        """The whole module after the change, made when it is asked for: a room has thousands of changes."""
        kept = copy.deepcopy(self.whole, {id(self.node): self.node})
        return ast.fix_missing_locations(_Put(self.node, self.changed).visit(kept))


@dataclass(frozen=True, slots=True)
class _Place:
    """A node, and what stands round it."""

    node: ast.AST
    statement: ast.stmt
    live: bool
    pattern: bool = False  # within a regular expression
    decides: bool = False  # whether something is done


def mutants(source: str) -> Iterator[Mutant]:
    """Every change of a module, in the order of its lines; types and decorators are left alone."""
    tree = ast.parse(source)
    pattern_names = frozenset(_names_in_patterns(tree))
    for top in tree.body:
        for place in _places(_Place(top, top, live=False), pattern_names):
            for changed in _changes(place):
                yield Mutant(
                    place.node.lineno,
                    place.statement.lineno,
                    _last_line(place.statement),
                    place.live,
                    ast.unparse(place.node),
                    ast.unparse(changed),
                    tree,
                    place.node,
                    changed,
                )


class _Put(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return ast.copy_location(self.new, node) if node is self.old else self.generic_visit(node)


def _names_in_patterns(tree: ast.Module) -> Iterator[str]:
    """What the module's regular expressions are put together from."""
    for node in ast.walk(tree):
        if _is_pattern(node):
            yield from (one.id for one in ast.walk(node) if isinstance(one, ast.Name))


def _is_pattern(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"


def _places(place: _Place, pattern_names: frozenset[str]) -> Iterator[_Place]:
    """The node and all under it."""
    node = place.node
    if isinstance(node, ast.Assign) and {ast.unparse(one) for one in node.targets} & pattern_names:
        place = replace(place, pattern=not _is_pattern(node.value))
    if _is_pattern(node):
        place = replace(place, pattern=True)
    yield place
    for name, value in ast.iter_fields(node):
        if name in LEFT_ALONE:
            continue
        live = place.live or (name == "body" and isinstance(node, ast.FunctionDef | ast.Lambda))
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.keyword) and child.arg == ASSERTING:
                continue
            if isinstance(child, ast.AST) and not isinstance(child, ast.expr_context):
                statement = child if isinstance(child, ast.stmt) else place.statement
                decides = (type(node), name) in DECIDING
                yield from _places(_Place(child, statement, live, place.pattern, decides), pattern_names)


def _last_line(statement: ast.stmt) -> int:
    body = getattr(statement, "body", None)
    return max(statement.lineno, body[0].lineno - 1) if body else statement.end_lineno or statement.lineno


def _changes(place: _Place) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    node = place.node
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in COMPARED:
        yield ast.Compare(node.left, [COMPARED[type(node.ops[0])]()], node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant):
        yield from (ast.Constant(value) for value in _values(node.value, place.pattern))
    elif isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
        yield ast.Pass()
    elif place.decides:
        yield ast.UnaryOp(ast.Not(), node)


def _values(value: object, pattern: bool) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield value + 1
    elif isinstance(value, str) and pattern:
        for token in _TOKEN.finditer(value):
            if token["piece"]:
                yield value[: token.start()] + value[token.end() :]
