"""The shipped content read with PyYAML alone, for tests that must not lean on the product's own reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HANDOUTS = Path(__file__).parents[2] / "handouts"


def read(path: Path) -> dict[str, Any]:
    """A YAML file with every scalar left as text."""
    with path.open(encoding="utf-8") as stream:
        found = yaml.load(stream, Loader=yaml.BaseLoader)
    assert isinstance(found, dict), path
    return found


def phrases(node: Any) -> list[str]:
    """All texts of a node, in the order they are written."""
    if isinstance(node, str):
        return [node]
    children = node.values() if isinstance(node, dict) else node
    return [text for child in children for text in phrases(child)]
