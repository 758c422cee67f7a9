"""Strict YAML: the parser's events become a tree in which every node knows its place.

`yaml.safe_load` is unsafe for doses: it reads `1:30` as 90, `010` as 8 and `no` as False, and of a
key written twice it keeps the last. Here nothing is typed by its looks, and what YAML can do beyond
lists, mappings and text is refused: anchors, aliases, tags, merge keys, several documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from handout.errors import Finding, Place, SourceError
from handout.source.complaints import complaint
from handout.source.guards import text_of
from handout.source.node import Mapping, Node, NodeList, Scalar

DEEPEST = 24  # levels; shipped poses have nine

# libyaml where the wheel has it: ten times as fast, the same events.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_COMMENT = re.compile(r"\s+#")


def read(path: Path, name: str | None = None) -> Node:
    """The tree of one file. `name` is what findings call it. Raises `SourceError` with all findings."""
    name = name or path.as_posix()
    try:
        raw = path.read_bytes()
    except OSError as error:
        what = f"the file cannot be read: {error.strerror or 'unknown reason'}"
        raise SourceError(Finding(what, "Look at its name, its folder and its rights.", Place(name))) from None
    return parse(text_of(raw, name), name)


def parse(text: str, name: str) -> Node:
    """The tree of a text that `text_of` has passed. Raises `SourceError` with all findings."""
    composer = _Composer(text, name)
    node = composer.document()
    if composer.findings:
        raise SourceError(sorted(composer.findings, key=lambda finding: finding.where or Place(name)))
    assert node is not None
    return node


class _TooDeepError(Exception):
    """Reading stops where lists in lists have no end in sight."""


class _Composer:
    """Builds the tree of one document and collects what is wrong with it."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.lines = text.split("\n")
        self.findings: list[Finding] = []
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)

    def document(self) -> Node | None:
        try:
            return self._only_document()
        except yaml.MarkedYAMLError as error:
            self.findings.append(complaint(error, self.lines, self.name))
        except (_TooDeepError, RecursionError):
            pass
        return None

    def _only_document(self) -> Node | None:
        next(self.events)  # the start of the stream
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            self._find(Place(self.name), "the file is empty", "Write it, or take it away.")
            return None
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            self._find(self._at(event), "a line that begins with % stands before the text", "Delete that line.")
        node = self._node(next(self.events), 1)
        next(self.events)  # the end of the document
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._find(self._at(event), "a second document begins here (---)", "Keep one document in a file.")
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        where = self._at(event)
        if depth > DEEPEST:
            self._find(where, f"more than {DEEPEST} levels stand inside one another", "Look at the indentation.")
            raise _TooDeepError
        self._refuse_features(event, where)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, where)
        if isinstance(event, yaml.SequenceStartEvent):
            return NodeList(self._items(depth), where, bool(event.flow_style))
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(self._entries(depth), where, bool(event.flow_style))
        return Scalar("", where, quoted=True)  # an alias, already refused

    def _items(self, depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return tuple(items)

    def _entries(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self._find(
                    key.where,
                    "a key must be one word",
                    "Write `key: value`; quote a text that begins with {.",
                )
            elif key.text == "<<" and not key.quoted:
                self._find(key.where, "a merge key (<<) stands here", "Write out what it would bring.")
            elif key.text in entries:
                first = entries[key.text][0].where.line
                what = f"“{key.text}” is written twice; it first stands in line {first}"
                self._find(key.where, what, "Keep one of the two.")
            else:
                entries[key.text] = (key, value)
        return tuple(entries.values())

    def _scalar(self, event: yaml.ScalarEvent, where: Place) -> Scalar:
        quoted = bool(event.style)
        end = self._place(event.end_mark)
        rest = "".join(self.lines[end.line - 1 : end.line])[end.column - 1 :]  # it may end behind the last line
        comment = not quoted and bool(_COMMENT.match(rest))
        if comment and " " in event.value:
            self._find(
                Place(self.name, end.line, end.column + 1),
                f"a comment stands behind a text, and cuts it if it belongs to it: “{_short(rest.strip())}”",
                "Move the comment to a line of its own, or put the text in quotes.",
            )
        return Scalar(event.value, where, quoted, comment)

    def _refuse_features(self, event: yaml.Event, where: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            what = f"a reference (*{event.anchor}) stands here"
            self._find(where, what, "Write the value out; put a text that begins with * in quotes.")
            return
        if getattr(event, "anchor", None):
            what = f"an anchor (&{getattr(event, 'anchor', '')}) stands here"
            self._find(where, what, "Take it away; put a text that begins with & in quotes.")
        if getattr(event, "tag", None):
            what = f"a tag ({getattr(event, 'tag', '')}) stands here"
            self._find(where, what, "Take it away; put a text that begins with ! in quotes.")

    def _at(self, event: yaml.Event) -> Place:
        return self._place(event.start_mark)

    def _place(self, mark: object) -> Place:
        # The stubs allow a mark to be missing; the parser always gives one.
        line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
        return Place(self.name, line + 1, column + 1)

    def _find(self, where: Place, what: str, hint: str) -> None:
        self.findings.append(Finding(what, hint, where))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
