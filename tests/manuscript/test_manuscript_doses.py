"""What is prescribed is printed: every field of a dose, in every language, in the plan and on its card."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from manuscript_orders import ROUTINE, TODAY, card, flat, manuscript, order, texts

from handout.cache import Cache
from handout.content import load, shipped_root
from handout.content.dose import FIELDS, Dose, given
from handout.edition import localise
from handout.errors import ManuscriptError, errors_of
from handout.language import Language, read_language
from handout.manuscript.blocks import Strip
from handout.manuscript.compose import compose
from handout.manuscript.grammar import unsaid
from handout.manuscript.sheet import cards
from handout.manuscript.sheet.dose_figures import figures
from handout.manuscript.sheet.dose_words import do_it, hold, how_often, strips
from handout.prescription import prescribe

TAGS = sorted(path.stem for path in (shipped_root() / "assets/languages").glob("*.yaml"))
COUNTED = Dose(
    times_a_day=4, repetitions=13, sets=3, per="side", hold_s=17, rest_s=90, load_kg=12.5, days_a_week=5, weeks=6
)
LASTING = Dose(times_a_day=4, duration_s=180, sets=7, per="side", hold_breaths=9, rest_s=60, days_a_week=5, weeks=6)
ONCE = Dose(times_a_day=1, repetitions=1, days_a_week=1, weeks=1, hold_s=1)
TWICE = Dose(times_a_day=2, repetitions=2, sets=2, per="way", days_a_week=2, weeks=2, hold_breaths=2, load_kg=2)
DOSES = (COUNTED, LASTING, ONCE, TWICE)


@cache
def language(tag: str) -> Language:
    return read_language(shipped_root() / f"assets/languages/{tag}.yaml")


def said(cells: list[Strip]) -> str:
    return " ".join(flat(one) for cell in cells for one in (cell.amount, *cell.units) if one)


def test_these_doses_give_every_field_of_the_table() -> None:
    assert {name for dose in DOSES for name in given(dose)} == set(FIELDS)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("dose", DOSES, ids=["counted", "lasting", "once", "twice"])
def test_every_field_stands_on_the_card_in_every_language(tag: str, dose: Dose) -> None:
    assert not [*unsaid(figures(language(tag), dose), said([*strips(language(tag), dose)]))]


@pytest.mark.parametrize("tag", TAGS)
def test_every_field_but_the_weeks_stands_in_the_plan_in_every_language(tag: str) -> None:
    for dose in (COUNTED, LASTING):
        own = language(tag)
        plan = " ".join((do_it(own, dose), hold(own, dose), how_often(own, dose)))
        fields = [one for one in figures(own, dose) if one[0] != "weeks"]
        assert not [*unsaid(fields, plan)]


@pytest.mark.parametrize("tag", TAGS)
def test_a_cell_that_is_not_printed_is_missed_whatever_it_says(tag: str) -> None:
    cells = [*strips(language(tag), COUNTED)]
    for index in range(len(cells)):
        rest = cells[:index] + cells[index + 1 :]
        assert [*unsaid(figures(language(tag), COUNTED), said(rest))]


@pytest.mark.parametrize("field", [name for name in given(COUNTED) if name != "sets"])
def test_a_number_that_changes_without_the_page_is_missed(field: str) -> None:
    english = language("en")
    other = replace(COUNTED, **{field: getattr(COUNTED, field) + 20})
    assert [*unsaid(figures(english, other), said([*strips(english, COUNTED)]))] == [field]


def test_each_number_on_the_page_speaks_for_one_field_only() -> None:
    english = language("en")
    dose = Dose(times_a_day=3, repetitions=5, hold_s=5, weeks=6)
    assert [*unsaid(figures(english, dose), "5 times in all 3 times a day for 6 weeks")] == ["hold_s"]
    assert [*unsaid(figures(english, dose), "15 times 5.5 3 times a day for 6 weeks")] == ["repetitions", "hold_s"]


@pytest.mark.parametrize(
    ("tag", "loud"),
    [("zh-Hans", ["13", "2"]), ("ko", ["3", "2"]), ("ar", ["مرتان يوميًا"]), ("vi", [])],
)
def test_what_says_how_many_is_bold_where_it_stands_among_words(tag: str, loud: list[str]) -> None:
    """A number alone with its unit is large by itself; of several numbers only the dose's own is loud."""
    dose = replace(COUNTED, sets=3 if tag == "ko" else 1, times_a_day=2, weeks=6, load_kg=None, rest_s=None)
    cells = [cell for cell in strips(language(tag), replace(dose, hold_s=None)) if cell.icon != "clock"]
    words = [one for cell in cells if not cell.amount for unit in cell.units for one in unit.inlines]
    bold = [str(one.words).replace("\u00a0", " ") for one in words if one.strong]
    assert bold == loud


def test_rest_and_weight_are_printed_in_english_as_a_clinician_says_them() -> None:
    english = language("en")
    assert do_it(english, COUNTED).replace("\u00a0", " ") == (
        "3 sets of 13 times each side, with 12.5 kg, rest for 90 seconds between sets"
    )
    cells = [" ".join(map(flat, cell.units)).replace("\u00a0", " ") for cell in strips(english, LASTING)]
    assert "rest for 1 minute between sets" in cells


def test_a_card_that_does_not_say_a_field_of_its_dose_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = order(doses={"seated-twist": {"hold_s": 7}})
    whole = cards.strips

    def short(own: Language, dose: Dose) -> list[Strip]:
        return [cell for cell in whole(own, dose) if cell.icon != "clock"]

    monkeypatch.setattr(cards, "strips", short)
    with pytest.raises(ManuscriptError) as caught:
        manuscript(asked, Cache())
    what = [finding.what for finding in caught.value.findings]
    assert "the exercise seated-twist has hold_s in its dose, and its card does not say it" in what


@pytest.fixture
def heavy(tmp_path: Path) -> Path:
    """A clinic's library whose seated twist has sets, a rest and a weight."""
    inside = "handouts/exercises/seated-twist/exercise.yaml"
    text = (shipped_root() / inside).read_text("utf-8")
    own = "dose: {repetitions: 5, per: side, hold_s: 5, times_a_day: 2, weeks: 6, sets: 3, rest_s: 60, load_kg: 12.5}"
    changed, times = re.subn(r"(?m)^dose: .*$", own, text)
    assert times == 1
    (tmp_path / inside).parent.mkdir(parents=True)
    (tmp_path / inside).write_text(changed, "utf-8")
    return tmp_path


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_sets_rest_and_weight_of_a_clinics_exercise_are_on_its_sheet(heavy: Path, tag: str) -> None:
    library, findings = load([shipped_root(), heavy], tags=[tag])
    assert not errors_of(findings)
    edition = localise(library, ROUTINE, tag)
    asked = replace(order(), language=tag)
    own = card(compose(prescribe(edition, asked, None, library.countries["GB"], TODAY)), "seated-twist")
    printed = " ".join((*texts(own, "amount"), *texts(own, "unit")))
    expected = {"en": ["3", "12.5 kg", "rest for 1 minute"], "ar": ["12.5 كغم", "راحة لمدة دقيقة واحدة"]}
    for words in expected[tag]:
        assert words in re.sub("[\u2066-\u2069]", "", printed).replace("\u00a0", " ")
