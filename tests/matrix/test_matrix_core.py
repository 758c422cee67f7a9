"""The core of the clinic matrix: every masthead, patient line, language, style and paper is printed.

`python -m tests.matrix` takes every pair of them.
"""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest
from matrix_cases import LANGUAGES, MASTHEADS, PATIENTS, Case, every_value, factors, pairwise
from matrix_sheets import order_for, published, shop_of

CORE = tuple(every_value(factors()))
OTHERS = ("cat-cow", "childs-pose", "knee-rolls", "forearm-prop", "roller-mid-back")  # but for the first exercise
# What the whole matrix found: a head too high for large print, readers that turn a line with a Hebrew name round or
# spell the numero sign, and an Arabic zero that was taken for small type.
FOUND: tuple[Case, ...] = (
    ("everything", "apostrophe", "fil", "large-print", "letter"),
    ("lunch", "hebrew", "fil", "large-print", "a4"),
    ("everything", "two-scripts", "ar", "large-print", "letter"),
    ("arabic", "mixed-note", "ar", "standard", "a4"),
    ("reached", "two-scripts", "ru", "mono", "letter"),
)


def test_the_core_holds_every_value() -> None:
    for factor, values in enumerate(factors()):
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


@pytest.mark.parametrize("case", [*CORE, *FOUND], ids=" ".join)
def test_no_everyday_sheet_is_refused(case: Case, tmp_path: Path, ink: Path) -> None:
    masthead, patient, language, style, paper = case
    shop = shop_of(MASTHEADS[masthead], tmp_path, ink, tuple(dict.fromkeys(("en", language))))
    made = published(order_for(language, **PATIENTS[patient], style=style, paper=paper, without=OTHERS), shop)
    assert made.pdf.startswith(b"%PDF-")
