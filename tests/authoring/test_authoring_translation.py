"""Words to a translator and back: nothing is lost on the way, and what comes back is checked."""

from __future__ import annotations

import gettext
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from handout.authoring.translation.importing import Imported, import_po
from handout.authoring.translation.po import ExportScope, export_po
from handout.authoring.translation.strings import files, own_plurals, units
from handout.content import Library, load, shipped_root
from handout.edition import complete_languages, status
from handout.errors import ContentError, errors_of
from handout.language.cldr import counting_forms, rule_for
from handout.source import Node, parse
from handout.source import plain as as_plain

TODAY = "2026-11-22"
MARCH = "handouts/exercises/march/es.yaml"
SPANISH = "assets/languages/es.yaml"


def plain(node: Node) -> dict[str, Any]:
    return cast("dict[str, Any]", as_plain(node))


@cache
def shipped() -> Library:
    return load([shipped_root()])[0]


def waiting(tag: str) -> int:
    """How many texts the language has no words for yet."""
    forms = counting_forms(rule_for(tag, own_plurals(shipped(), tag)))
    every = (unit for file in files(shipped(), tag) for unit in units(file, tag, forms))
    return sum(not any(unit.words) for unit in every if not unit.optional)


class Shop:
    """A clinic's own folder over the shipped content, and the PO file that goes to and fro."""

    def __init__(self, folder: Path, tag: str = "es") -> None:
        self.root, self.tag, self.po = folder / "mine", tag, folder / f"{tag}.po"
        self.root.mkdir()

    def library(self) -> Library:
        return load([shipped_root(), self.root], tags=[self.tag])[0]

    def lay(self, name: str, *changes: tuple[str, str]) -> None:
        """A copy of a shipped file, changed."""
        text = (shipped_root() / name).read_text("utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, "utf-8")

    def send(self) -> str:
        export_po(self.library(), self.tag, self.po)
        return self.po.read_text("utf-8")

    def translate(self, context: str, said: str, *, fuzzy: bool = False, remark: str = "") -> None:
        """What a translator does in a PO editor."""
        text = self.po.read_text("utf-8")
        entry = message(text, context)
        renewed = re.sub(r'msgstr ".*"', lambda _: f'msgstr "{said}"', entry)
        renewed = re.sub(r"(?m)^# .*\n", "", re.sub(r"(?m)^#, .*\n", "", renewed))
        head = (f"# {remark}\n" if remark else "") + ("#, fuzzy\n" if fuzzy else "")
        self.po.write_text(text.replace(entry, head + renewed), "utf-8")

    def take_back(self) -> Imported:
        return import_po(self.library(), self.po, self.root, TODAY)

    def text(self, name: str = MARCH) -> str:
        return (self.root / name).read_text("utf-8")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def message(po: str, context: str) -> str:
    """One entry of a PO file."""
    return next(entry for entry in po.split("\n\n") if f'msgctxt "{context}"\n' in entry)


@pytest.mark.parametrize("tag", [tag for tag in complete_languages(shipped()) if tag != "en"])
def test_words_that_nobody_touched_leave_every_file_as_it_was(tmp_path: Path, tag: str) -> None:
    shop = Shop(tmp_path, tag)
    export_po(shipped(), tag, shop.po)
    result = import_po(shipped(), shop.po, shop.root, TODAY)
    assert (result.written, result.open, result.findings) == (0, waiting(tag), ())
    assert not list(shop.root.rglob("*.yaml"))


def test_a_string_goes_out_with_its_id_its_english_and_its_picture(shop: Shop) -> None:
    po = shop.send()
    caption = message(po, "exercises.march.frames.end.caption")
    assert 'msgid "knee up"' in caption
    assert "#. Caption under a picture." in caption
    assert "Picture “knee up”" in message(po, "exercises.march.frames.end.alt").replace("\n#. ", " ")
    assert "Beside the pictures" in message(po, "exercises.march.steps.lift")
    assert len(re.findall("(?m)^msgctxt", po)) == len(set(re.findall("(?m)^msgctxt .*", po)))


@pytest.mark.parametrize(("tag", "forms"), [("ar", 6), ("pl", 3), ("ru", 3), ("es", 2), ("zh-Hans", 1), ("ht", 1)])
def test_a_count_goes_out_with_all_its_plural_forms_and_the_rule_for_them(
    tmp_path: Path, tag: str, forms: int
) -> None:
    shop = Shop(tmp_path, tag)
    export_po(shipped(), tag, shop.po)
    po = shop.po.read_text("utf-8")
    assert f"Plural-Forms: nplurals={forms};" in po
    entry = message(po, "language.counts.weeks")
    assert 'msgid "{n} week"\nmsgid_plural "{n} weeks"' in entry
    said = re.findall(r'(?m)^msgstr\[\d+\] "(.+)"$', entry)
    language = shipped().languages[tag]
    assert said == [language.counts["weeks"][form] for form in counting_forms(rule_for(tag, language.plurals))]


def test_a_form_for_one_number_alone_goes_out_beside_the_plural_forms(shop: Shop) -> None:
    assert 'msgid "twice a day"' in message(shop.send(), "language.counts.times_a_day.=2")


def test_every_string_of_the_library_goes_out(shop: Shop) -> None:
    po = shop.send()
    safety = shipped().safety.words["en"].phrases
    assert all(f'msgctxt "safety.{key}"' in po for key in safety)
    assert all(f'msgctxt "language.phrases.{key}"' in po for key in shipped().languages["en"].phrases)


def test_a_new_word_changes_its_line_and_the_date_and_nothing_else(shop: Shop) -> None:
    shop.lay(MARCH, ("steps:\n", "# The heart of it:\nsteps:\n"))
    before = shop.text().splitlines()
    shop.send()
    shop.translate("exercises.march.purpose", "Sirve para calentar antes de lo demás.")
    result = shop.take_back()
    assert errors_of(result.findings) == ()
    after = shop.text().splitlines()
    assert [line for line in after if line not in before] == [
        "purpose: Sirve para calentar antes de lo demás.",
        f"translated: {{by: translator, method: person, date: {TODAY}}}",
    ]
    assert len(after) == len(before)
    assert "# The heart of it:" in after
    assert shop.library().exercises["march"].words["es"].phrases["purpose"].text.startswith("Sirve")


def test_new_plural_forms_come_back_into_the_language_file(shop: Shop) -> None:
    shop.send()
    entry = message(shop.po.read_text("utf-8"), "language.counts.weeks")
    renewed = entry.replace("{n} semanas", "unas {n} semanas")
    assert renewed != entry
    shop.po.write_text(shop.po.read_text("utf-8").replace(entry, renewed), "utf-8")
    shop.take_back()
    spanish = shop.library().languages["es"]
    assert spanish.counts["weeks"]["other"] == "unas {n} semanas"
    assert spanish.counts["days"] == shipped().languages["es"].counts["days"]
    tree = parse(shop.text(SPANISH), SPANISH)  # what it adds, and no copy of what is shipped
    assert plain(tree)["counts"].keys() == {"weeks"}
    assert plain(tree)["english"].keys() == {"counts.weeks"}
    assert plain(tree).keys() == {"counts", "translated", "english"}
    assert status(shop.library(), "upper-back", "es").complete


def test_a_new_word_for_a_safety_line_brings_that_line_and_no_copy_of_the_others(shop: Shop) -> None:
    shop.send()
    shop.translate("safety.conditions.pregnancy", "embarazo")
    shop.take_back()
    tree = plain(parse(shop.text("handouts/safety/es.yaml"), "es.yaml"))
    assert tree["conditions"] == {"pregnancy": "embarazo"}
    assert tree["english"].keys() == {"conditions.pregnancy"}
    assert "lines" not in tree


def test_a_fuzzy_word_comes_back_as_a_doubt_and_goes_out_as_one(shop: Shop) -> None:
    shop.send()
    shop.translate("exercises.march.name", "Marcha", fuzzy=True, remark="Or: caminar en el sitio?")
    assert shop.take_back().findings == ()
    words = shop.library().exercises["march"].words["es"]
    assert words.unsure["name"].text == "Or: caminar en el sitio?"
    again = message(shop.send(), "exercises.march.name")
    assert "# Or: caminar en el sitio?" in again
    assert "#, fuzzy" in again
    shop.translate("exercises.march.name", "Marcha")
    shop.take_back()
    assert shop.library().exercises["march"].words["es"].unsure == {}
    assert "unsure:" not in shop.text()


def test_an_old_signature_stays_as_a_record(shop: Shop) -> None:
    signed = (
        f"signed:\n- name: Ana Ruiz\n  role: physiotherapist\n  date: 2026-11-20\n  words: {'ab' * 32}\n"
    )
    shop.lay(MARCH, ("translated:", f"{signed}translated:"))
    shop.send()
    shop.translate("exercises.march.name", "Marcha")
    shop.take_back()
    assert [one.name for one in shop.library().exercises["march"].words["es"].signed] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("context", "said", "what"),
    [
        ("exercises.march.steps.change", "Cambia de lado y sigue.", "{for_duration} is missing"),
        ("exercises.march.name", "Marcha {times}", "{times} is not in the English"),
        ("exercises.march.name", "Marcha 2", "a digit (2) stands among the words"),
        ("exercises.march.name", "Marcha {", "a brace is open"),
        ("exercises.march.name", "Marcha!", "“!” has no “¡” before it"),
    ],
)
def test_words_that_break_a_rule_are_named_with_their_line_and_left_out(
    shop: Shop, context: str, said: str, what: str
) -> None:
    po = shop.send()
    shop.translate(context, said)
    result = shop.take_back()
    (finding,) = result.findings
    assert what in finding.what
    assert finding.path == context
    assert finding.where is not None
    assert finding.where.file == "es.po"
    assert abs(finding.where.line - po[: po.index(f'"{context}"')].count("\n")) < 5
    assert result.written == 0


def test_a_number_that_a_plural_form_leaves_out_is_found_by_the_content_checks(shop: Shop) -> None:
    shop.send()
    entry = message(shop.po.read_text("utf-8"), "language.counts.weeks")
    renewed = entry.replace("{n} semanas", "semanas")
    shop.po.write_text(shop.po.read_text("utf-8").replace(entry, renewed), "utf-8")
    found = [finding for finding in shop.take_back().findings if finding.path.startswith("counts.weeks")]
    assert any("does not say which" in finding.what for finding in found)


def test_a_stale_word_goes_out_fuzzy_and_stays_stale_until_somebody_looks(shop: Shop) -> None:
    shop.lay("handouts/exercises/march/en.yaml", ("purpose: ", "purpose: A new start. "))
    assert status(shop.library(), "upper-back", "es").stale == 1
    assert "#, fuzzy" in message(shop.send(), "exercises.march.purpose")
    shop.take_back()
    assert status(shop.library(), "upper-back", "es").stale == 1
    shop.translate("exercises.march.purpose", "Un nuevo comienzo.")
    shop.take_back()
    assert status(shop.library(), "upper-back", "es").stale == 0


def test_a_word_translated_from_an_older_english_is_stale_when_it_comes_back(shop: Shop) -> None:
    shop.send()
    shop.lay("handouts/exercises/march/en.yaml", ("purpose: ", "purpose: A new start. "))
    shop.translate("exercises.march.purpose", "Para calentar, antes de lo demás.")
    shop.take_back()
    assert status(shop.library(), "upper-back", "es").stale == 1


def test_words_for_a_language_without_any_are_written_whole(tmp_path: Path) -> None:
    """The files of a language are taken away, sent out with the translations, and come back equal."""
    shop = Shop(tmp_path, "es")
    shop.send()
    bare = tmp_path / "bare"
    shutil.copytree(shipped_root() / "handouts", bare / "handouts")
    shutil.copytree(shipped_root() / "assets", bare / "assets")
    for path in (bare / "handouts").rglob("es.yaml"):
        path.unlink()
    library = load([bare], tags=["es"])[0]
    result = import_po(library, shop.po, bare, TODAY)
    assert (result.open, result.findings) == (waiting("es"), ())
    renewed = load([bare], tags=["es"])[0]
    for name, exercise in shipped().exercises.items():
        said, own = exercise.words["es"].phrases, renewed.exercises[name].words["es"].phrases
        assert {key: one.text for key, one in said.items()} == {key: one.text for key, one in own.items()}
    assert status(renewed, "back", "es").complete


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"name;reference\n", "not a whole PO file"), (b'msgid ""\nmsgstr ""\n"Language: es\\n"\n', "header X-Handout")],
)
def test_a_file_that_is_no_po_file_of_ours_is_refused(shop: Shop, content: bytes, what: str) -> None:
    shop.po.write_bytes(content)
    with pytest.raises(ContentError, match=what):
        shop.take_back()


def test_a_language_without_a_file_cannot_be_sent_out(shop: Shop) -> None:
    with pytest.raises(ContentError, match="no language file uk"):
        export_po(shipped(), "uk", shop.po)


needs_gettext = pytest.mark.skipif(
    shutil.which("msgfmt") is None and not os.environ.get("HANDOUT_REQUIRE_TOOLS"), reason="gettext is not installed"
)


@needs_gettext
@pytest.mark.parametrize("tag", [tag for tag in complete_languages(shipped()) if tag != "en"])
def test_gettext_itself_finds_no_fault_with_a_po_file(tmp_path: Path, tag: str) -> None:
    export_po(shipped(), tag, tmp_path / "out.po")
    command = ["msgfmt", "-c", "-o", os.devnull, str(tmp_path / "out.po")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("tag", [tag for tag in complete_languages(shipped()) if tag != "en"])
def test_gettexts_rule_takes_the_form_that_the_language_takes(tmp_path: Path, tag: str) -> None:
    export_po(shipped(), tag, tmp_path / "out.po")
    header = re.search(r"nplurals=(\d+); plural=(.*);", (tmp_path / "out.po").read_text("utf-8"))
    assert header is not None
    language = shipped().languages[tag]
    rule = rule_for(tag, language.plurals)
    forms = counting_forms(rule)
    assert int(header[1]) == len(forms)
    chosen = gettext.c2py(header[2])
    assert all(forms[chosen(n)] == (rule(n) if rule else "other") for n in range(300))


def test_an_export_can_hold_what_is_missing_and_what_one_routine_prints(shop: Shop) -> None:
    whole = export_po(shop.library(), "es", shop.po)
    assert export_po(shop.library(), "es", shop.po, ExportScope(missing=True)) < whole / 4
    upper = export_po(shop.library(), "es", shop.po, ExportScope(routine="upper-back"))
    text = shop.po.read_text("utf-8")
    assert upper < whole
    assert "exercises.seated-twist.name" in text
    assert "exercises.childs-pose" not in text
    assert "routines.back." not in text
    with pytest.raises(ContentError, match="there is no routine “upper-bak”"):
        export_po(shop.library(), "es", shop.po, ExportScope(routine="upper-bak"))


def test_a_new_english_word_alone_is_what_is_missing(shop: Shop) -> None:
    before = export_po(shop.library(), "es", shop.po, ExportScope(missing=True))
    shop.lay("handouts/exercises/march/en.yaml", ("name: ", "name: Lively "))
    assert export_po(shop.library(), "es", shop.po, ExportScope(missing=True)) == before + 1
    assert "exercises.march.name" in shop.po.read_text("utf-8")


def test_each_line_of_the_panel_shows_the_words_that_it_follows(shop: Shop) -> None:
    text = shop.send()
    english, spanish = shipped().languages["en"].phrases, shipped().languages["es"].phrases
    line = next(entry for entry in text.split("\n\n") if 'msgctxt "safety.lines.chest-or-breath' in entry)
    assert f"It follows “{english['now_heading']}” = “{spanish['now_heading']}”." in line.replace("\n#. ", " ")
    card = message(text, "safety.conditions.pregnancy").replace("\n#. ", " ")
    assert english["not_if"] in card
    assert spanish["not_if"] in card


def test_forms_for_fractions_and_millions_follow_the_common_one(shop: Shop) -> None:
    shop.send()
    entry = message(shop.po.read_text("utf-8"), "language.counts.weeks")
    assert "msgstr[2]" not in entry
    shop.po.write_text(
        shop.po.read_text("utf-8").replace(entry, entry.replace("{n} semanas", "unas {n} semanas")), "utf-8"
    )
    shop.take_back()
    assert shop.library().languages["es"].counts["weeks"]["many"] == "unas {n} semanas"


def test_other_plural_forms_than_were_sent_are_named(shop: Shop) -> None:
    shop.send()
    entry = message(shop.po.read_text("utf-8"), "language.counts.weeks")
    more = f'{entry}\nmsgstr[2] "{{n}} semanas"'
    text = shop.po.read_text("utf-8").replace(entry, more).replace("nplurals=2; plural=", "nplurals=3; plural=")
    shop.po.write_text(text, "utf-8")
    found = [one.what for one in shop.take_back().findings]
    assert any("plural forms came back, and es has 2: one, other" in what for what in found), found
