"""A library adds: what it brings of its own stands beside what is shipped, and switches nothing off."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from handout.content import Library, grave, load, shipped_root
from handout.edition import localise, status
from handout.errors import ContentError, EditionError, Finding, Severity, errors_of
from handout.manuscript.compose import compose
from handout.manuscript.words import words_of
from handout.prescription import Order, prescribe
from handout.shop import Shop
from handout.source import merged, parse
from handout.source.scalars import plain

ROOT = shipped_root()
SAFETY = "handouts/safety/safety.yaml"
HOT_KNEE = """\
lines:
  today: [hot-knee]
signs:
  hot-knee: {sources: [CLINIC1]}
"""
SOURCES = "CLINIC1:\n  cite: Our own leaflet on knees\n"


def line(name: str, text: str) -> str:
    """A file of words with one line of the panel."""
    return f"lines:\n  {name}: {text}\n"


def key(name: str) -> str:
    return f"lines.{name}"




@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A clinic's folder with one sign of its own, in English alone, that no shipped routine asks for."""
    put(tmp_path, SAFETY, HOT_KNEE)
    put(tmp_path, "handouts/sources.yaml", SOURCES)
    put(tmp_path, "handouts/safety/en.yaml", line("hot-knee", "a hot, red, swollen joint"))
    return tmp_path


def put(folder: Path, file: str, text: str) -> Path:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


BY = "by: {name: Ann Other, role: gp}, date: 2026-11-20, reason: a test"


def library(folder: Path, *tags: str) -> Library:
    made, findings = load((ROOT, folder), tags=tags or None)
    assert [str(one) for one in grave(findings)] == []
    return made


def findings_of(folder: Path, *tags: str) -> tuple[Finding, ...]:
    return load((ROOT, folder), tags=tags or ("en",))[1]


def test_tables_are_joined_and_the_upper_value_holds() -> None:
    lower = parse("a: 1\nb: {x: 1, y: 2}\nc: [p, q]\n", "lower")
    upper = parse("b: {y: 3, z: 4}\nc: [q, r]\nd: 5\n", "upper")
    assert plain(merged(lower, upper, lists=True)) == {
        "a": 1, "b": {"x": 1, "y": 3, "z": 4}, "c": ["p", "q", "r"], "d": 5,
    }  # fmt: skip
    assert plain(merged(lower, upper, lists=False))["c"] == ["q", "r"]  # type: ignore[index]


def test_one_new_sign_leaves_every_shipped_edition_as_it_is(mine: Path) -> None:
    shipped, own = load((ROOT,))[0], library(mine)
    assert own.safety.signs["hot-knee"].part == "today"
    assert own.safety.lines["today"] == (*shipped.safety.lines["today"], "hot-knee")
    for tag in shipped.languages:
        for routine in shipped.routines:
            assert status(own, routine, tag).complete, f"{routine} in {tag}"


def test_a_librarys_own_line_in_english_alone_is_no_gap_of_the_shipped_translations(mine: Path) -> None:
    assert [str(one) for one in findings_of(mine, "en", "es", "ar")] == []


def test_only_an_edition_that_prints_the_line_wants_it_translated(mine: Path) -> None:
    routine = "handouts/routines/back/routine.yaml"
    put(mine, routine, (ROOT / routine).read_text("utf-8").replace("signs: [", "signs: [hot-knee, ", 1))
    for language in ("en", "es"):
        shutil.copy(ROOT / f"handouts/routines/back/{language}.yaml", mine / f"handouts/routines/back/{language}.yaml")
    own = library(mine, "en", "es")
    assert localise(own, "back", "en")
    assert localise(own, "upper-back", "es")
    with pytest.raises(EditionError) as caught:
        localise(own, "back", "es")
    (finding,) = caught.value.findings
    assert f'"{key("hot-knee")}" is missing in es' in finding.what
    assert finding.where is not None
    assert finding.where.file == (mine / "handouts/safety/es.yaml").as_posix()


def test_an_own_thing_person_country_and_source_are_added(mine: Path) -> None:
    put(mine, "handouts/equipment/equipment.yaml", "items:\n  step: {}\n")
    put(mine, "handouts/equipment/en.yaml", "items:\n  step: a low, firm step\n")
    put(mine, "assets/countries/GB.yaml", "advice:\n  number: \"0300 555 0100\"\n")
    own = library(mine)
    assert "step" in own.equipment.items
    assert "firm-chair" in own.equipment.items
    assert own.sources["CLINIC1"].cite == "Our own leaflet on knees"
    assert own.countries["GB"].advice is not None
    assert own.countries["GB"].advice.number == "0300 555 0100"
    assert own.countries["GB"].emergency.number == "999"
    for tag in own.languages:
        assert status(own, "upper-back", tag).complete


def test_a_source_that_a_library_names_anew_is_not_printed_by_its_old_short_form(mine: Path) -> None:
    put(mine, "handouts/sources.yaml", SOURCES + 'N1: {cite: "Another guideline"}\nN2: {detail: "seen today"}\n')
    own = library(mine).sources
    assert (own["N1"].on_paper, own["N2"].on_paper) == ("Another guideline", "NHS 2025")


def test_an_own_person_is_drawn_beside_the_shipped_ones(mine: Path, tmp_path: Path) -> None:
    put(mine, "assets/people.yaml", "zoe: {skin: dark, hair: black, hair_style: bun, build: woman}\n")
    shop = Shop(library(mine, "en"), date(2026, 11, 20), tmp_path / "cache")
    assert {"zoe", "ana"} <= set(shop.gallery.people)


def test_a_fixed_phrase_of_ones_own_reaches_the_page_and_leaves_the_other_languages(mine: Path) -> None:
    put(mine, "assets/languages/en.yaml", "roles:\n  kinesiologist: kinesiologist\n")
    own = library(mine)
    assert own.languages["en"].roles["kinesiologist"] == "kinesiologist"
    assert "kinesiologist" not in own.languages["es"].roles
    assert status(own, "back", "es").complete


def test_a_new_word_for_a_shipped_phrase_makes_its_translations_stale(mine: Path) -> None:
    put(mine, "assets/languages/en.yaml", "phrases:\n  plan_title: Your plan for the week\n")
    own = library(mine)
    assert own.languages["en"].phrases["plan_title"] == "Your plan for the week"
    assert not status(own, "back", "es").complete


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (SAFETY, "lines: {}\n"),
        (SAFETY, "signs: {}\n"),
        ("handouts/safety/en.yaml", "lines: {}\n"),
        ("handouts/equipment/equipment.yaml", "items: {}\n"),
        ("handouts/equipment/en.yaml", "items: {}\n"),
        ("handouts/sources.yaml", "{}\n"),
        ("assets/languages/en.yaml", "phrases: {}\n"),
        ("assets/languages/es.yaml", "{}\n"),
        ("assets/countries/GB.yaml", "{}\n"),
        ("assets/people.yaml", "{}\n"),
        (SAFETY, "lines: [\n"),
        ("handouts/equipment/en.yaml", "- a\n"),
        ("handouts/equipment/equipment.yaml", "items: {step: {}}\n"),
        (SAFETY, "a\n"),
        (SAFETY, ""),
    ],
)
def test_a_partial_or_broken_file_is_a_finding_or_nothing_and_never_a_crash(
    tmp_path: Path, file: str, text: str
) -> None:
    path = put(tmp_path, file, text)
    own, findings = loaded(tmp_path)
    for one in errors_of(findings):
        assert one.where is not None
        assert one.hint
    if own is None:
        assert str(path) in "".join(str(one) for one in findings)
        return
    refused = [one for routine in own.routines for tag in own.languages for one in refusals(own, routine, tag)]
    assert not refused or errors_of(findings)


def loaded(folder: Path) -> tuple[Library | None, tuple[Finding, ...]]:
    try:
        return load((ROOT, folder))
    except ContentError as error:
        return None, error.findings


def refusals(own: Library, routine: str, tag: str) -> tuple[Finding, ...]:
    try:
        localise(own, routine, tag)
    except EditionError as error:
        return error.findings
    return ()


def test_a_shipped_safety_line_that_is_reworded_is_named_on_every_run_and_on_the_sheets_that_print_it(
    tmp_path: Path,
) -> None:
    put(tmp_path, "handouts/safety/en.yaml", line("chest-or-breath", "you feel great"))
    was = load([ROOT], ["en"])[0].safety.words["en"].phrases[key("chest-or-breath")].text
    answered = f"file: handouts/safety/en.yaml, key: {key('chest-or-breath')}, was: '{was}', now: you feel great"
    put(tmp_path, "approvals.yaml", f"safety:\n  - {{{answered}, {BY}}}\n")
    own = library(tmp_path)
    (one,) = own.reworded
    assert (one.tag, one.key, one.now, one.where.line) == ("en", key("chest-or-breath"), "you feel great", 2)
    (said,) = (
        found for found in Shop(own, date(2026, 11, 20), tmp_path).warnings() if "chest-or-breath" in found.what
    )
    assert said.severity is Severity.WARNING
    assert "you feel great" in said.what
    edition = localise(own, "back", "en")
    sheet = compose(prescribe(edition, Order(1, ("back",), "en"), None, None, date(2026, 11, 20)))
    text = "".join(one.text for one in words_of(sheet))
    assert own.languages["en"].phrases["reworded"] in text


def test_words_that_are_the_shipped_ones_again_are_not_reworded(tmp_path: Path) -> None:
    for file in ("en.yaml", "safety.yaml"):
        put(tmp_path, f"handouts/safety/{file}", (ROOT / "handouts/safety" / file).read_text("utf-8"))
    assert library(tmp_path, "en").reworded == ()


def test_a_fact_behind_a_safety_line_that_changes_is_named_too(tmp_path: Path) -> None:
    put(tmp_path, SAFETY, "values: {pain_limit: 9}\n")
    put(tmp_path, "assets/languages/en.yaml", "phrases:\n  stop_heading: Keep going even if\n")
    own, findings = load((ROOT, tmp_path), tags=("en",))
    assert len(grave(findings)) == 2  # nobody answers for them
    keys = {one.key: one.tag for one in own.reworded}
    assert keys == {"values.pain_limit": "", "phrases.stop_heading": "en"}


def test_a_shipped_line_cannot_be_moved_to_a_less_urgent_part(tmp_path: Path) -> None:
    put(tmp_path, SAFETY, "lines:\n  today: [chest-or-breath]\n")
    assert "stands under" in "".join(one.what for one in errors_of(findings_of(tmp_path)))
