"""Templates may reorder; whatever they leave out of the mandatory, say twice, or are beside an order is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from manuscript_orders import ALL_BUT_ONE, TODAY, Workshop, manuscript, order, personal, prescription

from handout.content import Library, load, shipped_root
from handout.edition import localise
from handout.edition.files import files_of
from handout.errors import EditionError, Finding, Private, errors_of
from handout.manuscript import grammar
from handout.manuscript.allowed import FACTS
from handout.manuscript.blanks import blanked
from handout.manuscript.blocks import (
    Audience,
    Balance,
    Diary,
    ExerciseCard,
    ManuscriptBlock,
    Message,
    Note,
    OwnText,
    Plan,
    Questions,
    SafetyPanel,
    SeeUs,
)
from handout.manuscript.compose import facts_of
from handout.manuscript.places import FREE, PLACES, is_mandatory
from handout.manuscript.sheet.building import blocks_of
from handout.manuscript.templates import FOLDER, MAIN
from handout.manuscript.text import Inline, Text
from handout.manuscript.words import words_of
from handout.pipeline import publish
from handout.shop import Shop

_TEXT = (shipped_root() / FOLDER / MAIN).read_text("utf-8")
_LINES = (re.sub(r"{% else %}.*|{%.*?%}| short$", "", line) for line in _TEXT.splitlines())
ORDER = [line for line in _LINES if line in PLACES]
OLD = {"evidence"}  # of routines without a table of ways
PAGE = (shipped_root() / "docs" / "templates.md").read_text("utf-8")
OWN = PAGE.split("```jinja\n")[1].split("```")[0]
WALKING = PAGE.split("```yaml\n")[1].split("```")[0]


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_the_shipped_template_places_everything_once_and_the_page_about_it_names_everything() -> None:
    assert sorted(ORDER) == sorted(PLACES)
    assert {name for name in PLACES if f"`{name}`" in PAGE} == {*PLACES}
    assert {fact for fact in FACTS if f"`{fact}`" in PAGE} == {*FACTS}


@pytest.mark.parametrize("name", sorted(name for name in PLACES if is_mandatory(name) and name != "note"))
def test_a_template_without_a_mandatory_block_is_refused(workshop: Workshop, name: str) -> None:
    workshop.change(name, "")
    assert any(f"{grammar.SAID.get(name, name)} is missing" in one.what for one in workshop.refused())


@pytest.mark.parametrize("name", sorted(PLACES.keys() - OLD))
def test_a_block_that_stands_twice_is_refused_at_its_line(workshop: Workshop, name: str) -> None:
    workshop.change(name, f"{name}\n{name}")
    found = [*workshop.refused(personal())]
    assert all("stands twice" in one.what or "not stand" in one.what for one in found)
    found = [one for one in found if "stands twice" in one.what]
    assert [one.where.line for one in found if one.where] == [_line(workshop, name) + 1]


def _line(workshop: Workshop, name: str) -> int:
    return (workshop.folder / FOLDER / MAIN).read_text("utf-8").splitlines().index(name) + 1


@pytest.mark.parametrize("name", sorted(FREE - OLD))
def test_a_template_may_leave_out_what_is_not_mandatory(workshop: Workshop, name: str) -> None:
    workshop.change(name, "")
    own, whole = workshop.compose(), manuscript()
    assert len(own.blocks) == len(whole.blocks) - 1
    assert own.content_id != whole.content_id


def test_what_a_template_may_leave_out_never_includes_words_of_safety() -> None:
    mandatory = {"safety", "balance", "ways", "floor", "exercises", "do-not", "bad-day", "after", "see-us", "colophon"}
    assert mandatory <= {name for name in PLACES if is_mandatory(name)}


def test_a_personal_sheet_without_its_note_is_refused(workshop: Workshop) -> None:
    workshop.change("note", "")
    assert workshop.compose()
    assert any("note to the patient is missing" in one.what for one in workshop.refused(personal()))


def test_a_note_for_nobodys_sheet_alone_is_refused_on_a_personal_one(workshop: Workshop) -> None:
    workshop.change("note", "{% if not personal %}note{% endif %}")
    assert any("note to the patient is missing" in one.what for one in workshop.refused(personal()))


def test_an_exercise_before_the_panel_is_refused(workshop: Workshop) -> None:
    workshop.write("\n".join([*(name for name in ORDER if name != "safety"), "safety"]))
    found = [one.what for one in workshop.refused()]
    assert found[0] == "the exercise march stands before the safety panel"
    assert all("stands before the safety panel" in what for what in found)


def test_a_stamp_that_does_not_stand_first_is_refused(workshop: Workshop) -> None:
    workshop.write("\n".join([*(name for name in ORDER if name != "stamps"), "stamps"]))
    assert [one.what for one in workshop.refused()] == ["the stamps do not stand first"]


def test_every_removal_of_one_template_is_said_at_once(workshop: Workshop) -> None:
    workshop.write("\n".join(name for name in ORDER if name not in {"safety", "balance"}))
    found = [finding.what for finding in workshop.refused()]
    assert "the safety panel is missing" in found
    assert "the balance of good points and drawbacks is missing" in found


def walking(folder: Path, **languages: str) -> Library:
    """The shipped library with the template of docs/templates.md and its text in these languages."""
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    (folder / FOLDER / MAIN).write_text(OWN, "utf-8")
    texts = folder / "handouts" / "texts" / "walking-group"
    texts.mkdir(parents=True)
    for tag, said in {"en": WALKING, **languages}.items():
        (texts / f"{tag}.yaml").write_text(said, "utf-8")
    library, findings = load([shipped_root(), folder], tags=["en", *languages])
    assert errors_of(findings) == ()
    return library


def test_a_clinics_own_short_template_is_a_sheet(tmp_path: Path) -> None:
    library = walking(tmp_path)
    assert len(OWN.splitlines()) == 21
    own = manuscript(personal(), library=library)
    types = [type(block) for block in own.blocks]
    assert types.index(Diary) < types.index(SeeUs)
    assert Questions not in types
    (text,) = own.all(OwnText)
    assert (text.title.plain, len(text.texts)) == ("Walk with us", 2)
    assert "Ask at the desk, or just come." in [one.text for one in words_of(own) if one.block == "text/walking-group"]
    large = manuscript(order(style="large-print"), library=library)
    assert {one.detail for one in own.all(ExerciseCard)} == {"full"}
    assert {one.detail for one in large.all(ExerciseCard)} == {"short"}


def test_the_clinics_own_sheet_is_printed_and_passes_its_proof(tmp_path: Path) -> None:
    shop = Shop(walking(tmp_path), TODAY, tmp_path / "cache")
    for style in ("standard", "large-print"):
        laid = publish(order(style=style), "upper-back", shop).laid
        said = [tag.id for tag in laid.pages.tree.children]
        assert said.index("text-1/walking-group") < said.index("exercise/march") < said.index("diary")


def test_a_text_that_a_language_lacks_refuses_that_language(tmp_path: Path) -> None:
    library = walking(tmp_path)
    assert "texts.walking-group" in {file.path for file in files_of(library, library.routines["upper-back"])}
    wider = replace(library, languages=load([shipped_root()], tags=["en", "es"])[0].languages)
    with pytest.raises(EditionError, match=r"texts\.walking-group has no words in es"):
        localise(wider, "upper-back", "es")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("title: Walk with us\n", "the text “text.first” is missing"),
        ("text:\n  when: We walk on Mondays.\n", "the text “title” is missing"),
        (WALKING + "extra: More.\n", "the text “extra” belongs to nothing"),
        (WALKING.replace("Monday", "3"), "digit"),
        (WALKING.replace("Monday", "{monday}"), "nothing here is known as {monday}"),
    ],
)
def test_a_text_of_ones_own_is_checked_like_any_other(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "handouts/texts/walking-group").mkdir(parents=True)
    (tmp_path / "handouts/texts/walking-group/en.yaml").write_text(text, "utf-8")
    _, findings = load([shipped_root(), tmp_path], tags=["en"])
    assert any(what in finding.what for finding in errors_of(findings)), findings


def test_another_text_is_another_content(tmp_path: Path) -> None:
    one = manuscript(library=walking(tmp_path / "one"))
    (tmp_path / "two").mkdir()
    two = walking(tmp_path / "two", en=WALKING.replace("Monday", "Tuesday"))
    assert manuscript(library=two).content_id != one.content_id


def test_a_short_exercise_lacks_what_it_is_for_alone(workshop: Workshop) -> None:
    workshop.change("exercises", "exercises")
    for full, short in zip(workshop.compose().all(ExerciseCard), manuscript().all(ExerciseCard), strict=True):
        assert (short.detail, short.purpose) == ("short", None)
        assert full.purpose is not None
        assert replace(full, purpose=None, detail="short") == short


def test_a_short_plan_has_its_heading_and_summary_alone(workshop: Workshop) -> None:
    workshop.change("plan", "{% if mono %}plan short{% else %}plan{% endif %}")
    short, full = workshop.compose(order(style="mono")).first(Plan), workshop.compose().first(Plan)
    assert short is not None
    assert full is not None
    assert (short.rows, short.title, short.summary) == ((), full.title, full.summary)
    assert len(full.rows) == 8


def test_a_short_message_is_its_first_sentence(workshop: Workshop) -> None:
    workshop.change("message", "message short")
    short, full = workshop.compose().first(Message), manuscript().first(Message)
    assert short is not None
    assert full is not None
    assert short.sentences == full.sentences[:1]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("safety", "safety short", "safety cannot stand “short”"),
        ("balance", "balance cue", "balance cannot stand “cue”"),
        ("exercises", "exercises cue", "exercises cannot stand “cue”"),
        ("questions", "question", "no block of a sheet has the name 'question'"),
        ("questions", "text nowhere", "no block of a sheet has the name 'text nowhere'"),
        ("title", "title\nKeep going when it hurts!", "text of its own: 'Keep going when it hurts!'"),
        ("title", "title\nkeep going when it hurts", "no block of a sheet has the name 'keep going when it hurts'"),
        ("title", "title 12", "title cannot stand “12”"),
        ("title", "ti{% if mono %}tle{% endif %}", "no block of a sheet has the name 'ti'"),
        ("title", "{% if paper %}title{% endif %}", "may not ask for “paper”"),
        ("title", "title }}\n{% if", "cannot be read"),
    ],
)
def test_what_is_no_name_of_a_block_is_refused_at_its_line(workshop: Workshop, old: str, new: str, what: str) -> None:
    workshop.change(old, new)
    found = workshop.refused()
    assert any(what in finding.what for finding in found), found
    assert all(finding.where is not None and finding.where.file == MAIN for finding in found)


def test_a_finding_names_the_line_of_the_template(workshop: Workshop) -> None:
    workshop.change("questions", "questiens")
    (found,) = workshop.refused()
    text = (workshop.folder / FOLDER / MAIN).read_text("utf-8").splitlines()
    assert str(found.where) == f"{MAIN}:{text.index('questiens') + 1}:1"
    assert "questions" in found.hint


def test_a_template_of_version_0_1_is_told_what_to_write_now(workshop: Workshop) -> None:
    old = '<handout title="{{ sheet.title }}">{{ parts.safety(sheet.panel) }}</handout>'
    workshop.write(old, "handout.xml.j2")
    (found,) = workshop.refused()
    assert "form of version 0.1" in found.what
    assert "handout.j2" in found.hint
    assert found.where is not None
    assert found.where.file == "handout.xml.j2"
    (workshop.folder / FOLDER / "handout.xml.j2").unlink()
    workshop.write(old)
    assert "form of version 0.1" in workshop.refused()[0].what


LIE = "Keep going when it hurts"
PROGRAMS = {
    "set": f"{{% set lie = '{LIE}' %}}",
    "a list of its own": f"{{% for lie in ['{LIE}'] %}}{{{{ lie }}}}{{% endfor %}}",
    "with": f"{{% with lie = '{LIE}' %}}{{{{ lie }}}}{{% endwith %}}",
    "a macro": "{% macro m() %}safety{% endmacro %}",
    "a macro's default": f"{{% macro m(lie='{LIE}') %}}{{{{ lie }}}}{{% endmacro %}}{{{{ m() }}}}",
    "a dictionary": f"{{{{ {{'a': '{LIE}'}}.a }}}}",
    "CDATA": f"<audience><![CDATA[{LIE}]]></audience>",
    "a comment of markup": f"<!-- {LIE} -->",
    "a number": "{{ 12 }}",
    "a name that is printed": "{{ personal }}",
    "a block that is printed": "{{ safety }}",
    "an attribute": "{{ personal.__class__ }}",
    "a condition on an attribute": "{% if personal.__class__ %}{% endif %}",
    "a call": "{% if personal() %}{% endif %}",
    "a test": "{% if personal is none %}{% endif %}",
    "a comparison": "{% if personal == mono %}{% endif %}",
    "a condition on a constant": "{% if 1 %}{% endif %}",
    "a file that is not checked": "{% include 'lie.txt' %}",
    "another template": "{% import 'lie.j2' as lies %}",
    "a parent": "{% extends 'lie.j2' %}",
    "a block of Jinja": "{% block safety %}{% endblock %}",
    "words that are raw": "{% raw %}{{ safety }}{% endraw %}",
    "the escaping": "{% autoescape false %}{% endautoescape %}",
    "an endless loop": "{% for a in range(99999999) %}{% for b in range(99999999) %}{% endfor %}{% endfor %}",
    "a macro inside itself": "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(personal) }}",
    "loops in loops": "{% for a in personal %}" * 9 + "{{ a }}" + "{% endfor %}" * 9,
    "a filter": "{{ personal|upper }}",
    "a big string": "{{ personal * 99999999 }}",
    "a slice": "{{ personal[:9] }}",
    "deep brackets": "{{ " + "(" * 5000 + "personal" + ")" * 5000 + " }}",
    "deep conditions": "{% if personal %}" * 3000 + "{% endif %}" * 3000,
    "the mark of a line": "safety@1",
}


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)
def test_a_template_is_no_program(workshop: Workshop, program: str) -> None:
    for name in ("lie.txt", "lie.j2"):
        workshop.write(LIE, name)
    workshop.change("title", f"title\n{program}")
    found = workshop.refused()
    assert all(one.where is not None and one.where.line for one in found), found


def test_every_fact_that_a_template_may_ask_for_has_an_answer() -> None:
    assert set(facts_of(prescription())) == set(FACTS)
    assert facts_of(prescription(personal()))["personal"]
    assert facts_of(prescription(order(style="large-print")))["large_print"]
    assert facts_of(prescription(order(exclude=ALL_BUT_ONE)))["one_exercise"]
    assert facts_of(prescription(order(style="mono", paper="letter"))) == {
        "personal": False, "clinic": True, "large_print": False, "mono": True, "letter": True, "one_exercise": False,
    }  # fmt: skip


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"{% if %}" * 20_000])
def test_a_template_that_cannot_be_read_is_a_finding(workshop: Workshop, raw: bytes) -> None:
    (workshop.folder / FOLDER / MAIN).write_bytes(raw)
    assert workshop.refused()


def _faults(block: ManuscriptBlock) -> list[str]:
    """What the grammar says of a sheet in which that block stands in place of its like."""
    own = blanked(prescription())
    blocks = blocks_of(own, "ID")
    whole = [grammar.PlacedBlock(name, one, _PLACE) for name in ORDER for one in blocks.placed[name]]
    changed = [replace(one, block=block) if _like(one.block, block) else one for one in whole]
    assert changed != whole
    assert [*grammar.faults(whole, blocks, own)] == []
    return [finding.what for finding in grammar.faults(changed, blocks, own)]


_PLACE = Finding("", "").where  # type: ignore[assignment]


def _like(one: ManuscriptBlock, other: ManuscriptBlock) -> bool:
    if isinstance(one, ExerciseCard) and isinstance(other, ExerciseCard):
        return one.id == other.id
    return type(one) is type(other)


def _panel() -> SafetyPanel:
    return manuscript().panel


def test_a_panel_without_a_part_is_refused_whoever_made_it() -> None:
    panel = _panel()
    for index in range(4):
        short = replace(panel, parts=(*panel.parts[:index], *panel.parts[index + 1 :]))
        assert any("it needs ask, stop, now, today" in what for what in _faults(short))
    assert _faults(replace(panel, parts=panel.parts[::-1]))


@pytest.mark.parametrize("index", range(4))
def test_a_panel_that_drops_a_line_repeats_one_or_turns_them_round_is_refused(index: int) -> None:
    panel = _panel()
    part = panel.parts[index]
    for lines in (part.lines[1:], part.lines[:-1], (*part.lines, part.lines[0]), part.lines[::-1]):
        parts = (*panel.parts[:index], replace(part, lines=lines), *panel.parts[index + 1 :])
        assert any("is not whole" in what for what in _faults(replace(panel, parts=parts)))


def test_a_line_without_words_or_without_its_letter_is_refused() -> None:
    panel = _panel()
    ask = panel.parts[0]
    for line in (replace(ask.lines[0], inlines=()), replace(ask.lines[0], label="")):
        parts = (replace(ask, lines=(line, *ask.lines[1:])), *panel.parts[1:])
        assert any("does not say its words" in what for what in _faults(replace(panel, parts=parts)))


def test_a_balance_without_drawbacks_is_refused() -> None:
    balance = manuscript().first(Balance)
    assert balance is not None
    for name in ("pros", "cons", "others", "nothing"):
        emptied = replace(balance, **{name: replace(getattr(balance, name), texts=())})
        assert any(f"does not say its {name}" in what for what in _faults(emptied))


def test_an_exercise_without_steps_pictures_or_its_dose_is_refused() -> None:
    exercise = next(manuscript().all(ExerciseCard))
    assert any("has no steps" in what for what in _faults(replace(exercise, steps=())))
    assert any("has no picture" in what for what in _faults(replace(exercise, pictures=())))
    assert any("does not say it" in what for what in _faults(replace(exercise, dose=exercise.dose[1:])))


def test_exercises_that_were_not_prescribed_or_stand_in_another_order_are_refused() -> None:
    own = prescription()
    exercises = [*manuscript().all(ExerciseCard)]
    assert [*grammar.exercise_faults(exercises, own)] == []
    for wrong in (exercises[1:], exercises[::-1], [replace(exercises[0], id="other"), *exercises[1:]]):
        assert any("not those prescribed" in one.what for one in grammar.exercise_faults(wrong, own))


def test_a_blank_that_is_lost_or_doubled_is_refused() -> None:
    own = manuscript(personal())
    keys = ["name", "reference", "by", "on", "note-1"]
    blocks = [_blank(block) for block in own.blocks]
    assert [*grammar.blank_faults(blocks, keys)] == []
    without = [block for block in blocks if not isinstance(block, Note)]
    twice = [*blocks, *(block for block in blocks if isinstance(block, Note))]
    assert [*grammar.blank_faults(without, keys)]
    assert [*grammar.blank_faults(twice, keys)]


def test_a_blank_in_a_block_that_may_hold_none_is_refused() -> None:
    audience = next(manuscript().all(Audience))
    astray = replace(audience, text=replace(audience.text, inlines=(Inline(Private("name", "name")),)))
    assert [*grammar.blank_faults([astray], ["name"])]
    assert [block for block in PLACES.values() if block.personal] == [PLACES["patient"], Note]


def _blank(block: ManuscriptBlock) -> ManuscriptBlock:
    """The block with keys in place of this patient's values."""
    if isinstance(block, Note):
        return replace(block, texts=tuple(_keyed(text, "note-1") for text in block.texts))
    entries = getattr(block, "entries", None)
    if entries is None:
        return block
    return replace(block, entries=tuple(_keyed(one, None) for one in entries))  # type: ignore[call-arg]


def _keyed(text: Text, key: str | None) -> Text:
    inlines = (
        replace(one, words=Private(key or one.words.kind, one.words.kind)) if isinstance(one.words, Private) else one
        for one in text.inlines
    )
    return replace(text, inlines=tuple(inlines))
