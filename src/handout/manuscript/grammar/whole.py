"""The whole manuscript held against the same sheet in the shipped templates: blocks may move, none may differ.

What a block says and how it is marked is the sheet's affair. A template of a library's own decides where blocks
stand and which of the optional ones are printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from handout.errors import Finding, Private
from handout.manuscript.elements import Element
from handout.manuscript.grammar.finding import Tree, normal, text_of

# Blocks that a template may leave out: kind, or kind and the `kind` attribute of a section.
OPTIONAL = frozenset(
    {"masthead", "audience", "message", "plan", "needs", "questions", "evidence", "diary", "notes", "section:tips"}
)
_FREE = frozenset({"exercise"})  # inside these, the groups may stand in another order


def whole_faults(tree: Tree, model: Element) -> Iterator[Finding]:
    """Blocks that differ from the model's, are not in it, stand twice, or are mandatory and missing."""
    if _attributes(tree.root) != _attributes(model):
        yield tree.find("the handout is marked in another way than the sheet says", tree.root)
    wanted, own = dict(_numbered(model)), dict(_numbered(tree.root))
    for (name, turn), block in own.items():
        if (name, turn) in wanted:
            yield from _difference(tree, block, wanted[name, turn])
        elif turn:
            yield tree.find(f"the {name} stands twice", block, "Print it once.")
        else:
            yield tree.find(f"the sheet has no such {name}", block, "Print the blocks of the sheet alone.")
    for (name, turn), block in wanted.items():
        if (name, turn) not in own and _class(block) not in OPTIONAL:
            yield tree.find(f"the {name} is missing", tree.root)


def _numbered(root: Element) -> Iterator[tuple[tuple[str, int], Element]]:
    """Each block by its name and how often it stood before."""
    seen: Counter[str] = Counter()
    for block in _blocks(root):
        name = _name(block)
        yield (name, seen[name]), block
        seen[name] += 1


def _blocks(root: Element) -> Iterator[Element]:
    return (child for child in root.children if isinstance(child, Element))


def _class(block: Element) -> str:
    kind = block.attributes.get("kind", "")
    return f"{block.kind}:{kind}" if block.kind == "section" and kind else block.kind


def _name(block: Element) -> str:
    """What tells a block from others of its kind: an exercise's id, a section's kind, a stamp's words."""
    mark = block.attributes.get("id") or block.attributes.get("kind") or ""
    if block.kind == "stamp":
        mark = text_of(block)
    return f"{block.kind} {mark}".strip()


def _attributes(element: Element) -> dict[str, str]:
    return dict(element.attributes)


@dataclass(frozen=True, slots=True)
class _Shape:
    """An element as far as it counts: no white space between elements, patient's values unread."""

    kind: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[_Shape | str, ...]


def _shape(element: Element) -> _Shape:
    children: list[_Shape | str] = []
    for child in element.children:
        if isinstance(child, Element):
            children.append(_shape(child))
        elif text := str(child) if isinstance(child, Private) else normal(child):
            children.append(text)
    if element.kind in _FREE:
        children.sort(key=lambda one: "" if isinstance(one, str) else one.kind)  # stable: within a kind, as it was
    return _Shape(element.kind, tuple(sorted(element.attributes.items())), tuple(children))


def _difference(tree: Tree, own: Element, model: Element) -> Iterator[Finding]:
    """The innermost element that is not the model's."""
    if _shape(own) == _shape(model):
        return
    mine, other = list(_blocks(own)), list(_blocks(model))
    if [one.kind for one in mine] == [one.kind for one in other] and _attributes(own) == _attributes(model):
        differing = [(a, b) for a, b in zip(mine, other, strict=True) if _shape(a) != _shape(b)]
        for a, b in differing[:1]:
            yield from _difference(tree, a, b)
        if differing:
            return
    said = normal(text_of(model))
    short = f"{said[:60]}…" if len(said) > 60 else said
    yield tree.find(f"the <{own.kind}> is not as the sheet has it: {short}", own)
