"""docs/architecture.md: its parts between `<!-- made: name -->` and `<!-- end -->` come from the code."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tests.architecture.rooms import calls, kinds_of_kept, outside, rooms, root
from tests.architecture.walks import stages, tables

PAGE = root() / "docs" / "architecture.md"
PARTS: Mapping[str, Callable[[], str]] = {
    "calls": calls, "rooms": rooms, "outside": outside, "kept": kinds_of_kept, "walks": lambda: tables(stages()),
}  # fmt: skip


def with_parts(page: str) -> str:
    """The page with its parts as they are today."""
    names = re.findall(r"<!-- made: (\w+) -->", page)
    assert set(names) == set(PARTS)
    for name in names:
        text = PARTS[name]()
        place = rf"(<!-- made: {name} -->\n).*?(<!-- end -->)"
        page = re.sub(place, lambda match, text=text: f"{match[1]}\n{text}\n{match[2]}", page, flags=re.DOTALL)
    return page
