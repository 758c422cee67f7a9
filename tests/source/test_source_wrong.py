"""Files of wrong input, each with the findings it must give, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from handout.errors import SourceError
from handout.source import read

WRONG = Path(__file__).parent / "wrong"


@pytest.mark.parametrize("path", sorted(WRONG.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_wrong_file_is_refused_in_these_words(path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        read(path, path.name)
    assert str(refused.value) + "\n" == path.with_suffix(".txt").read_text("utf-8")


def test_every_message_has_its_file() -> None:
    assert {path.stem for path in WRONG.glob("*.txt")} == {path.stem for path in WRONG.glob("*.yaml")}
