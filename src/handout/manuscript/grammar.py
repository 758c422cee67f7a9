"""What a manuscript must hold, whatever a template says: all that is wrong is found at once.

Each mandatory block once and whole; the stamps first; no exercise before the safety panel; every exercise of the
prescription in its order, with steps, pictures and its whole dose; every value of the patient's once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from handout.errors import Finding, Place, Private
from handout.language import BLANK, for_country, number, opened, placeholders
from handout.manuscript.blocks import (
    Balance,
    Caution,
    Cautions,
    Days,
    ExerciseCard,
    ManuscriptBlock,
    PanelPart,
    SafetyPanel,
    Stamps,
    Ways,
)
from handout.manuscript.places import is_mandatory
from handout.manuscript.sheet.building import Blocks
from handout.manuscript.sheet.cautions import FRAMES, frame_of
from handout.manuscript.sheet.dose_figures import figures
from handout.manuscript.sheet.gathered import MARKED, concerns
from handout.manuscript.sheet.leaf import shared_weeks
from handout.manuscript.templates import name_of
from handout.manuscript.walk import node_of
from handout.manuscript.words import ORDERS, orders_of
from handout.prescription import Length, Prescribed, Prescription

KEEP = "A template may reorder, and leave out what is not mandatory; this is mandatory."
REPORT = "Please report it: the sheet is not what was prescribed."
SAID = {
    "safety": "safety panel", "balance": "balance of good points and drawbacks", "ways": "table of ways",
    "patient": "patient's row",
    "note": "note to the patient", "floor": "way down to the floor and up", "see-us": "box that says when to see us",
    "bad-day": "section for a bad day", "do-not": "section of what not to do",
    "after": "section for after the last week", "cautions": "block of the cautions of all exercises",
}  # fmt: skip
FIGURE = re.compile(r"\d+")
FOLIO = ("{page}", "{pages}")
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"), "")  # they order text, and say nothing


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block where a template has placed it."""

    name: str  # of PLACES, or "text walking-group"
    block: ManuscriptBlock
    where: Place


def faults(placed: Sequence[PlacedBlock], blocks: Blocks, prescription: Prescription) -> Iterator[Finding]:
    """Everything that keeps these blocks from being a handout of that prescription."""
    yield from _once(placed, blocks, prescription.length)
    yield from _order(placed)
    for one in placed:
        match one.block:
            case SafetyPanel():
                yield from panel_faults(one.block, prescription)
            case Balance():
                yield from balance_faults(one.block)
            case Ways():
                yield from ways_faults(one.block, prescription)
            case Cautions():
                yield from gathered_faults(one.block, prescription)
    if prescription.stock and prescription.personal:
        yield Finding("a stock sheet bears a patient's name", REPORT)
    gathered = any(isinstance(one.block, Cautions) for one in placed)
    days = _said_by_days(placed, prescription)
    yield from exercise_faults(_first_placed(placed), prescription, days, gathered=gathered)
    if any(name not in blocks.running.folio.plain for name in FOLIO):
        yield Finding("the folio does not keep {page} and {pages}", REPORT, path=blocks.running.folio.path)


def _first_placed(placed: Sequence[PlacedBlock]) -> list[ExerciseCard]:
    """The exercises as they are placed first: that they are placed again is said by itself."""
    own = [(one.where, one.block) for one in placed if isinstance(one.block, ExerciseCard)]
    return [block for where, block in own if where == own[0][0]]


def _once(placed: Sequence[PlacedBlock], blocks: Blocks, length: Length) -> Iterator[Finding]:
    """Each block that the sheet has once; those that are mandatory at least once."""
    counted = Counter(one.name for one in placed)
    for name, own in blocks.placed.items():
        if own and not counted[name] and is_mandatory(name, length):
            yield Finding(f"the {SAID.get(name, name)} is missing", KEEP, Place(name_of(length)))
    seen: Counter[str] = Counter()
    for one in placed:
        seen[one.name] += 1
        if seen[one.name] == len(blocks.placed[one.name]) + 1:
            yield Finding(f"the {SAID.get(one.name, one.name)} stands twice", "Place it once.", one.where)


def _order(placed: Sequence[PlacedBlock]) -> Iterator[Finding]:
    """The stamps before everything, the safety panel before every exercise."""
    for index, one in enumerate(placed):
        if isinstance(one.block, Stamps) and index:
            yield Finding("the stamps do not stand first", KEEP, one.where)
    panel = next((index for index, one in enumerate(placed) if isinstance(one.block, SafetyPanel)), 0)
    for one in placed[:panel]:
        if isinstance(one.block, ExerciseCard):
            what = f"the exercise {one.block.id} stands before the safety panel"
            yield Finding(what, "Place the safety panel before the exercises.", one.where)


def panel_faults(panel: SafetyPanel, prescription: Prescription) -> Iterator[Finding]:
    """The panel holds its parts in the order of its style, and each the lines prescribed, in words, by letter."""
    parts, _ = ORDERS[orders_of(prescription.style)[0]]
    own = tuple(part.name for part in panel.parts)
    if own != parts or not panel.title:
        yield Finding(f"the safety panel has the parts {', '.join(own)}; it needs {', '.join(parts)}", REPORT)
    for part in panel.parts:
        yield from part_faults(part, prescription)


def part_faults(part: PanelPart, prescription: Prescription) -> Iterator[Finding]:
    """A part of the panel holds the lines prescribed, in words, by letter where it asks."""
    wanted = tuple(prescription.panel[part.name])
    if tuple(line.id for line in part.lines) != wanted or not part.heading:
        yield Finding(f"the part “{part.name}” of the safety panel is not whole", REPORT)
    for line in part.lines:
        if not line or (part.name == "ask") != bool(line.label):
            yield Finding(f"the line {line.id} of the safety panel does not say its words", REPORT, path=line.path)


def balance_faults(balance: Balance) -> Iterator[Finding]:
    """Good points and drawbacks, each with a heading and words, and so the other ways and doing nothing."""
    for side in (balance.pros, balance.cons, balance.others, balance.nothing):
        if not side.title or not side.texts or not all(side.texts):
            yield Finding(f"the balance does not say its {side.kind.label}", REPORT, path=side.title.path)


def ways_faults(ways: Ways, prescription: Prescription) -> Iterator[Finding]:
    """Each answer of the table in words, with the numbers of the claims that its words name and no other."""
    edition = prescription.edition
    language = for_country(edition.language, prescription.country)
    amounts = {**edition.safety.values, **edition.routine.numbers}
    cells = (cell for row in ways.rows for cell in row.cells)
    for text in (*cells, *(text for way in ways.stacked for text in way.texts)):
        if not text:
            yield Finding("an answer of the table of ways has no words", REPORT, path=text.path)
            continue
        source = edition.phrases.get(text.path)
        if source is None:
            continue  # a phrase of the language: the name of a way, a question
        names = [name.removeprefix("for_") for name in placeholders(source.text)]
        said = Counter(FIGURE.findall(str(text.inlines[-1].words)))
        meant, claimed = (
            Counter(FIGURE.findall(" ".join(number(language, amounts[name]) for name in names if name in known)))
            for known in (amounts, edition.routine.claims)
        )
        for figure in said - meant:
            yield Finding(f"the table of ways says {figure}, and its claims do not", REPORT, path=text.path)
        for figure in claimed - said:
            yield Finding(f"the table of ways does not say {figure}, which it claims", REPORT, path=text.path)


def exercise_faults(
    own: Sequence[ExerciseCard], prescription: Prescription, days: str = "", *, gathered: bool = False
) -> Iterator[Finding]:
    """The exercises prescribed and no other, in their order, each whole. `days`: what the days to tick say for all;
    `gathered`: their cautions stand in one place."""
    wanted = [one.id for one in prescription.exercises]
    if own and [one.id for one in own] != wanted:
        yield Finding(f"the exercises are not those prescribed: {', '.join(wanted)}", REPORT)
        return
    language = for_country(prescription.edition.language, prescription.country)
    language = opened(language) if prescription.stock else language
    for block, one in zip(own, prescription.exercises, strict=False):
        yield from told_faults(block, one, prescription, gathered=gathered)
        if not block.pictures:
            hint = "Give it a picture.yaml, or an icon."
            yield Finding(f"the exercise {block.id} has no picture", hint, path=block.path)
        said = " ".join(unit.plain for strip in block.dose for unit in (strip.amount, *strip.units) if unit)
        if prescription.stock is not (BLANK in said) or (prescription.stock and re.search(r"\d", said)):
            which = "open" if prescription.stock else "printed"
            yield Finding(f"the dose of the exercise {block.id} is not {which} as a whole", REPORT, path=block.path)
        for field in _undosed(block, figures(language, one.dose), days):
            what = f"the exercise {block.id} has {field} in its dose, and its card does not say it"
            yield Finding(what, "Please report it: a number that is prescribed must be printed.", path=block.path)


def _said_by_days(placed: Sequence[PlacedBlock], prescription: Prescription) -> str:
    """The words of the days to tick, where all exercises are for as many weeks as they say."""
    days = (one.block for one in placed if isinstance(one.block, Days))
    return " ".join(block.summary.plain for block in days) if shared_weeks(prescription) else ""


def _undosed(block: ExerciseCard, wanted: Iterable[tuple[str, Sequence[str]]], days: str) -> Iterator[str]:
    """The fields of a dose that a card does not say, nor the days for how many weeks."""
    said = " ".join(unit.plain for strip in block.dose for unit in (strip.amount, *strip.units) if unit)
    ways = dict(wanted)
    for field in unsaid(ways.items(), said):
        if field != "weeks" or [*unsaid([(field, ways[field])], days)]:
            yield field


def told_faults(
    block: ExerciseCard, one: Prescribed, prescription: Prescription, *, gathered: bool
) -> Iterator[Finding]:
    """An exercise says how it is done, on a leaf of several in one line; and each of its cautions, there with what the
    easier way is, unless they are gathered."""
    leaf = prescription.length == "leaf" and not prescription.alone
    if (block.detail == "cue") is not leaf or not (block.cue if leaf else block.steps and all(block.steps)):
        yield Finding(f"the exercise {block.id} has no {'cue' if leaf else 'steps'}", REPORT, path=block.path)
    said = tuple(caution.effect for caution in block.cautions if caution and caution.label)
    if gathered:
        if bool(block.mark) is not any(next(concerns(prescription, one, effect), "") for effect in MARKED):
            yield Finding(f"the exercise {block.id} does not bear the mark of its cautions", REPORT, path=block.path)
        return
    frames = {effect: frame_of(prescription, one, effect) for effect, _ in FRAMES}
    wanted = tuple(effect for effect, frame in frames.items() if frame.lines or frame.conditions)
    if said != wanted:
        what = f"the exercise {block.id} does not say all of its cautions: {', '.join(wanted)}"
        yield Finding(what, REPORT, path=block.path)
    eased = (caution for caution in block.cautions if caution.effect == "easier")
    if leaf and not all(_says_a_way(caution) for caution in eased):
        yield Finding(f"the exercise {block.id} does not say what its easier way is", REPORT, path=block.path)


def gathered_faults(block: Cautions, prescription: Prescription) -> Iterator[Finding]:
    """Gathered cautions say each condition of each exercise under its effect, and what every easier way is."""
    said = {
        (frame.effect, number, name)
        for frame in block.frames
        for group in frame.groups
        for number, name in product(group.numbers, group.says)
        if frame.title and group and group.label
    }
    told = (group for frame in block.frames if frame.easier for group in frame.ways)
    ways = {number for group in told if group and group.label for number in group.numbers}
    for one in prescription.exercises:
        wanted = {(effect, one.number, name) for effect, _ in FRAMES for name in concerns(prescription, one, effect)}
        eased = any(effect == "easier" for effect, _, _ in wanted)
        if not wanted <= said or (eased and one.number not in ways):
            yield Finding(f"the cautions of the exercise {one.id} are not whole", REPORT, path=one.id)


def _says_a_way(caution: Caution) -> bool:
    """Whether words follow the label of the easier way, which stands out."""
    leads = [index for index, one in enumerate(caution.inlines) if one.strong]
    return bool(leads) and any(str(one.words).strip() for one in caution.inlines[leads[-1] + 1 :])


def unsaid(figures: Iterable[tuple[str, Sequence[str]]], text: str) -> Iterator[str]:
    """The fields of a dose that a text does not say. Each number in it speaks for one field only."""
    left = text.translate(ISOLATES)
    for field, ways in figures:
        for way in sorted((way.translate(ISOLATES) for way in ways), key=len, reverse=True):
            found = re.search(rf"(?<!\d)(?<!\d[.,٫]){re.escape(way)}(?!\d|[.,٫]\d)", left)
            if found:
                left = f"{left[: found.start()]} {left[found.end() :]}"
                break
        else:
            yield field


def blank_faults(blocks: Iterable[ManuscriptBlock], keys: Sequence[str]) -> Iterator[Finding]:
    """Each blank of the patient's stands once, in a block that may hold it: a sheet without its name may reach
    another person."""
    held = [(block, node_of(block)) for block in blocks]
    words = (inline.words for _, top in held for node in top.walk() for inline in node.inlines)
    counted = Counter(one.reveal() for one in words if isinstance(one, Private))
    if counted != Counter(keys) or any(node.private and not block.personal for block, node in held):
        yield Finding("a patient's value does not stand once in its place", REPORT)
