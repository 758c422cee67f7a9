"""Words that a country says in another way: they follow the clinic's country, and fit what they replace."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from handout.content import Library, load, shipped_root
from handout.content.regional import phrases_of
from handout.content.types import Regional
from handout.edition import Edition, localise
from handout.errors import Finding, errors_of

REGION = "assets/regions/en-US.yaml"


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load([shipped_root()], tags=["de", "en", "es", "fr", "pt-BR", "vi", "zh-Hans"])[0]


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


@pytest.mark.parametrize(
    ("tag", "country", "written"),
    [
        ("pt-BR", "PT", "pt-PT"), ("es", "MX", "es-MX"), ("fr", "CA", "fr-CA"), ("de", "AT", "de-AT"),
        ("zh-Hans", "SG", "zh-Hans-SG"), ("en", "GB", "en-GB"), ("en", "US", "en-US"),
        ("en", "", "en"), ("fr", "FR", "fr"), ("pt-BR", "BR", "pt-BR"),
    ],
)  # fmt: skip
def test_an_edition_knows_the_tag_of_the_words_that_it_is_written_in(
    shipped: Library, tag: str, country: str, written: str
) -> None:
    made = edition(shipped, country, tag)
    assert (made.written, made.tag) == (written, tag)


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


@pytest.mark.parametrize("country", ["DE", "IN", "SA", ""])
def test_without_words_of_its_own_a_country_has_those_of_the_language(shipped: Library, country: str) -> None:
    assert edition(shipped, country).phrases == edition(shipped).phrases


def test_another_language_of_the_same_country_is_as_it_was(shipped: Library) -> None:
    assert edition(shipped, "US", "fr").phrases == edition(shipped, "", "fr").phrases


@pytest.mark.parametrize(
    ("tag", "country", "path", "there"),
    [
        ("es", "ES", "safety.conditions.stroke-or-artery", "ictus"),
        ("es", "AR", "language.places.emergency-department", "a la guardia"),
        ("es", "US", "language.places.er", "a la sala de emergencias"),
        ("es", "MX", "routines.back.questions.pregnant.say", "doctora, doctor o partera"),
        ("pt-BR", "PT", "safety.conditions.cancer", "cancro"),
        ("pt-BR", "PT", "language.places.emergency-department", "as urgências"),
        ("fr", "CA", "language.roles.physiotherapist", "physiothérapeute"),
        ("fr", "CH", "language.roles.physiotherapist", "physiothérapeute"),
        ("de", "AT", "language.phrases.see_clinician", "Ordination"),
        ("de", "CH", "language.places.hospital", "Spital"),
        ("vi", "VN", "language.roles.nurse", "điều dưỡng"),
        ("zh-Hans", "SG", "language.places.emergency-department", "医院急诊部"),
        ("en", "CA", "safety.lines.bladder-bowel", "poop"),
        ("en", "GB", "language.phrases.see_clinician", "GP"),
        ("en", "MX", "exercises.march.name", "March in place"),
    ],
)
def test_roles_places_and_spellings_follow_the_country(
    shipped: Library, tag: str, country: str, path: str, there: str
) -> None:
    def said(of: Edition) -> str:
        fixed = of.language.texts.get(path.removeprefix("language."))
        return fixed.text if fixed is not None else of.phrases[path].text

    assert there in said(edition(shipped, country, tag))
    assert there not in said(edition(shipped, "", tag))


def test_a_gp_is_named_where_there_are_gps_alone(shipped: Library) -> None:
    assert "GP" not in edition(shipped, "DE").language.phrases["see_clinician"]


@pytest.mark.parametrize(
    ("tag", "country", "never"),
    [
        ("de", "CH", "ß|„|“|Krankenhaus|Notaufnahme"),
        ("pt-BR", "PT", r"você|câncer|celular|pronto-socorro|conosco|quadri|\bxixi|colchonete|dolorid"),
        ("es", "ES", r"derrame|partera|colchoneta|\bjal|presión (?!a)"),
    ],
)
def test_no_word_of_the_other_country_is_left(shipped: Library, tag: str, country: str, never: str) -> None:
    own = edition(shipped, country, tag)
    printed = ("phrases.", "roles.", "places.", "screen.")
    fixed = [said.text for path, said in own.language.texts.items() if path.startswith(printed)]
    assert not [text for text in (*fixed, *(one.text for one in own.phrases.values())) if re.search(never, text)]


REGIONS = sorted(path.stem for path in (shipped_root() / "assets/regions").glob("*.yaml"))
# What urges or forbids: none of it may come or go with a country.
URGES = {
    "de": r"\b(?:sofort|heute|nie|nicht|erst|aufhören|anrufen|holen)\b",
    "en": r"\b(?:now|today|never|not|cannot|no|first|stop|call|get help)\b",
    "es": r"\b(?:ahora|hoy|nunca|no|antes|pare(?! sobre)|llame|pida ayuda)\b",
    "fr": r"\b(?:maintenant|tout de suite|aujourd’hui|jamais|ne|pas|d’abord|arrêtez|appelez|demandez)\b",
    "pt-BR": r"\b(?:agora|hoje|nunca|não|nem|antes|pare|ligue|procure)\b",
    "vi": r"\b(?:ngay|hôm nay|không|đừng|trước|gọi)\b",
    "zh-Hans": r"立即|今天|不|先|停",
}
OR = {"de": "oder", "en": "or", "es": "[ou]", "fr": "ou", "pt-BR": "ou", "vi": "hoặc|hay", "zh-Hans": "或"}


def reworded(shipped: Library, tag: str) -> tuple[Regional, list[tuple[str, str, str]]]:
    """A region, and each of its texts with its path and the words whose place it takes."""
    own = shipped.regions[tag]
    base = phrases_of(shipped, own.language)
    return own, [(path, base[path].text, one.text) for path, one in own.phrases.items()]


@pytest.mark.parametrize("tag", REGIONS)
def test_a_region_rewords_and_drops_nothing(shipped: Library, tag: str) -> None:
    """As many sentences, parts and bold words, about as long: a part that is gone would be a warning lost."""
    own, found = reworded(shipped, tag)
    assert found
    for path, was, now in found:
        for sign in (r"[.?!。？！]", rf"[,，、;:]| (?:{OR[own.language]}) ", r"\*", r"[()（）]"):
            assert len(re.findall(sign, now)) >= len(re.findall(sign, was)), (path, now)
        assert 0.6 <= len(now) / len(was) <= 1.8 or len(was) < 20, (path, now)


@pytest.mark.parametrize("tag", REGIONS)
def test_a_region_keeps_what_urges_and_forbids(shipped: Library, tag: str) -> None:
    own, found = reworded(shipped, tag)
    for path, was, now in found:
        before, after = (sorted(re.findall(URGES[own.language], text.lower())) for text in (was, now))
        assert before == after, (path, now)


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
