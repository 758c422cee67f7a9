"""docs/architecture.md says what the code does."""

from __future__ import annotations

import re

from tests.architecture.page import PAGE, with_parts
from tests.architecture.rooms import root

TEXT = PAGE.read_text("utf-8")


def test_what_is_made_from_the_code_is_as_the_code_is_today() -> None:
    assert with_parts(TEXT) == TEXT, "write it anew: python -m tests.architecture"


def test_every_file_and_name_that_it_points_to_exists() -> None:
    sources = {path: path.read_text("utf-8") for path in (root() / "src").rglob("*.py")}
    for target in set(re.findall(r"`((?:src|tests|docs|assets|handouts)/[\w./-]*[\w/])`", TEXT)):
        assert (root() / target).exists(), target
    for name in set(re.findall(r"`(\w+)\(\)`", TEXT)):
        assert any(re.search(rf"def {name}\b", text) for text in sources.values()), name
    written = re.sub(r"<!-- made: \w+ -->.*?<!-- end -->", "", TEXT, flags=re.DOTALL)
    for name in set(re.findall(r"`([A-Z]\w+)`", written)):
        assert any(re.search(rf"\bclass {name}\b|^{name}\b", text, re.M) for text in sources.values()), name
