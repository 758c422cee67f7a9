"""A leaf says in one line what a card says in many, and every caution whole; what it must say stays on it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from manuscript_orders import ALL_BUT_ONE, RIVERSIDE, Workshop, manuscript, order, personal, prescription, shipped

from handout.cache import Cache
from handout.content import shipped_root
from handout.errors import LeafError, ManuscriptError, Place
from handout.manuscript import grammar
from handout.manuscript.blanks import blanked
from handout.manuscript.blocks import (
    Balance,
    Cautions,
    Colophon,
    Days,
    Diary,
    ExerciseCard,
    ManuscriptBlock,
    Masthead,
    Online,
    SafetyPanel,
    SeeUs,
)
from handout.manuscript.compose import compose, facts_of
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.places import LEAF, LEAF_PLACES, PLACES
from handout.manuscript.sheet.building import blocks_of
from handout.manuscript.templates import FOLDER, placements, templates
from handout.prescription import Order, Prescription, as_sheet

NAME = "leaf.j2"
TEMPLATE = (shipped_root() / FOLDER / NAME).read_text("utf-8")
NOT_HERE = {"note"}  # of a sheet for nobody


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_the_shipped_template_of_leaves_places_what_they_hold_and_the_page_about_it_names_it() -> None:
    lines = (line.removesuffix(" short") for line in TEMPLATE.splitlines())
    with_one = {"floor", "diary", "see-us", "bad-day", "do-not", "after", "needs"}
    assert {line for line in lines if line in LEAF_PLACES} == LEAF | {"masthead", "message"} | with_one
    page = (shipped_root() / "docs" / "templates.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in (*(LEAF_PLACES.keys() - PLACES.keys()), f"assets/templates/{NAME}"))


def leaf(*, gathered: bool = False, asked: Order | None = None) -> Manuscript:
    own = replace(asked or order(), length="leaf")
    return compose(prescription(own), gathered=gathered)


@pytest.mark.parametrize("length", ["", "sheet", "leaf"])
def test_one_exercise_is_a_leaf_with_the_card_of_a_sheet_whatever_is_asked_for(length: str) -> None:
    asked = order(exclude=ALL_BUT_ONE, length=length)
    own, sheet = manuscript(asked), manuscript(as_sheet(asked))
    assert (own.length, sheet.length) == ("leaf", "sheet")
    assert own.first(ExerciseCard) == sheet.first(ExerciseCard)
    assert own.panel == sheet.panel
    assert own.first(Diary) == sheet.first(Diary)
    assert own.first(SeeUs) == sheet.first(SeeUs)
    assert own.first(Days) is None
    short, full = own.first(Balance), sheet.first(Balance)
    assert short is not None
    assert full is not None
    assert (short.pros, short.cons) == (full.pros, full.cons)


CARD_CHANGES = {
    "a cue in place of steps": lambda card: replace(card, detail="cue", steps=(), cue=card.steps[0]),
    "its steps": lambda card: replace(card, steps=()),
    "its pictures": lambda card: replace(card, pictures=()),
    "a part of its dose": lambda card: replace(card, dose=card.dose[1:]),
    "its cautions": lambda card: replace(card, cautions=()),
}


@pytest.mark.parametrize("change", CARD_CHANGES.values(), ids=CARD_CHANGES)
def test_one_exercise_that_loses_anything_is_no_leaf(change: object) -> None:
    assert _faults({ExerciseCard: change}, order(exclude=ALL_BUT_ONE))


def texts(own: Manuscript, kind: type[ManuscriptBlock]) -> list[ManuscriptBlock]:
    return list(own.all(kind))


def test_a_leaf_says_each_exercise_in_one_line_with_its_whole_dose_and_each_picture_once() -> None:
    cards = {card.id: card for card in manuscript().all(ExerciseCard)}
    for cell in leaf().all(ExerciseCard):
        assert cell.detail == "cue"
        assert cell.cue
        assert (cell.steps, cell.tips, cell.purpose) == ((), (), None)
        assert {one.ref for one in cell.pictures} <= {one.ref for one in cards[cell.id].pictures}
        assert len({one.path for one in cell.pictures}) == len(cell.pictures) >= 1
        amounts = [strip.amount.plain for strip in cell.dose if strip.amount]
        assert amounts == [strip.amount.plain for strip in cards[cell.id].dose if strip.amount]


def test_for_how_many_weeks_is_said_once_for_all_where_all_are_for_as_many() -> None:
    (days,) = texts(leaf(), Days)
    assert isinstance(days, Days)
    assert days.days == 14
    assert "6 weeks" in days.summary.plain.replace("\u00a0", " ")
    assert _weeks(leaf()) == 0
    own = leaf(asked=order(doses={"march": {"weeks": 3}}))
    assert _weeks(own) == len(list(own.all(ExerciseCard)))


def _weeks(own: Manuscript) -> int:
    """How many cells say weeks."""
    said = (unit.plain for cell in own.all(ExerciseCard) for strip in cell.dose for unit in strip.units)
    return sum("weeks" in unit for unit in said)


def test_every_caution_of_a_card_stands_whole_in_its_cell_and_with_it_what_the_easier_way_is() -> None:
    cards = {card.id: card for card in manuscript().all(ExerciseCard)}
    for cell in leaf().all(ExerciseCard):
        ways = {tip.plain for tip in cards[cell.id].tips if tip.about == "easier"}
        for full, own in zip(cards[cell.id].cautions, cell.cautions, strict=True):
            assert own.plain.startswith(full.plain)
            assert own.label == full.label
            assert (own.effect == "easier") == any(own.plain.endswith(way) for way in ways)


def test_gathered_cautions_say_each_condition_of_each_exercise_with_its_number_or_the_letter_of_its_line() -> None:
    own, cards = leaf(gathered=True), manuscript()
    (block,) = own.all(Cautions)
    lines = {line.plain: line.label for part in own.panel.parts for line in part.lines}
    said = {(frame.effect, number): "" for frame in block.frames for group in frame.groups for number in group.numbers}
    for frame in block.frames:
        for group in frame.groups:
            for number in group.numbers:
                said[frame.effect, number] += f" · {group.plain}"
    assert not any(cell.cautions for cell in own.all(ExerciseCard))
    for number, card in enumerate(cards.all(ExerciseCard), 1):
        for caution in card.cautions:
            for condition in caution.plain.replace("\u00a0", " ").split(" · "):
                if not condition.startswith("say yes to"):
                    wanted = f"say yes to {lines[condition]} under “Talk to us”" if condition in lines else condition
                    assert wanted in said[caution.effect, number].replace("\u00a0", " ")


def test_where_easier_ways_stand_by_number_who_must_not_do_an_exercise_is_told_not_to_do_its_easier_way() -> None:
    """Exercise 4 is not for a woman late in pregnancy, and the list ends: 4 roll less far."""
    asked = order(routines=("back",))
    (block,) = compose(prescription(replace(asked, length="leaf"), routine="back"), gathered=True).all(Cautions)
    refuse, easier = ({one.effect: one for one in block.frames}[effect] for effect in ("refuse", "easier"))
    refused = {number for group in refuse.groups for number in group.numbers}
    assert refused & {number for way in easier.ways for number in way.numbers}
    assert refuse.title.plain == "Not for you, not even the easier way, if you"
    only = replace(asked, length="leaf", exclude=("march", "cat-cow", "childs-pose", "roller-mid-back"))
    two = prescription(replace(only, include=("forearm-prop/easier", "knee-rolls/easier")), routine="back")
    (alone,) = compose(two, gathered=True).all(Cautions)
    assert next(frame.title.plain for frame in alone.frames) == "Not for you if you", "no easier way stands beside it"


def test_what_marks_in_pictures_of_places_say_is_said_once_where_any_picture_has_them() -> None:
    (block,) = leaf(gathered=True).all(Cautions)
    assert [(key.plain, key.allowed) for key in block.places] == [("Yes", True), ("No", False)]
    asked = order(routines=("back",), length="leaf", exclude=("roller-mid-back",))
    (none,) = compose(prescription(asked, routine="back"), gathered=True).all(Cautions)
    assert none.places == ()


def test_an_exercise_that_is_not_for_some_bears_the_mark_that_leads_to_gathered_cautions() -> None:
    """Roller and ball looked free for everyone: nothing at them said that a rule existed."""
    own = leaf(gathered=True)
    (block,) = own.all(Cautions)
    assert (block.title.plain, block.key.plain) == ("Check before you start", "Not for everyone")
    frames = (frame for frame in block.frames if frame.effect != "easier")
    told = {number for frame in frames for group in frame.groups for number in group.numbers}
    assert {n for n, cell in enumerate(own.all(ExerciseCard), 1) if cell.mark} == told
    assert 0 < len(told) < len(list(own.all(ExerciseCard)))
    assert not any(cell.mark for cell in leaf().all(ExerciseCard)), "its cell says it"


def test_a_mark_that_is_missing_is_a_fault() -> None:
    asked = prescription(replace(order(), length="leaf"))
    cells = list(leaf(gathered=True).all(ExerciseCard))
    own = [replace(cell, mark="") if cell.id == "neck-tilt-turn" else cell for cell in cells]
    assert not list(grammar.exercise_faults(cells, asked, "6 weeks", gathered=True))
    (fault,) = grammar.exercise_faults(own, asked, "6 weeks", gathered=True)
    assert fault.what == "the exercise neck-tilt-turn does not bear the mark of its cautions"


def test_a_leaf_weighs_good_points_and_drawbacks_whole_and_says_the_other_ways_in_a_line_each() -> None:
    short, full = leaf().first(Balance), manuscript().first(Balance)
    assert short is not None
    assert full is not None
    assert (short.pros, short.cons) == (full.pros, full.cons)
    assert len(short.others.texts) == len(short.nothing.texts) == 1


def test_a_leaf_names_its_version_and_content_and_leads_to_the_whole_sheet() -> None:
    own = leaf()
    (colophon,) = own.all(Colophon)
    assert own.content_id in colophon.texts[0].plain
    assert own.content_id != manuscript().content_id
    online = own.first(Online)
    assert online is not None
    assert (online.say.plain, online.address) == ("Full sheet", None)
    assert own.first(Masthead) is not None
    assert own.running.turn_over.plain == "Turn over for your exercises"


@pytest.mark.parametrize("name", sorted(LEAF - {"cautions"} - NOT_HERE))
def test_a_template_of_leaves_without_a_block_that_they_must_have_is_refused(workshop: Workshop, name: str) -> None:
    workshop.write(TEMPLATE.replace(f"\n{name}\n", "\n"), NAME)
    with pytest.raises(ManuscriptError) as caught:
        workshop.compose(replace(order(), length="leaf"))
    assert any(f"the {grammar.SAID.get(name, name)} is missing" in one.what for one in caught.value.findings)
    assert all(one.where is None or one.where.file == NAME for one in caught.value.findings)


def test_a_leaf_for_a_patient_keeps_the_note() -> None:
    own = blanked(prescription(replace(personal(), length="leaf")))
    blocks = blocks_of(own, "ID")
    assert blocks.placed["note"]
    placed = [one for one in _placed(own) if one.name != "note"]
    found = [finding.what for finding in grammar.faults(placed, blocks, own)]
    assert "the note to the patient is missing" in found


def test_gathered_cautions_that_no_template_places_are_no_leaf(workshop: Workshop) -> None:
    workshop.write(TEMPLATE.replace("\ncautions\n", "\n"), NAME)
    library = replace(shipped(), layers=(shipped_root(), workshop.folder))
    with pytest.raises(ManuscriptError) as caught:
        compose(prescription(order(length="leaf"), library=library), gathered=True)
    assert any("cautions of all exercises is missing" in one.what for one in caught.value.findings)


def _placed(own: Prescription, *, gathered: bool = False) -> list[grammar.PlacedBlock]:
    blocks = blocks_of(own, "ID", gathered=gathered)
    order_of = placements(templates((shipped_root(),), Cache(), (), "leaf"), facts_of(own))
    names = [one.name.partition(" ")[0] for one in order_of]
    return [grammar.PlacedBlock(name, block, Place(NAME)) for name in names for block in blocks.placed[name]]


def _faults(change: dict[type, object], asked: Order | None = None, *, gathered: bool = False) -> list[str]:
    """What the grammar says of a leaf whose blocks of a type are changed: the type -> a function."""
    own = blanked(prescription(asked or order(length="leaf")))
    whole = _placed(own, gathered=gathered)
    blocks = blocks_of(own, "ID", gathered=gathered)
    assert [*grammar.faults(whole, blocks, own)] == []
    made = []
    for one in whole:
        alter = change.get(type(one.block))
        made.append(replace(one, block=alter(one.block)) if callable(alter) else one)
    return [finding.what for finding in grammar.faults(made, blocks, own)]


CHANGES = {
    "its line": lambda cell: replace(cell, cue=None),
    "its pictures": lambda cell: replace(cell, pictures=()),
    "a part of its dose": lambda cell: replace(cell, dose=cell.dose[1:]),
    "its cautions": lambda cell: replace(cell, cautions=()),
    "its strictest caution": lambda cell: replace(cell, cautions=cell.cautions[1:]),
    "what its easier way is": lambda cell: replace(
        cell, cautions=tuple(replace(one, inlines=one.inlines[:1]) for one in cell.cautions)
    ),
    "its detail": lambda cell: replace(cell, detail="short"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_cell_that_loses_anything_is_no_leaf(change: object) -> None:
    assert _faults({ExerciseCard: change})


def _fewer(block: Cautions) -> Cautions:
    first, *others = block.frames
    return replace(block, frames=(replace(first, groups=first.groups[1:]), *others))


def _without_ways(block: Cautions) -> Cautions:
    return replace(block, frames=tuple(replace(frame, ways=frame.ways[1:]) for frame in block.frames))


@pytest.mark.parametrize("change", [_fewer, _without_ways], ids=["a condition", "an easier way"])
def test_gathered_cautions_that_lose_anything_are_no_leaf(change: object) -> None:
    found = _faults({Cautions: change}, gathered=True)
    assert any("cautions of the exercise" in what for what in found)


def test_days_that_say_other_weeks_than_all_exercises_have_are_no_leaf() -> None:
    def other(days: Days) -> Days:
        return replace(days, summary=replace(days.summary, inlines=days.summary.inlines[:1]))

    found = _faults({Days: other})
    assert found
    assert all("has weeks in its dose" in what for what in found)


def test_a_balance_or_a_panel_that_loses_a_line_is_no_leaf() -> None:
    assert _faults({Balance: lambda one: replace(one, cons=replace(one.cons, texts=()))})
    assert _faults({SafetyPanel: lambda one: replace(one, parts=one.parts[1:])})
    (panel,) = leaf().all(SafetyPanel)
    (own,) = manuscript().all(SafetyPanel)
    assert panel == own


def test_an_exercise_without_its_line_makes_no_leaf_and_is_named() -> None:
    own = prescription(order(length="leaf"))
    cues = {path for path in own.edition.phrases if path.endswith("march.cue")}
    phrases = {path: said for path, said in own.edition.phrases.items() if path not in cues}
    with pytest.raises(LeafError, match=r"exercises\.march\.cue"):
        compose(replace(own, edition=replace(own.edition, phrases=phrases)))


def test_an_easier_version_that_is_prescribed_is_what_its_cell_says() -> None:
    own = leaf(asked=order(include=("march/easier",)))
    march = next(cell for cell in own.all(ExerciseCard) if cell.id == "march")
    assert march.cue is not None
    assert march.cue.plain.startswith("Easier:")
    assert not any(caution.effect == "easier" for caution in march.cautions)


def test_a_harder_version_still_says_what_the_easier_way_is() -> None:
    march = next(cell for cell in leaf(asked=order(include=("march/harder",))).all(ExerciseCard) if cell.id == "march")
    eased = [caution for caution in march.cautions if caution.effect == "easier"]
    assert all("sit to march" in caution.plain for caution in eased)
    assert eased


def test_a_clinics_own_template_of_sheets_changes_no_leaf(workshop: Workshop) -> None:
    workshop.change("questions", "")
    own = workshop.compose(order(length="leaf"))
    assert [type(block) for block in own.blocks] == [type(block) for block in leaf().blocks]
    assert RIVERSIDE.sheets_at


def test_every_picture_of_a_leaf_says_what_it_shows() -> None:
    shown = chain.from_iterable(cell.pictures for cell in leaf().all(ExerciseCard))
    assert all(one.alt for one in shown)
