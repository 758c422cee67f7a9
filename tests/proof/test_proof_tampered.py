"""Every way in which finished files were tampered with is seen: by the manuscript, or by making the file again."""

from __future__ import annotations

import eye_sheets as script
import pytest
from tampered import TAMPERED

from handout.authoring.ordered import Ordered
from handout.authoring.remade import compare
from handout.proof import proof_alone
from handout.proof.seal import BROKEN

EVERYDAY = ("white words, page 1", "pages in another order", "another dose")
CASES = [pytest.param(name, marks=() if name in EVERYDAY else pytest.mark.slow) for name in TAMPERED]


@pytest.fixture(scope="module")
def known() -> Ordered:
    return Ordered(script.shipped())


@pytest.mark.parametrize("name", CASES)
def test_a_tampered_file_is_never_called_unchanged(name: str, known: Ordered) -> None:
    """With its manuscript it is refused; alone it is damaged, or changed, or no sheet that anybody knows."""
    one = script.sheet()
    data = script.changed(one[0], TAMPERED[name])
    assert script.said(one, data)
    assert BROKEN in proof_alone(data)
    assert compare(data, known).answer == ("unknown" if name == "another language" else "changed")


def test_there_are_as_many_as_in_the_report() -> None:
    assert len(TAMPERED) >= 72
