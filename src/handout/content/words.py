"""A file of words: every string with its path and place, and which strings the facts want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from handout.content.types import WAYS, Equipment, Exercise, Phrase, Routine, Safety, Words
from handout.errors import Finding, Place, Severity
from handout.language import BLOCKS, MARKS, marks_of
from handout.source import (
    Findings,
    Json,
    Mapping,
    Node,
    NodeList,
    ProseShape,
    Scalar,
    ValueShape,
    find,
    join,
    suggestion,
)

# What a routine says beside its table of ways, and one that has none.
_WITH_WAYS = (
    "brief.others", "brief.nothing", "ways.from", "ways.unknown",
    "summary.move", "summary.stop", "summary.help", "teach.signs", "teach.pain", "teach.dose",
)  # fmt: skip
WITHOUT = "without"  # the words that stand where a routine's `when` keeps others away
FILLERS = frozenset("\u115f\u1160\u3164\uffa0")  # Hangul fillers: letters that print as nothing


@dataclass(frozen=True, slots=True)
class Wanted:
    """The strings a file of words must hold, and those it may."""

    needed: tuple[str, ...]
    allowed: tuple[str, ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)  # the placeholders its words may use
    leads: frozenset[str] = field(default_factory=frozenset)  # the strings that may hold lead words


@dataclass(frozen=True, slots=True)
class WordsShape(ValueShape[Words]):
    """A file of words: texts under keys of the writer's own, as deep as they like, and what is said of them."""

    tag: str = ""

    def read(self, node: Node, path: str, findings: Findings) -> Words | None:
        if not isinstance(node, Mapping):
            what, hint = "words stand as `key: value` lines", "Look at the English file beside it."
            find(findings, node.where, path, what, hint)
            return None
        phrases: dict[str, Phrase] = {}
        faults: list[Finding] = []
        for key, value in node.entries:
            if key.text not in BLOCKS:
                _collect(value, join(path, key.text), phrases, faults)
        findings.extend(faults)
        refused = frozenset(fault.path for fault in faults) - phrases.keys()
        marks = marks_of(node, findings)
        findings.extend(_stray_marks(marks.unsure, phrases))
        said = (marks.unsure, marks.english, marks.signed, marks.translated)
        return Words(self.tag, node.where, phrases, *said, refused)

    def schema(self) -> Json:
        inside = {"$ref": "#/$defs/words"}
        text = ProseShape("a text").schema()
        return {
            "type": "object",
            "properties": MARKS.schema()["properties"],
            "additionalProperties": inside,
            "$defs": {"words": {"anyOf": [text, {"type": "object", "additionalProperties": inside}]}},
        }


def read_words(node: Node, tag: str, findings: Findings) -> Words | None:
    """The words of one file; None when it is no table at all."""
    return WordsShape(tag).read(node, "", findings)


def _collect(node: Node, path: str, phrases: dict[str, Phrase], findings: list[Finding]) -> None:
    if isinstance(node, Mapping) and not (node.flow and _all_empty(node)):
        if node.flow and node.entries:
            what = "words stand in braces, where a comma cuts a sentence"
            find(findings, node.where, path, what, "Write one `key: text` on each line, indented.")
            return
        for key, value in node.entries:
            _collect(value, join(path, key.text), phrases, findings)
    elif isinstance(node, NodeList):
        hint = "Give every sentence a name of its own, so that a translation can be held against it."
        find(findings, node.where, path, "words stand in a list", hint)
    else:
        text = ProseShape("a text").read(node, path, findings)
        if text is not None and not any(one.isalnum() and one not in FILLERS for one in text):
            find(findings, node.where, path, f"the text “{text}” says nothing", "Write it, or take its key away.")
        elif text is not None:
            phrases[path] = Phrase(text, node.where)


def _all_empty(node: Mapping) -> bool:
    return bool(node.entries) and all(isinstance(value, Scalar) and not value.text for _, value in node.entries)


def _stray_marks(unsure: dict[str, Phrase], phrases: dict[str, Phrase]) -> Iterator[Finding]:
    for key, doubt in unsure.items():
        if key not in phrases:
            hint = suggestion(key, phrases) or "Take it away."
            yield Finding(f"“{key}” is in doubt, and no such text stands here", hint, doubt.where, f"unsure.{key}")


def wanted_of_exercise(exercise: Exercise, frames: tuple[str, ...], names: frozenset[str]) -> Wanted:
    """The words of an exercise: one for each step, two for each picture that is no mirror of another."""
    steps = tuple(f"steps.{step.id}" for step in exercise.steps)
    pictures = tuple(f"frames.{frame}.{kind}" for frame in frames for kind in ("caption", "alt"))
    fixed = ("name", "purpose", "start", *steps, "breathe", "easier", "harder", "mistake")
    icon = tuple(f"frames.icon.{kind}" for kind in ("caption", "alt")) if exercise.icon else ()
    return Wanted((*fixed, *pictures), ("cue", *icon), names)


def wanted_of_routine(routine: Routine, names: frozenset[str]) -> Wanted:
    """The words of a routine, in the order of the sheet."""
    asked = tuple(f"questions.{one}.{kind}" for one in routine.questions for kind in ("ask", "say"))
    tables = {
        "pros": routine.pros,
        "cons": routine.cons,
        "others": routine.others,
        "tips": routine.tips,
        "known": routine.known,
        "unknown": routine.unknown,
        "see_us": routine.see_us,
    }
    listed = tuple(f"{table}.{one}" for table, ids in tables.items() for one in ids)
    fixed = ("title", "message.lead", "message.follow", "for_whom", "bad_day", "after", "do_not")
    cells = tuple(f"ways.{row}.{way}" for row in routine.ways for way in WAYS)
    weighed = (*cells, *_WITH_WAYS) if routine.ways else ("nothing",)
    allowed = () if routine.ways else _WITH_WAYS
    return Wanted((*fixed, *listed, *weighed, *asked), ("search", *allowed, *_without(routine)), names)


def _without(routine: Routine) -> Iterator[str]:
    """Words in the place of those that speak of what is not printed; a question goes without."""
    return (f"{WITHOUT}.{key}" for key in routine.when)


def wanted_of_safety(safety: Safety, names: frozenset[str]) -> Wanted:
    """The words of the panel: one text for every line, every condition, every step to the floor."""
    lines = tuple(f"lines.{name}" for ids in safety.lines.values() for name in ids)
    conditions = tuple(f"conditions.{name}" for name in safety.conditions)
    floor = tuple(f"floor.{way}.{step}" for way, steps in safety.floor.items() for step in steps)
    leads = frozenset(f"lines.{name}" for name in safety.lines["now"])
    return Wanted((*lines, *conditions, *floor), names=names, leads=leads)


def wanted_of_equipment(equipment: Equipment) -> Wanted:
    """One name for each thing."""
    return Wanted(tuple(f"items.{name}" for name in equipment.items))


def against_facts(words: Words, wanted: Wanted, facts: str, english: Words | None) -> Iterator[Finding]:
    """Words that are missing (in a translation a warning: its edition is refused), or belong to nothing."""
    known = {*wanted.needed, *wanted.allowed}
    unknown = [path for path in words.phrases if path not in known]
    missing = [path for path in wanted.needed if words.lacks(path)]
    translated = english is not None and english.tag != words.tag
    severity = Severity.WARNING if translated else Severity.ERROR
    for path in missing:
        said = english.phrases.get(path) if english and english.tag != words.tag else None
        hint = f"In English: {said.text}" if said else f"{facts} asks for it."
        yield Finding(f"the text “{path}” is missing", hint, _group(words, path), path, severity)
    for path in unknown:
        if path.startswith("lines.") and path.endswith((".full", ".short")):
            yield _two_forms(words, path)
            continue
        hint = suggestion(path, missing) if missing else ""
        hint = hint or f"Take it away, or add it to {facts}."
        yield Finding(f"the text “{path}” belongs to nothing", hint, words.phrases[path].where, path)


def _two_forms(words: Words, path: str) -> Finding:
    """A line of the panel has one wording: a short form was another medicine."""
    line, _, form = path.rpartition(".")
    what = f"the line “{line.removeprefix('lines.')}” has a form “{form}”; a line has one wording"
    hint = "Write `id: text`, the text that stood under full; `handout migrate` does it for a whole folder."
    return Finding(what, hint, words.phrases[path].where, path)


def _group(words: Words, path: str) -> Place:
    """The last text of the same group, or the start of the file."""
    group = path.rpartition(".")[0]
    same = [said.where for own, said in words.phrases.items() if own.rpartition(".")[0] == group]
    return same[-1] if group and same else words.where
