"""The core of the clinic matrix: every masthead, patient line, language, style and paper is printed.

`python -m tests.matrix` takes every pair of them.
"""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest
from matrix_cases import LANGUAGES, MASTHEADS, PATIENTS, Case, every_value, factors, pairwise
from matrix_sheets import desk_of, order_for, published

# Large print is in the nightly command: its page 1 is another matter than the clinic's row.
CORE = tuple(every_value(factors(("standard", "mono"))))


def test_the_core_holds_every_value() -> None:
    for factor, values in enumerate(factors(("standard", "mono"))):
        assert {case[factor] for case in CORE} == set(values)
    assert len(CORE) == len(LANGUAGES)


def test_the_matrix_holds_every_pair() -> None:
    values = factors()
    cases = tuple(pairwise(values))
    for one, other in combinations(range(len(values)), 2):
        assert {(case[one], case[other]) for case in cases} == set(product(values[one], values[other]))
    assert len(cases) < 1.5 * len(PATIENTS) * len(LANGUAGES)


@pytest.fixture(scope="module")
def ink(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder of drawings for all of them: line art is inked once."""
    return tmp_path_factory.mktemp("ink")


@pytest.mark.parametrize("case", CORE, ids=" ".join)
def test_no_everyday_sheet_is_refused(case: Case, tmp_path: Path, ink: Path) -> None:
    masthead, patient, language, style, paper = case
    desk = desk_of(MASTHEADS[masthead], tmp_path, ink, tuple(dict.fromkeys(("en", language))))
    made = published(order_for(language, **PATIENTS[patient], style=style, paper=paper), desk)
    assert made.pdf.startswith(b"%PDF-")
