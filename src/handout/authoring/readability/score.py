"""How a sheet meets PEMAT-P and the CDC Clear Communication Index: what a program can decide is decided, and the other
questions are listed for a person.

PEMAT-P: AHRQ's Patient Education Materials Assessment Tool for printable materials, 2014; its numbers, which leave out
those for audio and video. CCI: CDC's Clear Communication Index, 2014. An answer here is about what is printed, block by
block; whether it is true, kind and fair is for a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from handout.authoring.readability.measure import SENTENCE, measured
from handout.authoring.readability.notes import outside, sheets
from handout.authoring.readability.prose import prose_of
from handout.content import Library
from handout.language import Language
from handout.manuscript import (
    Balance,
    Diary,
    ExerciseCard,
    InShort,
    Manuscript,
    Message,
    SafetyPanel,
    SeeUs,
    Title,
    Ways,
    nodes,
)

CHUNK = 7  # sentences of one paragraph, and of what may stand under one heading
LIST = 10  # items of one list: the emergency signs, which nobody may shorten
HEAD = 8  # words of the head of a row or a column
STEP = 3  # sentences of one step


@dataclass(frozen=True, slots=True)
class ScoredSheet:
    """What is scored: a sheet and its language."""

    manuscript: Manuscript
    language: Language


Decide = Callable[[ScoredSheet], bool]


@dataclass(frozen=True, slots=True)
class ToolItem:
    """A question of a tool, in its own words; decided by what is printed, or left to a person."""

    tool: str
    number: int
    asks: str
    decide: Decide | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """One tool on one sheet: items that hold, that do not, and that a person must answer."""

    tool: str
    met: tuple[ToolItem, ...]
    failed: tuple[ToolItem, ...]
    person: tuple[ToolItem, ...]

    @property
    def value(self) -> float:
        """Per cent of what is decided."""
        return 100 * len(self.met) / (len(self.met) + len(self.failed))


def scores(sheet: ScoredSheet) -> tuple[Score, ...]:
    """Each tool on that sheet."""
    return tuple(_score(tool, sheet) for tool in dict.fromkeys(item.tool for item in ITEMS))


def _score(tool: str, sheet: ScoredSheet) -> Score:
    own = [item for item in ITEMS if item.tool == tool]
    decided = [(item, item.decide(sheet)) for item in own if item.decide is not None]
    met = tuple(item for item, holds in decided if holds)
    failed = tuple(item for item, holds in decided if not holds)
    return Score(tool, met, failed, tuple(item for item in own if item.decide is None))


def _has(*kinds: type) -> Decide:
    return lambda sheet: all(any(isinstance(block, kind) for block in sheet.manuscript.blocks) for kind in kinds)


def _exercises(sheet: ScoredSheet) -> tuple[ExerciseCard, ...]:
    return tuple(block for block in sheet.manuscript.blocks if isinstance(block, ExerciseCard))


def _everyday(sheet: ScoredSheet) -> bool:
    """Within the marks of the language's own formula; where there is none, nothing speaks against it."""
    measure = measured(prose_of(sheet.manuscript), sheet.language.tag.split("-")[0])
    return measure is not None and not outside(measure, sheet.language)


def _chunks(sheet: ScoredSheet) -> bool:
    """No paragraph and no list is long; who wrote it when, at the end, is neither."""
    read = (top for top in nodes(sheet.manuscript) if top.kind.label != "colophon")
    every = [node for top in read for node in top.walk()]
    texts = ("".join(str(one.words) for one in node.inlines) for node in every if node.kind.pdf == "P")
    lists = (len(node.children) for node in every if node.kind.pdf == "L")
    short = all(len([part for part in SENTENCE.split(text) if part.strip()]) <= CHUNK for text in texts)
    return short and all(count <= LIST for count in lists)


def _headed(sheet: ScoredSheet) -> bool:
    """Every section of more than one text begins with a heading, or stands at the front by itself."""
    bare = {"stamps", "masthead", "patient", "message", "colophon", "online", "needs", "running"}
    for block in nodes(sheet.manuscript):
        kinds = [node.kind.pdf for node in block.walk()]
        if block.kind.label not in bare and len(block.children) > 1 and not any(k.startswith("H") for k in kinds):
            return False
    return True


def _captioned(sheet: ScoredSheet) -> bool:
    """Every picture has words under it, and words for who cannot see it."""
    pictures = [picture for one in _exercises(sheet) for picture in one.pictures]
    return bool(pictures) and all(picture.caption and picture.alt for picture in pictures)


def _pictured(sheet: ScoredSheet) -> bool:
    return all(one.pictures for one in _exercises(sheet))


def _tables(sheet: ScoredSheet) -> bool:
    """Heads of rows and columns in a few words."""
    rows = [row for block in sheet.manuscript.blocks if isinstance(block, Ways) for row in block.rows]
    heads = [*(rows[0].cells if rows else ()), *(row.cells[0] for row in rows[1:])]
    return all(0 < len(cell.plain.split()) <= HEAD for cell in heads)


def _steps(sheet: ScoredSheet) -> bool:
    """Each exercise in numbered steps, each step in a sentence or two."""
    steps = [step.plain for one in _exercises(sheet) for step in one.steps]
    short = all(len([part for part in SENTENCE.split(step) if part.strip()]) <= STEP for step in steps)
    return bool(steps) and short and all(len(one.steps) > 1 for one in _exercises(sheet))


def _doses(sheet: ScoredSheet) -> bool:
    """How many, how long and how often, at each exercise."""
    return all(one.dose for one in _exercises(sheet))


def _message_first(sheet: ScoredSheet) -> bool:
    """The one message before anything but title, clinic and patient."""
    before = {"stamps", "masthead", "patient", "title", "audience"}
    ahead = next((block for block in sheet.manuscript.blocks if block.kind.label not in before), None)
    return isinstance(ahead, Message)


def _unknown(sheet: ScoredSheet) -> bool:
    """What nobody knows is said beside what is known."""
    found = [block for block in sheet.manuscript.blocks if isinstance(block, Ways)]
    return bool(found) and any(note.path.endswith(".ways.unknown") for block in found for note in block.notes)


def _diary(sheet: ScoredSheet) -> bool:
    """The diary says how it is used."""
    return any(isinstance(block, Diary) and bool(block.how) for block in sheet.manuscript.blocks)


ITEMS: tuple[ToolItem, ...] = (
    ToolItem("PEMAT-P", 1, "The material makes its purpose completely evident.", _has(Title, Message)),
    ToolItem("PEMAT-P", 2, "It does not include content that distracts from its purpose."),
    ToolItem("PEMAT-P", 3, "It uses common, everyday language.", _everyday),
    ToolItem("PEMAT-P", 4, "Medical terms are used only to familiarise the audience with them, and are defined."),
    ToolItem("PEMAT-P", 5, "It uses the active voice."),
    ToolItem("PEMAT-P", 6, "Numbers are clear and easy to understand."),
    ToolItem("PEMAT-P", 7, "It does not expect the user to perform calculations."),
    ToolItem("PEMAT-P", 8, "It breaks information into short sections.", _chunks),
    ToolItem("PEMAT-P", 9, "Its sections have informative headers.", _headed),
    ToolItem("PEMAT-P", 10, "It presents information in a logical sequence."),
    ToolItem("PEMAT-P", 11, "It provides a summary.", _has(InShort)),
    ToolItem("PEMAT-P", 12, "It uses visual cues to draw attention to key points.", _has(SafetyPanel, SeeUs)),
    ToolItem("PEMAT-P", 15, "It uses visual aids whenever they could make content easier to understand.", _pictured),
    ToolItem("PEMAT-P", 16, "Visual aids reinforce rather than distract from the content."),
    ToolItem("PEMAT-P", 17, "Visual aids have clear titles or captions.", _captioned),
    ToolItem("PEMAT-P", 18, "Illustrations are clear and uncluttered."),
    ToolItem("PEMAT-P", 19, "Tables are simple, with short and clear headings.", _tables),
    ToolItem("PEMAT-P", 20, "It identifies at least one action the user can take.", _steps),
    ToolItem("PEMAT-P", 21, "It addresses the user directly when describing actions."),
    ToolItem("PEMAT-P", 22, "It breaks actions into manageable, explicit steps.", _steps),
    ToolItem("PEMAT-P", 23, "It provides a tangible tool.", _has(Diary)),
    ToolItem("PEMAT-P", 24, "It gives simple instructions for calculations."),
    ToolItem("PEMAT-P", 25, "It explains how to use charts and tables to take actions.", _diary),
    ToolItem("PEMAT-P", 26, "It uses visual aids to make it easier to act on the instructions.", _pictured),
    ToolItem("CCI", 1, "It contains one main message statement.", _has(Message)),
    ToolItem("CCI", 2, "The main message is at the top, beginning or front.", _message_first),
    ToolItem("CCI", 3, "The main message is emphasised with visual cues.", _has(Message)),
    ToolItem("CCI", 4, "At least one visual conveys or supports the main message.", _pictured),
    ToolItem("CCI", 5, "It includes calls to action for the audience.", _steps),
    ToolItem("CCI", 6, "The main message and the call to action use the active voice."),
    ToolItem("CCI", 7, "It always uses words the audience uses."),
    ToolItem("CCI", 8, "It uses bulleted or numbered lists.", _steps),
    ToolItem("CCI", 9, "It is organised in chunks with headings.", lambda sheet: _chunks(sheet) and _headed(sheet)),
    ToolItem(
        "CCI", 10, "The most important information is summarised in the first section.", _has(Message, SafetyPanel)
    ),
    ToolItem("CCI", 11, "It explains what experts know and do not know.", _unknown),
    ToolItem("CCI", 12, "It includes behavioural recommendations.", _steps),
    ToolItem("CCI", 13, "It explains why the recommendations are important."),
    ToolItem("CCI", 14, "The recommendations say how to perform the behaviour.", _doses),
    ToolItem("CCI", 15, "It always presents numbers the audience uses."),
    ToolItem("CCI", 16, "It always explains what its numbers mean."),
    ToolItem("CCI", 17, "The audience need not calculate."),
    ToolItem("CCI", 18, "It explains the nature of the risk.", _has(SafetyPanel, Balance)),
    ToolItem("CCI", 19, "It addresses the risks and the benefits of what it recommends.", _has(Balance, Ways)),
    ToolItem("CCI", 20, "Probabilities are also explained in words or with a visual."),
)


def lines(name: str, found: Score) -> Iterator[str]:
    """What is said of one tool on one sheet."""
    decided = len(found.met) + len(found.failed)
    yield f"{name}: {found.tool} {found.value:.0f} ({len(found.met)} of {decided} that a program decides)"
    yield from (f"  not met, {item.tool} {item.number}: {item.asks}" for item in found.failed)


def score_lines(library: Library, today: date) -> Iterator[str]:
    """Every routine in every language that it is complete in; then, once, what a person must answer."""
    left: dict[str, tuple[ToolItem, ...]] = {}
    for name, made, language in sheets(library, today):
        for found in scores(ScoredSheet(made, language)):
            left[found.tool] = found.person
            yield from lines(f"{name} in {language.tag}", found)
    for tool, items in left.items():
        yield f"{tool}, for a person:"
        yield from (f"  {item.number}: {item.asks}" for item in items)
