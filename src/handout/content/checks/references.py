"""Ids that one file names and another must hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from handout.content.files import Facts
from handout.errors import Finding
from handout.source import suggestion


def unknown(
    facts: Facts[Any], field: str, named: Iterable[str], known: Collection[str], what: str
) -> Iterator[Finding]:
    """A finding for each of `named`, a list or the keys of a table under `field`, that is not known."""
    for index, name in enumerate(named):
        if name in known:
            continue
        place = facts.place(f"{field}.{name}")
        if place == facts.place(field):
            place = facts.place(f"{field}.{index}")
        hint = suggestion(name, known) or f"Add it there, or take it away here. Known: {len(known)}."
        yield Finding(f"there is no {what} “{name}”", hint, place, f"{field}.{name}")
