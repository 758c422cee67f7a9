"""What a template may be made of: names of blocks, one a line, and conditions on what kind of sheet it is.

A template arranges; it is no program. Jinja2 reads it, and whatever stands in no row of `_FORMS` is refused by its
line: no loop, no macro, no other file, no output. So it takes no more steps than it has lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from jinja2 import nodes

from handout.errors import Finding, Place
from handout.source import suggestion

LARGEST = 64_000  # letters of one file
FACTS = ("personal", "clinic", "large_print", "mono", "letter", "one_exercise")  # what a condition may ask for
HINT = "A template names the blocks of a sheet, one a line, and may ask `{% if large_print %} … {% endif %}`."
OLD_HINT = "Write the names of the blocks in assets/templates/handout.j2, one a line, as the shipped one does."
_OLD = re.compile(r"</?[a-z][a-z0-9-]*|\b(?:sheet|parts)\.")  # the form of version 0.1
_PLAIN = re.compile(r"[a-z0-9 -]+")
_LOGIC = (nodes.Name, nodes.Not, nodes.And, nodes.Or)


def faults(name: str, tree: nodes.Template, known: Collection[str]) -> Iterator[Finding]:
    """Everything in a template that is no arrangement of blocks. `known`: the names that a line may have."""
    line = 1
    for node in _walk(tree):
        line = node.lineno or line  # Jinja2 gives none to the parts of a comparison
        what = _fault(node)
        if what:
            yield Finding(f"a template may not {what}", HINT, Place(name, line))
    for data in tree.find_all(nodes.TemplateData):
        for line, row in rows(data):
            yield from _named(row, known, Place(name, line))


def rows(data: nodes.TemplateData) -> Iterator[tuple[int, str]]:
    """The lines of a stretch of plain text that say something, with their numbers in the file."""
    for number, row in enumerate(data.data.split("\n"), data.lineno):
        if said := " ".join(row.split()):
            yield number, said


def is_old(text: str) -> bool:
    """Whether a template has the form of version 0.1: markup with the words of a sheet."""
    return _OLD.search(text) is not None


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _named(row: str, known: Collection[str], where: Place) -> Iterator[Finding]:
    """A finding unless the line names a block, and the detail it stands in."""
    if row in known:
        return
    name, _, rest = row.partition(" ")
    if not _PLAIN.fullmatch(row):
        yield Finding(f"the template holds text of its own: {row[:40]!r}", HINT, where)
    elif name in known:
        yield Finding(f"{name} cannot stand “{rest}”", _details(name, known), where)
    else:
        yield Finding(f"no block of a sheet has the name {row[:40]!r}", suggestion(name, known) or HINT, where)


def _details(name: str, known: Collection[str]) -> str:
    others = [one for one in sorted(known) if one.startswith(f"{name} ")]
    return f"Write {' or '.join((name, *others))}."


def _fault(node: nodes.Node) -> str:
    """What is wrong with this node by itself; "" when nothing is."""
    check = _FORMS.get(type(node))
    return check(node) if check is not None else f"use {type(node).__name__}"


def _fits(_: nodes.Node) -> str:
    return ""


def _output(node: nodes.Node) -> str:
    assert isinstance(node, nodes.Output)
    plain = all(isinstance(one, nodes.TemplateData) for one in node.nodes)
    return "" if plain else "print anything but names of blocks"


def _if(node: nodes.Node) -> str:
    assert isinstance(node, nodes.If)
    return "" if isinstance(node.test, _LOGIC) else "ask for anything but what kind of sheet it is"


def _name(node: nodes.Node) -> str:
    assert isinstance(node, nodes.Name)
    return "" if node.name in FACTS else f"ask for “{node.name}”: it may ask for {', '.join(FACTS)}"


_FORMS: Mapping[type[nodes.Node], Callable[[nodes.Node], str]] = {
    nodes.Template: _fits, nodes.TemplateData: _fits, nodes.Not: _fits, nodes.And: _fits, nodes.Or: _fits,
    nodes.Output: _output, nodes.If: _if, nodes.Name: _name,
}  # fmt: skip
