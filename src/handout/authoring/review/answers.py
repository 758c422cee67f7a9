"""A reviewer's answers: read strictly, held against the lines of today, and what they propose."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handout.authoring.review.lines import ReviewLine
from handout.errors import ContentError, Finding, Place, Severity

FORM = "handout review 1"
MOST_BYTES = 4_000_000
_TOLD = ("hash", "slot", "words", "remark", "propose")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reviewer said of one line."""

    hash: str
    slot: str
    words: str  # as the reviewer saw them
    tick: bool
    remark: str
    propose: str


@dataclass(frozen=True, slots=True)
class Answers:
    """A file that came back."""

    where: Place
    routine: str
    language: str
    country: str
    name: str
    role: str
    lines: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Other words for one line of today."""

    line: ReviewLine
    words: str
    remark: str

    def __str__(self) -> str:
        said = f"\n    because: {self.remark}" if self.remark else ""
        return f"{self.line.path}\n    - {self.line.raw}\n    + {self.words}{said}"


@dataclass(frozen=True, slots=True)
class Taken:
    """What answers come to: ticks that count, proposals, remarks, and what is stale."""

    ticks: tuple[str, ...]  # hashes
    proposals: tuple[Proposal, ...]
    findings: tuple[Finding, ...]


def read_answers(path: Path) -> Answers:
    """The file as the review page saved it. Raises ContentError for any other file."""
    where = Place(path.as_posix())
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError
        node = json.loads(path.read_text("utf-8"))
        return _answers(node, where)
    except OSError as error:
        raise ContentError(Finding(f"cannot be read ({error.strerror})", "Check the name.", where)) from error
    except (ValueError, KeyError, TypeError) as error:
        hint = "Give the .json that the review page saved with “Save my answers”."
        raise ContentError(Finding("these are no answers of a review", hint, where)) from error


def _answers(node: Any, where: Place) -> Answers:
    if node["form"] != FORM:
        raise ValueError
    reviewer = node["reviewer"]
    routine, language, country = (_line(node[key]) for key in ("routine", "language", "country"))
    said = tuple(_answer(one) for one in node["lines"])
    return Answers(where, routine, language, country, _line(reviewer["name"]), _line(reviewer["role"]), said)


def _answer(node: Any) -> Answer:
    if not isinstance(node["tick"], bool):
        raise TypeError
    hash_, slot, words, remark, propose = (_line(node[key]) for key in _TOLD)
    return Answer(hash_, slot, words, node["tick"], remark, propose)


def _line(text: object) -> str:
    """A text without line breaks and control characters."""
    if not isinstance(text, str):
        raise TypeError
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split(" ")).strip()


def held_against(answers: Answers, lines: Sequence[ReviewLine]) -> Taken:
    """Answers beside the lines of today: what fits one counts, what does not is named."""
    by_hash = {line.hash: line for line in lines}
    by_slot = {line.slot: line for line in lines}
    ticks, proposals, findings = list[str](), list[Proposal](), list[Finding]()
    for answer in answers.lines:
        line = by_hash.get(answer.hash)
        if line is None:
            findings.append(_stale(answer, by_slot))
            continue
        if answer.tick:
            ticks.append(line.hash)
        if answer.propose and answer.propose != line.raw:
            proposals.append(Proposal(line, answer.propose, answer.remark))
        elif answer.remark:
            findings.append(_remark(answer, line))
    return Taken(tuple(ticks), tuple(proposals), tuple(findings))


def _stale(answer: Answer, by_slot: Mapping[str, ReviewLine]) -> Finding:
    now = by_slot.get(answer.slot)
    said = f"it is now “{now.words}” (English: “{now.english}”)" if now else "it is printed no more"
    told = (("remark", answer.remark), ("proposal", answer.propose))
    more = "".join(f"; {word}: {text}" for word, text in told if text)
    what = f"“{answer.words}” has changed since this file was written: {said}{more}"
    hint = "Export the review again: only what changed is left to read."
    return Finding(what, hint, None, (now.path if now else "") or answer.slot, Severity.WARNING)


def _remark(answer: Answer, line: ReviewLine) -> Finding:
    what = f"of “{line.words}” the reviewer says: {answer.remark}"
    return Finding(what, "Change the words, or answer the reviewer.", None, line.path or line.slot, Severity.WARNING)


def doubts_ticked(taken: Taken, lines: Sequence[ReviewLine]) -> Iterator[ReviewLine]:
    """Lines in doubt that the reviewer found right: they may be accepted when the edition is approved."""
    return (line for line in lines if line.doubt and line.hash in taken.ticks)
