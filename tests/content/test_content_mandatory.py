"""No sheet falls below what mandatory.yaml asks for: not by a deletion, not by softer words, not by a wider dose."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from handout.content import Library, grave, load, shipped_root
from handout.content.files import Facts, Shelf
from handout.content.gathering import Gathered, gather
from handout.content.mandatory.reading import FILE, read_mandatory, with_more
from handout.content.mandatory.shipped import drawing_hash, facts_hash, files_of, words_hash
from handout.content.mandatory.shortfalls import shortfalls
from handout.content.mandatory.types import ExerciseClass, Mandatory, Pinned, Region
from handout.edition import localise
from handout.errors import ContentError, EditionError, Severity
from handout.prescription import Order, prescribe
from handout.prescription.content import reworded_of

ROOT = shipped_root()
ENTRY = """
safety:
  - file: {file}
    key: {key}
    was: "{was}"
    {now}
    by: {{name: Dr Ada Invented, role: gp}}
    date: 2026-11-29
    reason: a reason of the practice
"""


@cache
def shipped() -> tuple[Gathered, Library, Mandatory]:
    shelf = Shelf((ROOT,))
    facts, mandatory = gather(shelf, {"en"}), read_mandatory(shelf)
    assert facts is not None
    assert mandatory is not None
    assert not shelf.findings
    return facts, load([ROOT], ["en"])[0], mandatory


def deletions() -> Iterator[tuple[str, str, str, str]]:
    """Every sign and condition of every shipped routine and exercise: folder, id, field, what goes."""
    facts, _, _ = shipped()
    for name, one in facts.routines.items():
        for field in ("signs", "asks", "safety"):
            yield from (("routines", name, field, gone) for gone in getattr(one.value, field))
    for name, exercise in facts.exercises.items():
        for field in ("signs", "safety"):
            yield from (("exercises", name, field, gone) for gone in getattr(exercise.value, field))
        if exercise.value.ask_lines:
            yield "exercises", name, "ask_lines", "refuse"


def put(mine: Path, file: str, text: str) -> None:
    (mine / file).parent.mkdir(parents=True, exist_ok=True)
    (mine / file).write_text(text, "utf-8")


def over(mine: Path, file: str, old: str, new: str) -> None:
    """The shipped file with one thing changed, laid over it."""
    text = (ROOT / file).read_text("utf-8")
    assert old in text
    put(mine, file, text.replace(old, new, 1))


def grave_of(mine: Path, tags: tuple[str, ...] = ("en",)) -> list[str]:
    return [str(one) for one in grave(load([ROOT, mine], tags)[1])]


def test_what_is_shipped_lacks_nothing() -> None:
    facts, library, mandatory = shipped()
    assert [*shortfalls(facts, library, mandatory)] == []
    assert not library.reworded


def test_there_are_as_many_deletions_as_there_are_warnings() -> None:
    found = [*deletions()]
    assert sum(folder == "routines" for folder, *_ in found) == 104
    assert len(found) > 220


@pytest.mark.parametrize("gone", [*deletions()], ids="-".join)
def test_no_sign_and_no_condition_can_be_deleted_alone(gone: tuple[str, str, str, str]) -> None:
    folder, name, field, what = gone
    facts, library, mandatory = shipped()
    routines, exercises, known = dict(facts.routines), dict(facts.exercises), dict(library.exercises)
    if folder == "routines":
        routine = routines[name].value
        left = replace(routine, **{field: _without(getattr(routine, field), what)})
        routines[name] = Facts(left, routines[name].node)
    else:
        exercise = exercises[name].value
        less = replace(exercise, **{field: _without(getattr(exercise, field), what)})
        exercises[name] = Facts(less, exercises[name].node)
        screened = _screened(known[name].safety, exercise.safety, less.safety)
        known[name] = replace(less, safety=less.safety if field == "ask_lines" else screened)
    changed = replace(facts, routines=routines, exercises=exercises)
    found = [*shortfalls(changed, replace(library, exercises=known), mandatory)]
    keys = [one.key for one in found]
    lost = "ask_lines" if field == "ask_lines" else f"{field}.{what}"
    assert lost in keys
    assert len(keys) <= 2  # pregnancy answers for lying flat as well
    assert all(one.where.line > 1 for one in found)
    assert found[0].file.startswith(f"handouts/{folder}/{name}/")


def _without(table: tuple[str, ...] | dict[str, str] | str, what: str) -> object:
    if isinstance(table, dict):
        return {key: value for key, value in table.items() if key != what}
    return "" if isinstance(table, str) else tuple(one for one in table if one != what)


def _screened(all_of_it: dict[str, str], was: dict[str, str], now: dict[str, str]) -> dict[str, str]:
    """What an exercise screens for, with the lines of `ask_lines`, after a deletion."""
    return {key: value for key, value in all_of_it.items() if key not in was or key in now}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("routines/back/routine.yaml", "saddle-numbness, ", "", "the sign “saddle-numbness” is missing"),
        ("routines/upper-back/routine.yaml", "region: upper-back\n", "region: knee\n", ""),
        ("routines/back/routine.yaml", "see_us: [no-better, ", "see_us: [", "“no-better” is missing under see_us"),
        ("routines/back/routine.yaml", "settle_hours: 24", "settle_hours: 240", "settle_hours is 240 and not 24"),
        ("exercises/roller-mid-back/exercise.yaml", "ask_lines: refuse\n", "", "`ask_lines: refuse` is missing"),
        ("exercises/roller-mid-back/exercise.yaml", "position: floor", "position: sitting", "done in another"),
        ("exercises/seated-twist/exercise.yaml", "spine-surgery: refuse", "spine-surgery: easier", "too weak"),
        ("exercises/march/exercise.yaml", "duration_s: [30, 360]", "duration_s: [30, 3600]", "3600 under limits"),
        ("exercises/cat-cow/exercise.yaml", "times_a_day: [1, 3]", "times_a_day: [1, 12]", "12 under limits"),
    ],
)
def test_a_file_in_the_place_of_a_shipped_one_cannot_lower_it(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    over(tmp_path, f"handouts/{file}", old, new)
    found = grave_of(tmp_path)
    assert any(said in one and re.search(r"\.yaml:\d+:\d+:", one) for one in found) if said else not found


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("handouts/safety/en.yaml", "lines:\n  saddle-numbness: you feel a bit tired\n"),
        ("handouts/safety/en.yaml", "conditions:\n  cancer: a bad mood\n"),
        ("handouts/safety/safety.yaml", "values: {pain_limit: 30}\n"),
        ("handouts/safety/safety.yaml", "conditions:\n  cancer: {said_by: card, flag: cancer}\n"),
        ("assets/languages/en.yaml", "phrases:\n  stop_heading: Keep going even if\n"),
        ("assets/languages/en.yaml", "phrases:\n  not_approved: Approved by clinicians.\n"),
        ("assets/languages/en.yaml", 'counts:\n  times:\n    other: "{n}{n} times"\n'),
    ],
)
def test_softer_words_over_shipped_ones_are_refused(tmp_path: Path, file: str, text: str) -> None:
    put(tmp_path, file, text)
    found = grave_of(tmp_path)
    assert any("is not the shipped one" in one for one in found), found


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("Do not push, twist or jerk your back or neck to make it pop.", "Pop gently.", "do_not"),
        ("and do not stay in bed", "or stay in bed", "bad_day"),
        ("pain stops your work", "pain stops your football", "see_us.work"),
    ],
)
def test_a_routines_own_warnings_are_not_reworded_by_a_words_file_in_its_place(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    over(tmp_path, "handouts/routines/back/en.yaml", old, new)
    assert any(f"the safety text “{key}” (en) is not the shipped one" in one for one in grave_of(tmp_path))


def test_nor_by_a_translation_in_its_place(tmp_path: Path) -> None:
    file = "handouts/routines/back/es.yaml"
    put(tmp_path, file, re.sub(r"(?m)^bad_day: .*$", "bad_day: Siga igual.", (ROOT / file).read_text("utf-8")))
    with pytest.raises(EditionError, match=r"bad_day.*es.*is not the shipped one"):
        localise(load([ROOT, tmp_path], ["en", "es"])[0], "back", "es")


def test_a_clinician_may_answer_for_a_routines_own_warning_and_its_sheets_say_so(tmp_path: Path) -> None:
    file = "handouts/routines/back/en.yaml"
    over(tmp_path, file, "pain stops your work or daily jobs", "pain stops your work")
    entry = ENTRY.format(
        file=file,
        key="see_us.work",
        was="pain stops your work or daily jobs",
        now='now: "pain stops your work"',
    )
    put(tmp_path, "approvals.yaml", entry)
    library, findings = load([ROOT, tmp_path], ["en"])
    assert not grave(findings)
    assert said_of(library) == {"back": ("see_us.work",), "upper-back": ()}


@pytest.mark.parametrize("like", ["back", "upper-back"])
def test_a_copy_of_a_shipped_routine_is_held_to_the_same_signs(tmp_path: Path, like: str) -> None:
    for file in ("routine.yaml", "en.yaml"):
        put(tmp_path, f"handouts/routines/mine/{file}", (ROOT / "handouts/routines" / like / file).read_text("utf-8"))
    facts = tmp_path / "handouts/routines/mine/routine.yaml"
    own = re.sub(r"(?s)\ncovers:.*", "\n", facts.read_text("utf-8"))
    own = own.replace(f"id: {like}\n", "id: mine\n").replace(f"region: {like}\n", "region: desk\n")
    facts.write_text(own, "utf-8")
    assert grave_of(tmp_path) == []
    for sign in ("saddle-numbness", "bladder-bowel", "both-legs"):
        facts.write_text(own.replace(f"{sign}, ", "", 1), "utf-8")
        assert any(f"the sign “{sign}” is missing" in one for one in grave_of(tmp_path))


def test_a_softer_translation_refuses_its_edition_and_no_other(tmp_path: Path) -> None:
    put(tmp_path, "handouts/safety/es.yaml", "lines:\n  saddle-numbness: tiene un poco de sueño\n")
    library, findings = load([ROOT, tmp_path], ["en", "es"])
    assert not grave(findings)
    assert localise(library, "back", "en").tag == "en"
    with pytest.raises(EditionError, match=r"saddle-numbness.*es.*is not the shipped one"):
        localise(library, "back", "es")


def test_a_named_clinician_may_answer_for_exactly_one_difference(tmp_path: Path) -> None:
    file = "handouts/routines/back/routine.yaml"
    over(tmp_path, file, "saddle-numbness, ", "")
    entry = ENTRY.format(file=file, key="signs.saddle-numbness", was="saddle-numbness", now="")
    put(tmp_path, "approvals.yaml", entry)
    library, findings = load([ROOT, tmp_path], ["en"])
    assert not grave(findings)
    said = [one for one in findings if one.severity is Severity.WARNING]
    assert len(said) == 1
    assert "Dr Ada Invented answers for it" in str(said[0])
    assert [one.key for one in library.reworded] == ["signs.saddle-numbness"]
    over(tmp_path, file, "saddle-numbness, bladder-bowel, ", "")
    assert len(grave_of(tmp_path)) == 1


def test_a_sheet_says_that_the_clinic_has_changed_its_warnings(tmp_path: Path) -> None:
    file = "handouts/exercises/cat-cow/exercise.yaml"
    over(tmp_path, file, "wrist: easier, ", "")
    put(tmp_path, "approvals.yaml", ENTRY.format(file=file, key="safety.wrist", was="easier", now=""))
    library, findings = load([ROOT, tmp_path], ["en"])
    assert not grave(findings)
    assert said_of(library) == {"back": ("safety.wrist",), "upper-back": ()}


def said_of(library: Library) -> dict[str, tuple[str, ...]]:
    """What the sheets of the shipped routines say to be changed."""
    said = {}
    for routine in ("back", "upper-back"):
        order = Order(number=1, language="en", routines=(routine,))
        sheet = prescribe(localise(library, routine, "en"), order, None, None, date(2026, 11, 29), routine)
        said[routine] = reworded_of(sheet)
    return said


def test_a_library_can_only_add_to_what_is_mandatory(tmp_path: Path) -> None:
    put(
        tmp_path,
        FILE,
        "general: {signs: [weak-limb]}\nmost: {repetitions: 3, weeks: 52}\nregions: {back: {signs: []}}\n"
        "routines: {back: []}\nexercises: {cat-cow: {classes: [], safety: {wrist: refuse, knee: easier}}}\n",
    )
    shelf = Shelf((ROOT, tmp_path))
    more, own = read_mandatory(shelf), shipped()[2]
    assert more is not None
    assert set(own.general.signs) < set(more.general.signs)
    assert (more.most["repetitions"], more.most["weeks"]) == (3, own.most["weeks"])
    assert (more.regions["back"], more.routines["back"]) == (own.regions["back"], own.routines["back"])
    assert more.exercises["cat-cow"].classes == own.exercises["cat-cow"].classes
    assert more.exercises["cat-cow"].safety["wrist"] == "refuse"
    for lower in ("words: {}\n", "facts: 0000000000000000\n", "symbols: {}\n", "broader: {cancer: pregnancy}\n"):
        put(tmp_path, FILE, lower)
        assert any("is not known here" in one for one in grave_of(tmp_path))


def test_more_asked_for_by_a_library_is_never_less() -> None:
    own = shipped()[2]
    weak = Mandatory(
        where=own.where,
        general=Region(signs=("night-pain",)),
        classes={"roller": ExerciseClass(safety={"swelling": "easier"}, most={"times_a_day": 6})},
        exercises={"march": Pinned(most={"duration_s": 3600})},
    )
    joined = with_more(own, weak)
    assert joined == own


def test_a_librarys_own_exercise_is_held_to_what_its_facts_tell(tmp_path: Path) -> None:
    for file in ("exercise.yaml", "en.yaml", "picture.yaml"):
        put(
            tmp_path,
            f"handouts/exercises/my-roll/{file}",
            (ROOT / "handouts/exercises/roller-mid-back" / file).read_text("utf-8"),
        )
    own = tmp_path / "handouts/exercises/my-roll/exercise.yaml"
    text = own.read_text("utf-8").replace("id: roller-mid-back", "id: my-roll")
    text = re.sub(r"code: .*", "code: X99", re.sub(r"covers: .*\n", "", text))
    text = text.replace("[soft-roller, mat]", "[mat]").replace("position: floor", "position: none")
    text = text.replace("ask_lines: refuse\n", "")
    own.write_text(text.replace("floor-hard: easier", "swelling: easier").replace("swelling: ask, ", ""), "utf-8")
    found = grave_of(tmp_path)
    assert any("breathless-flat" in one and "on-the-back" in one for one in found)
    assert any("`ask_lines: refuse` is missing" in one for one in found)
    assert any("swelling" in one and "too weak" in one for one in found)


def test_a_region_that_nothing_is_known_of_has_the_general_signs(tmp_path: Path) -> None:
    knee = Path(__file__).parent / "knee"
    shutil.copytree(knee, tmp_path / "knee")
    routine = tmp_path / "knee/handouts/routines/knee/routine.yaml"
    findings = load([ROOT, tmp_path / "knee"], ["en"])[1]
    assert not grave(findings)
    assert any("nothing is known of the region “knee”" in one.what for one in findings)
    routine.write_text(routine.read_text("utf-8").replace("chest-or-breath, ", ""), "utf-8")
    assert any("every sheet carries it" in one for one in grave_of(tmp_path / "knee"))


def test_a_warning_symbol_that_is_another_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "assets/icons/hand-octagon.svg", (ROOT / "assets/icons/tick.svg").read_text("utf-8"))
    assert any("the warning symbol “hand-octagon” is not the shipped one" in one for one in grave_of(tmp_path))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for part in ("handouts", "assets/languages", "assets/countries", "assets/regions", "assets/icons"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("handouts/safety/en.yaml", "inner thighs", "inner ears"),
        ("handouts/safety/safety.yaml", "pain_limit: 3", "pain_limit: 9"),
        ("assets/languages/en.yaml", "No clinician has approved", "A clinician has approved"),
    ],
)
def test_shipped_words_changed_in_their_place_are_refused(copy: Path, file: str, old: str, new: str) -> None:
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf-8")
    found = grave(load([copy], ["en"])[1])
    assert [one.where.file for one in found if one.where and "are not those" in one.what] == [file]


def test_without_the_mandatory_file_nothing_is_made(copy: Path) -> None:
    (copy / FILE).unlink()
    with pytest.raises(ContentError, match="the file is missing"):
        load([copy], ["en"])


def hashes() -> dict[str, str]:
    """What the hashes of mandatory.yaml should be, by the line they stand on."""
    lines = {"facts:": f'facts: "{facts_hash(ROOT)}"'}
    for path in sorted((ROOT / "assets/languages").glob("*.yaml")):
        groups = (f'{group}: "{words_hash(ROOT, file)}"' for group, file in files_of(ROOT, path.stem).items())
        lines[f"  {path.stem}:"] = f"  {path.stem}: {{{', '.join(groups)}}}"
    for name in shipped()[2].symbols:
        lines[f"  {name}:"] = f'  {name}: "{drawing_hash(ROOT / f"assets/icons/{name}.svg")}"'
    return lines


def test_the_hashes_are_those_of_what_is_shipped(request: pytest.FixtureRequest) -> None:
    """Whoever changes a shipped safety text has a person read it, then renews the hashes: --update-golden."""
    path = ROOT / FILE
    text = path.read_text("utf-8")
    for begin, line in hashes().items():
        text, times = re.subn(rf"(?m)^{re.escape(begin)} .*[\"}}]$", line, text)
        assert times == 1, begin
    if request.config.getoption("--update-golden"):
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


def test_every_shipped_routine_and_exercise_is_pinned() -> None:
    facts, _, mandatory = shipped()
    assert set(mandatory.exercises) == set(facts.exercises)
    assert set(mandatory.routines) == set(facts.routines)



@pytest.mark.parametrize("text", [".", "...", "–", "*", "\u2800", "\u115f", "\u00ad."])
def test_a_text_that_says_nothing_is_refused_at_its_line(tmp_path: Path, text: str) -> None:
    file = "handouts/routines/back/en.yaml"
    put(tmp_path, file, re.sub(r"(?m)^do_not: .*$", f'do_not: "{text}"', (ROOT / file).read_text("utf-8")))
    assert any("en.yaml:" in one for one in grave_of(tmp_path))


def copied(mine: Path, like: str, name: str) -> Path:
    """A shipped exercise under an id of its own."""
    for file in ("exercise.yaml", "en.yaml", "picture.yaml"):
        shipped_file = ROOT / "handouts/exercises" / like / file
        if shipped_file.is_file():  # warmth has an icon instead of a picture
            put(mine, f"handouts/exercises/{name}/{file}", shipped_file.read_text("utf-8"))
    facts = mine / f"handouts/exercises/{name}/exercise.yaml"
    text = re.sub(r"(?m)^covers: .*\n", "", facts.read_text("utf-8")).replace(f"id: {like}", f"id: {name}")
    facts.write_text(re.sub(r"(?m)^code: .*", "code: X98", text), "utf-8")
    return facts


@pytest.mark.parametrize(
    ("like", "kind"),
    [("neck-tilt-turn", "neck"), ("seated-twist", "twisting"), ("cat-cow", "bending-the-back")],
)
def test_a_pose_tells_what_an_exercise_moves(tmp_path: Path, like: str, kind: str) -> None:
    facts = copied(tmp_path, like, "my-own")
    facts.write_text(re.sub(r"(?m)^safety: .*", "safety: {wrist: ask}", facts.read_text("utf-8")), "utf-8")
    assert any(kind in one and "it is missing" in one for one in grave_of(tmp_path))


@pytest.mark.parametrize("like", sorted(path.name for path in (ROOT / "handouts/exercises").iterdir() if path.is_dir()))
def test_a_copy_of_a_shipped_exercise_lacks_little(tmp_path: Path, like: str) -> None:
    """Whoever begins with a shipped exercise is told what lying flat or standing on the hands asks for, at most."""
    copied(tmp_path, like, "my-own")
    found = grave_of(tmp_path)
    assert len(found) <= 1
    assert all("“breathless-flat”" in one or "“wrist”" in one for one in found)
