"""Language files: what is missing, doubtful or never used is found with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from handout.content import shipped_root
from handout.errors import LanguageError
from handout.language import country_of, missing_texts, read_language
from handout.source import read

LANGUAGES = shipped_root() / "assets/languages"


def changed(tmp_path: Path, tag: str, *changes: tuple[str, str]) -> Path:
    text = (LANGUAGES / f"{tag}.yaml").read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path = tmp_path / f"{tag}.yaml"
    path.write_text(text, "utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(LanguageError) as refused:
        read_language(path, path.name)
    return str(refused.value)


def test_a_space_that_holds_two_words_together_is_kept() -> None:
    said = read_language(LANGUAGES / "de.yaml", "de.yaml").phrases["running_stop"]
    assert "Seite\u00a0{page}" in said


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_language_says_all_that_english_says(path: Path) -> None:
    english = read_language(LANGUAGES / "en.yaml", "en.yaml")
    assert list(missing_texts(read_language(path, path.name), english)) == []


def test_a_plural_form_that_is_missing_is_named(tmp_path: Path) -> None:
    said = refusal(changed(tmp_path, "ar", ('few: "{n} مرات", many', "many")))
    assert "the form “few” is missing: ar needs zero, one, two, few, many, other" in said


def test_a_plural_form_that_is_never_used_is_named(tmp_path: Path) -> None:
    said = refusal(
        changed(tmp_path, "en", ('sets: {one: "{n} set"', 'sets: {few: "{n} set", one: "{n} set"'))
    )
    assert "the form “few” is never used" in said


def test_a_form_for_many_numbers_must_say_which(tmp_path: Path) -> None:
    said = refusal(changed(tmp_path, "en", ('other: "{n} sets"}', "other: many sets}")))
    assert "the form “other” stands for several numbers and does not say which" in said


def test_a_digit_among_the_words_is_named(tmp_path: Path) -> None:
    said = refusal(changed(tmp_path, "en", ("turn_over: Turn", "turn_over: Turn 2 pages.")))
    assert "a digit (2) stands among the words" in said
    arabic = refusal(changed(tmp_path, "ar", ("day: اليوم", "day: اليوم ٥")))
    assert "a digit (٥) stands among the words" in arabic


def test_a_spanish_question_without_its_first_mark_is_named(tmp_path: Path) -> None:
    said = refusal(changed(tmp_path, "es", ("balance_title: ¿Es", "balance_title: Es")))
    assert "“?” has no “¿” before it" in said


def test_a_language_cldr_does_not_know_must_bring_its_own_facts(tmp_path: Path) -> None:
    text = (LANGUAGES / "ht.yaml").read_text("utf-8").replace("tag: ht", "tag: qaa")  # for private use
    kept = [line for line in text.split("\n") if not line.startswith(("plurals:", "months:", "weekdays:"))]
    path = tmp_path / "qaa.yaml"
    path.write_text("\n".join(kept), "utf-8")
    said = refusal(path)
    assert "nothing is known of how qaa counts" in said
    assert "the names of the months are not known" in said
    assert "the names of the days of the week are not known" in said


def test_a_phrase_missing_in_a_translation_is_found_with_the_english(tmp_path: Path) -> None:
    english = read_language(LANGUAGES / "en.yaml", "en.yaml")
    spanish = read_language(changed(tmp_path, "es", ("  turn_over: Su plan está al dorso\n", "")), "es.yaml")
    (finding,) = missing_texts(spanish, english)
    assert finding.path == "phrases.turn_over"
    assert finding.where is not None
    assert finding.where.line > 1
    assert f"in English: {english.phrases['turn_over']}" in finding.what


def test_a_placeholder_lost_in_translation_is_found(tmp_path: Path) -> None:
    english = read_language(LANGUAGES / "en.yaml", "en.yaml")
    spanish = read_language(changed(tmp_path, "es", ("Página {page} de {pages}", "Página {page}")), "es.yaml")
    assert [finding.path for finding in missing_texts(spanish, english)] == ["phrases.page"]


def test_a_file_must_be_named_by_its_tag(tmp_path: Path) -> None:
    path = tmp_path / "fr.yaml"
    path.write_bytes((LANGUAGES / "es.yaml").read_bytes())
    assert "the file is named fr.yaml, and its tag is es" in refusal(path)
    country = tmp_path / "FR.yaml"
    country.write_bytes((shipped_root() / "assets/countries/GB.yaml").read_bytes())
    with pytest.raises(LanguageError, match="its code is GB"):
        country_of(read(country, "FR.yaml"), country.stem)
