"""The shape of prose: what a patient reads, or what one clinician writes for another."""

from __future__ import annotations

from dataclasses import dataclass

from handout.source.node import Node, Scalar
from handout.source.shapes.base import Findings, Json, ValueShape, find
from handout.source.shapes.values import TextShape


@dataclass(frozen=True, slots=True)
class ProseShape(ValueShape[str]):
    """A sentence or more, on its own line. A comment behind it would cut it, so it is refused."""

    about: str = "a text"

    def read(self, node: Node, path: str, findings: Findings) -> str | None:
        text = TextShape(self.about, ties=True).read(node, path, findings)
        # A comment behind more than one word is refused for every value, when the file is read.
        if text is not None and isinstance(node, Scalar) and node.comment:
            hint = "Move the comment to a line of its own, or put the text in quotes."
            find(findings, node.where, path, f"a comment stands behind the text “{text}”", hint)
            return None
        return text

    def schema(self) -> Json:
        return {"type": "string", "minLength": 1}
