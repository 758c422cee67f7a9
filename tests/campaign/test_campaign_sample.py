"""A sample of the campaign: the same seeds each day, no escape and no crash; and the proof that it can fail."""

from __future__ import annotations

import pytest
from tests.campaign.__main__ import CLASSES, table
from tests.campaign.control import can_fail
from tests.campaign.verdicts import Outcome, Verdict

SAMPLE = {
    "data": range(12),
    "translations": range(4),
    "templates": range(8),
    "themes": range(1),
    "symbols": range(3),
    "pictures": range(3, 5),
    "files": range(8),
    "fonts": range(1, 3),
    "lists": range(12),
    "workbooks": range(12),
}


@pytest.mark.slow
def test_the_campaign_can_fail() -> None:
    assert can_fail()


@pytest.mark.parametrize("name", SAMPLE)
def test_no_mutant_of_the_sample_escapes(name: str) -> None:
    judge, _ = CLASSES[name]
    found = [judge(seed) for seed in SAMPLE[name]]
    assert [one for one in found if one.outcome in {Outcome.escape, Outcome.crash}] == []


def test_the_table_counts_by_class() -> None:
    kept = {("data", 0): Verdict(Outcome.refused, ""), ("data", 1): Verdict(Outcome.escape, "")}
    assert table(kept).splitlines()[2] == "| data | 2 | 0 | 1 | 0 | 0 | 1 |"
