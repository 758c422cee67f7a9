"""Templates may reorder; whatever they leave out of the mandatory, add or switch off is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from manuscript_orders import Workshop, kinds, manuscript, order, personal

MAIN = "handout.xml.j2"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


REMOVALS = [
    (MAIN, "{{ parts.safety(sheet.panel) }}", "the safety panel is missing"),
    (MAIN, "{{ parts.balance(sheet.balance) }}", "the balance of good points and drawbacks is missing"),
    (MAIN, "{{ parts.exercise(card) }}", "the exercise march is missing"),
    (MAIN, "{{ parts.running(sheet.running) }}", "the running is missing"),
    (MAIN, "{{ parts.colophon(sheet.colophon) }}", "the colophon is missing"),
    (MAIN, "{{ parts.patient(sheet.patient) }}", "the patient's row is missing"),
    (MAIN, '<title path="{{ sheet.title.path }}">{{ sheet.title }}</title>', "the title is missing"),
    (
        MAIN,
        '{% for stamp in sheet.stamps %}<stamp path="{{ stamp.path }}">{{ stamp }}</stamp>{% endfor %}',
        "the stamp lacks: No clinician has approved this sheet yet.",
    ),
    ("parts.xml.j2", "{{ listed(balance.cons.texts) }}", "the cons are not one list"),
    ("parts.xml.j2", "{% if lead %}<b>{{ text }}</b>{% else %}{{ text }}{% endif %}", "does not say its words"),
    ("parts.xml.j2", "<b>{{ text }}</b>{% else %}", "does not say its words"),
    ("parts.xml.j2", 'label="{{ line.letter }}" ', "does not bear its letter"),
    (
        "parts.xml.j2",
        '{% if part.rest %}<rest path="{{ part.rest.path }}">{{ part.rest }}</rest>{% endif %}',
        "its <rest>",
    ),
    ("parts.xml.j2", "<number>{{ part.number }}</number>", "does not say the number to call"),
    (
        "parts.xml.j2",
        '{% if part.signal %}<signal path="{{ part.signal.path }}">{{ part.signal }}</signal>{% endif %}',
        "does not say its <signal>",
    ),
    (
        "parts.xml.j2",
        "{% for one in card.pictures %}{{ picture(one) }}{% endfor %}",
        "the exercise march does not show its pictures",
    ),
    (
        "parts.xml.j2",
        "{% for step in card.steps %}",
        "its steps lacks",
    ),
    (
        "parts.xml.j2",
        "<label>{{ caution.label }}</label> {{ caution.text }}",
        "<caution> lacks",
    ),
    ("parts.xml.j2", "{% if strip.amount %}<amount>{{ strip.amount }}</amount>{% endif %}", "its dose"),
    ("parts.xml.j2", ' alt="{{ picture.alt }}"', "does not say what it shows"),
]


@pytest.mark.parametrize(("name", "old", "what"), REMOVALS, ids=[what for _, _, what in REMOVALS])
def test_a_template_without_a_mandatory_part_is_refused(
    workshop: Workshop, name: str, old: str, what: str
) -> None:
    workshop.change(old, f"{old}{{% if not loop.last %}}" if "card.steps" in old else "", name)
    if "card.steps" in old:
        path = workshop.folder / "assets/templates" / name
        path.write_text(path.read_text("utf-8").replace("{{ step.text }}</step>", "{{ step.text }}</step>{% endif %}"))
    assert any(what in finding.what for finding in workshop.refused())


def test_a_personal_sheet_without_its_note_is_refused(workshop: Workshop) -> None:
    workshop.change("{% if sheet.note %}", "{% if sheet.note and sheet.floor is none %}", MAIN)
    assert any("note to the patient" in finding.what for finding in workshop.refused(personal()))


def test_a_panel_that_drops_its_first_line_is_refused(workshop: Workshop) -> None:
    workshop.change("<line id", "{% if not loop.first %}<line id")
    path = workshop.folder / "assets/templates/parts.xml.j2"
    path.write_text(path.read_text("utf-8").replace("</line>\n", "</line>{% endif %}\n", 1), "utf-8")
    assert any("lacks the line weak-bones" in finding.what for finding in workshop.refused())


def test_parts_in_another_order_are_refused(workshop: Workshop) -> None:
    workshop.change("{% for part in panel.parts %}", "{% for part in panel.parts|reverse %}")
    assert any("loop over anything but a list of the sheet" in finding.what for finding in workshop.refused())


def test_an_exercise_before_the_panel_is_refused(workshop: Workshop) -> None:
    workshop.change("{{ parts.safety(sheet.panel) }}", "", MAIN)
    text = (workshop.folder / "assets/templates" / MAIN).read_text("utf-8")
    moved = text.replace("{{ parts.running(", "{{ parts.safety(sheet.panel) }}\n  {{ parts.running(")
    (workshop.folder / "assets/templates" / MAIN).write_text(moved, "utf-8")
    found = [finding.what for finding in workshop.refused()]
    assert "the exercise march stands before the safety panel" in found


def test_a_panel_printed_twice_is_refused(workshop: Workshop) -> None:
    panel = "{{ parts.safety(sheet.panel) }}"
    workshop.change(panel, panel + panel, MAIN)
    assert any("the safety panel stands twice" in finding.what for finding in workshop.refused())


def test_every_removal_of_one_template_is_said_at_once(workshop: Workshop) -> None:
    text = (Path(__file__).parents[2] / "assets/templates" / MAIN).read_text("utf-8")
    for _, old, _ in REMOVALS[:2]:
        text = text.replace(old, "")
    (workshop.folder / "assets/templates" / MAIN).write_text(text, "utf-8")
    found = [finding.what for finding in workshop.refused()]
    assert "the safety panel is missing" in found
    assert "the balance of good points and drawbacks is missing" in found


def test_a_finding_names_the_line_of_the_template(workshop: Workshop) -> None:
    workshop.change('<heading path="{{ part.heading.path }}">{{ part.heading }}</heading>', "")
    places = {str(finding.where) for finding in workshop.refused()}
    text = (workshop.folder / "assets/templates/parts.xml.j2").read_text("utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if '<part kind="{{ part.kind }}">' in row)
    assert places == {f"parts.xml.j2:{line}:1"}


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ("<title>Ease it {{ sheet.title }}</title>", "text of its own"),
        ('<notes lines="3"/><title>{{ sheet.title }}</title>', "a value of its own"),
        ('<title>{{ "Feel fine" }}</title>', "prints 'Feel fine' of its own"),
        ("<title>{{ 12 }}</title>", "prints 12 of its own"),
        ("{% autoescape false %}<title/>{% endautoescape %}", "switches the escaping"),
        ("<title>{{ sheet.title|safe }}</title>", "may not print anything but names"),
        ("<title>{{ sheet.titel }}</title>", "cannot be filled"),
        ("<title>{{ sheet.title.__class__ }}</title>", "cannot be filled"),
        ("<title>{{ sheet.title </title>", "cannot be read"),
        ("<banner>{{ sheet.title }}</banner>", "<banner> is not an element"),
    ],
)
def test_what_a_template_may_not_carry_is_refused(workshop: Workshop, new: str, what: str) -> None:
    workshop.change('<title path="{{ sheet.title.path }}">{{ sheet.title }}</title>', new, MAIN)
    found = workshop.refused()
    assert any(what in finding.what for finding in found), found
    assert all(finding.where is not None and finding.where.file.endswith(".j2") for finding in found)


def test_a_template_may_reorder_what_is_not_bound(workshop: Workshop) -> None:
    evidence = "{{ parts.evidence(sheet.known, sheet.unknown) }}"
    workshop.change(evidence, "", MAIN)
    text = (workshop.folder / "assets/templates" / MAIN).read_text("utf-8")
    moved = text.replace("{{ parts.diary(sheet.diary) }}", "{{ parts.diary(sheet.diary) }}\n  " + evidence)
    (workshop.folder / "assets/templates" / MAIN).write_text(moved, "utf-8")
    own = workshop.compose()
    assert kinds(own.root).index("evidence") > kinds(own.root).index("diary")
    assert own.content_id != manuscript(order()).content_id


def test_a_template_may_leave_out_what_is_not_mandatory(workshop: Workshop) -> None:
    workshop.change("{{ parts.tips(sheet.tips) }}", "", MAIN)
    kept = {one.attributes.get("kind") for one in workshop.compose().root.all("section")}
    assert "tips" not in kept
    assert "bad-day" in kept


TITLE = '<title path="{{ sheet.title.path }}">{{ sheet.title }}</title>'
LIE = "Keep going when it hurts"
PROGRAMS = {
    "set": f"{{% set lie = '{LIE}' %}}{TITLE}",
    "a list of its own": f"{{% for lie in ['{LIE}'] %}}<audience>{{{{ lie }}}}</audience>{{% endfor %}}",
    "with": f"{{% with lie = '{LIE}' %}}<audience>{{{{ lie }}}}</audience>{{% endwith %}}",
    "a macro's default": f"{{% macro m(lie='{LIE}') %}}<audience>{{{{ lie }}}}</audience>{{% endmacro %}}{{{{ m() }}}}",
    "a dictionary": f"{{{{ {{'a': '{LIE}'}}.a }}}}",
    "an argument": f"{{% macro m(lie) %}}<audience>{{{{ lie }}}}</audience>{{% endmacro %}}{{{{ m('{LIE}') }}}}",
    "CDATA": f"<audience><![CDATA[{LIE}]]></audience>",
    "a comment": f"<!-- {LIE} -->",
    "a file that is not checked": "{% include 'lie.txt' %}",
    "a file of another ending": "{% import 'lie.html' as lies %}",
    "single quotes": f"<audience path='{LIE}'>{{{{ sheet.audience }}}}</audience>",
    "plain words": "<audience>{{ 'keep' }} {{ 'going' }}</audience>",
    "a character by its number": "<audience>&#75;</audience>",
    "an endless loop": "{% for a in range(99999999) %}{% for b in range(99999999) %}{% endfor %}{% endfor %}",
    "a macro inside itself": "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(sheet) }}",
    "loops in loops": "{% for a in sheet.cards %}" * 9 + "{{ a.id }}" + "{% endfor %}" * 9,
    "a filter": "<audience>{{ sheet.audience|upper }}</audience>",
    "a big string": "<audience>{{ sheet.audience * 99999999 }}</audience>",
    "a slice": "<audience>{{ sheet.audience[:9] }}</audience>",
    "deep brackets": "{{ " + "(" * 5000 + "sheet" + ")" * 5000 + " }}",
}


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)
def test_a_template_is_no_program(workshop: Workshop, program: str) -> None:
    for name in ("lie.txt", "lie.html"):
        (workshop.folder / "assets/templates" / name).write_text(f"<audience>{LIE}</audience>", "utf-8")
    workshop.change(TITLE, TITLE + program, MAIN)
    found = workshop.refused()
    assert all(one.where is not None and one.where.line for one in found), found


DROPPED = {
    "see us": ("  <see-us>", "  {% if sheet.note %}<see-us>", "</see-us>", "</see-us>{% endif %}"),
    "do not, on a bad day": ("{% for section in sheet.sections %}{{ parts.section(section) }}{% endfor %}", "", "", ""),
    "down and up": ("{% if sheet.floor %}{{ parts.floor(sheet.floor) }}{% endif %}", "", "", ""),
}


@pytest.mark.parametrize("change", DROPPED.values(), ids=DROPPED)
def test_safety_words_behind_the_exercises_cannot_be_dropped(
    workshop: Workshop, change: tuple[str, str, str, str]
) -> None:
    old, new, end, new_end = change
    workshop.change(old, new, MAIN)
    path = workshop.folder / "assets/templates" / MAIN
    if end:
        path.write_text(path.read_text("utf-8").replace(end, new_end), "utf-8")
    assert any("is missing" in one.what for one in workshop.refused())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{% for kind, text in row.cells %}", "{% for kind, text in plan.head %}"),
        ('<row number="{{ row.number }}">', '<row number="{{ plan.title }}">'),
        ('<caution kind="{{ caution.kind }}"', '<caution kind="{{ card.id }}"'),
        ("{{ picture.caption }}</caption>", "{{ picture.alt }}</caption>"),
        ("in floor.down %}", "in floor.up %}"),
        ('<strip icon="{{ strip.icon }}"', '<strip icon="{{ strip.kind }}"'),
    ],
)
def test_no_block_says_anything_but_what_the_sheet_says(workshop: Workshop, old: str, new: str) -> None:
    workshop.change(old, new)
    assert workshop.refused()


def test_every_row_of_the_plan_keeps_its_own_dose(workshop: Workshop) -> None:
    rows = "{% for row in plan.rows %}"
    workshop.change(rows, "{% for one in plan.rows %}{% for row in plan.rows %}{% if loop.last %}")
    path = workshop.folder / "assets/templates/parts.xml.j2"
    end = "</row>\n    {% endfor %}"
    text = path.read_text("utf-8").replace(end, "</row>\n    {% endif %}{% endfor %}{% endfor %}", 1)
    path.write_text(text, "utf-8")
    assert any("is not as the sheet has it" in one.what for one in workshop.refused())


def test_a_card_may_show_its_pictures_before_its_steps(workshop: Workshop) -> None:
    pictures = "  <pictures>{% for one in card.pictures %}{{ picture(one) }}{% endfor %}</pictures>\n"
    workshop.change(pictures, "")
    path = workshop.folder / "assets/templates/parts.xml.j2"
    steps = "  <steps>{% for step in card"
    path.write_text(path.read_text("utf-8").replace(steps, pictures + steps), "utf-8")
    assert workshop.compose()


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"{% if %}" * 20_000])
def test_a_template_that_cannot_be_read_is_a_finding(workshop: Workshop, raw: bytes) -> None:
    (workshop.folder / "assets/templates" / MAIN).write_bytes(raw)
    assert workshop.refused()
