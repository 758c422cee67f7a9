"""Words that a country says in another way: they follow the clinic's country, and fit what they replace."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handout.content import Library, load, shipped_root
from handout.edition import Edition, localise
from handout.errors import Finding, errors_of

REGION = "assets/regions/en-US.yaml"


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load([shipped_root()], tags=["en", "es"])[0]


def edition(library: Library, country: str = "", tag: str = "en") -> Edition:
    return localise(library, "back", tag, library.countries[country] if country else None)


@pytest.mark.parametrize(
    ("path", "here", "there"),
    [
        ("safety.lines.sudden-back-tummy", "tummy", "belly"),
        ("safety.lines.saddle-numbness", "round your bottom", "around your buttocks"),
        ("routines.back.questions.pregnant.say", "midwife", "OB or midwife"),
        ("exercises.march.name", "on the spot", "in place"),
    ],
)
def test_a_sheet_of_an_american_clinic_says_it_as_americans_do(
    shipped: Library, path: str, here: str, there: str
) -> None:
    assert here in edition(shipped, "GB").phrases[path].text
    said = edition(shipped, "US").phrases[path].text
    assert there in said
    assert here not in said or here in there


def test_roles_and_fixed_phrases_follow_too(shipped: Library) -> None:
    language = edition(shipped, "US").language
    assert language.roles["physiotherapist"] == "physical therapist"
    assert "physical therapist" in language.phrases["see_clinician"]
    assert language.texts["phrases.see_clinician"].text == language.phrases["see_clinician"]
    assert shipped.languages["en"].roles["physiotherapist"] == "physiotherapist"


def test_no_american_sheet_keeps_a_british_word(shipped: Library) -> None:
    words = ("tummy", "physio,", "midwife first", "poo,", " tick ", "maternity", "on the spot", "tablets")
    said = [one.text for one in edition(shipped, "US").phrases.values()]
    plain = [f" {text.lower()} ".replace("ob or midwife", "") for text in said]
    assert not [(word, text) for text in plain for word in words if word in text]


@pytest.mark.parametrize("country", ["GB", "IE", "CA", ""])
def test_without_words_of_its_own_a_country_has_those_of_the_language(shipped: Library, country: str) -> None:
    assert edition(shipped, country).phrases == edition(shipped).phrases


def test_another_language_of_the_same_country_is_as_it_was(shipped: Library) -> None:
    assert edition(shipped, "US", "es").phrases == edition(shipped, "", "es").phrases


def changed(folder: Path, file: str, old: str, new: str) -> tuple[Finding, ...]:
    """What is found when the shipped content is copied and one file of it changed."""
    for part in ("handouts", "assets"):
        ignore = shutil.ignore_patterns("figures", "fonts")
        shutil.copytree(shipped_root() / part, folder / part, ignore=ignore)
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return tuple(one for one in errors_of(load([folder], tags=["en"])[1]) if one.where and one.where.file == REGION)


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("handouts/exercises/march/en.yaml", "March on the spot", "March where you are", "have changed"),
        (REGION, "exercises.march.name:", "exercises.march.nam:", "no words stand under"),
        (REGION, 'now: "Ask your OB or midwife first. After {flat_weeks}, do', 'now: "Do', "other numbers"),
        (REGION, 'now: "March in place"', 'now: "March on the spot"', "says what its words say"),
    ],
)
def test_words_that_no_longer_fit_are_told_and_not_printed(
    tmp_path: Path, file: str, old: str, new: str, what: str
) -> None:
    found = changed(tmp_path, file, old, new)
    assert any(what in one.what for one in found), found
    assert all(one.where and one.where.line > 1 for one in found if what in one.what)


def test_a_library_has_no_regions_of_its_own(tmp_path: Path) -> None:
    """Safety words stand among them: a clinic's own are a library's, where each change is told."""
    mine = tmp_path / REGION
    mine.parent.mkdir(parents=True)
    mine.write_text("tag: en-US\nwords:\n  safety.lines.blood: {was: a, now: b}\n", "utf-8")
    library, found = load([shipped_root(), tmp_path], tags=["en"])
    assert "take blood thinners" in edition(library, "US").phrases["safety.lines.blood"].text
    assert any("en-US.yaml" in str(one.where) for one in errors_of(found))
