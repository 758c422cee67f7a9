"""A clinic's library in which an invented clinician has approved `upper-back` in English, and changes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from handout.approval import Approving, Standing, approve, standing_of
from handout.content import Library, grave, load, shipped_root
from handout.content.approval_types import Approver
from handout.edition import Edition, localise
from handout.figure.gallery import Gallery

ROOT = shipped_root()
ROUTINE, TAG, COUNTRY = "upper-back", "en", "GB"
DAY = date(2026, 11, 29)
BY = Approver("Zebedee Quillon", "physiotherapist", "PH-INVENTED")
FLOOR = "a clinician answers for it in approvals.yaml"
Change = Callable[[str], str]


def library(folder: Path) -> Library:
    """The clinic's library. What the floor of safety refuses is looked at all the same: a clinician may answer for it
    in `approvals.yaml`, and the edition is another one even then."""
    found, findings = load([ROOT, folder], [TAG])
    wrong = [one for one in grave(findings) if FLOOR not in one.hint]
    assert not wrong, "\n".join(map(str, wrong))
    return found


def edition(folder: Path) -> Edition:
    return localise(library(folder), ROUTINE, TAG)


@cache
def shipped() -> Library:
    return load([ROOT], [TAG])[0]


def approved(folder: Path, cache_folder: Path) -> None:
    own = edition(folder)
    said = Approving(BY, "every line, and a printed sheet", DAY)
    approve(own, own.library.countries[COUNTRY], Gallery(own.library, cache_folder), said, folder)


def standing(folder: Path, cache_folder: Path, today: date = DAY) -> Standing:
    own = edition(folder)
    return standing_of(own, own.library.countries[COUNTRY], Gallery(own.library, cache_folder), today)


def lay(folder: Path, file: str, change: Change) -> None:
    """The shipped file, changed, in the clinic's library."""
    was = (ROOT / file).read_text("utf-8")
    now = change(was)
    assert now != was, f"nothing changes in {file}"
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(now, "utf-8")


def swap(pattern: str, text: str) -> Change:
    """The first place that the pattern fits, in other words."""
    return lambda was: re.sub(pattern, text, was, count=1, flags=re.M)
