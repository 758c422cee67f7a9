"""What a reviewer reads: every text of an edition as printed, in page order with safety first, beside the English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handout.approval import PrintedText, composed, slot_hash, unsettled
from handout.edition import Edition
from handout.language import Country

FIRST = ("safety/now", "safety/stop", "safety/today", "safety/ask", "safety")
SPOKEN = ("counts.", "strips.")  # with a number: every form is read, not only those on the plain sheet
SKIPPED = frozenset({"pictures", "order"})


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One text to read. `hash` ties a tick to the English, the words and the frame they stand in."""

    hash: str
    slot: str
    block: str  # "safety/now", "exercise/march", "numbers"
    kind: str  # of the element: "step", "alt"
    english: str
    words: str
    path: str  # content path of the words; "" where they are put together from several
    raw: str = ""  # the words as written, with their placeholders; "" where nothing can be proposed for them
    doubt: str = ""


def review_lines(edition: Edition, english: Edition, country: Country | None) -> tuple[ReviewLine, ...]:
    """Each distinct text once, whatever choice of an order prints it."""
    found: dict[str, ReviewLine] = {}
    raw = {**_fixed(edition), **_own(edition)}
    doubts = {path.removeprefix(f"languages.{edition.tag}."): doubt for path, (_, doubt) in unsettled(edition).items()}
    beside = dict(composed(english, country))
    for choice, texts in composed(edition, country):
        for slot, said in texts.items():
            if slot not in SKIPPED and any(letter.isalpha() for letter in said.text):  # a bare number is a fact
                line = _line(slot, said, beside.get(choice, {}).get(slot), raw, doubts)
                found.setdefault(line.hash, line)
    for line in (*_spoken(edition, english, doubts), *_on_screen(edition, english, doubts)):
        found.setdefault(line.hash, line)
    for line in _elsewhere(edition, english, doubts, found.values()):
        found.setdefault(line.hash, line)
    blocks = [*FIRST, *dict.fromkeys(line.block for line in found.values())]  # as they come, safety before the rest
    return tuple(sorted(found.values(), key=lambda line: blocks.index(line.block)))


def _own(edition: Edition) -> dict[str, str]:
    return {path: said.text for path, said in edition.phrases.items()}


def _line(
    slot: str, said: PrintedText, english: PrintedText | None, raw: Mapping[str, str], doubts: Mapping[str, str]
) -> ReviewLine:
    block, kind, _ = slot.rsplit("/", 2)
    beside = english.text if english is not None else ""
    return ReviewLine(
        hash=slot_hash(f"{block}/{kind}\n{beside}\n{said.text}"),
        slot=slot,
        block=block,
        kind=kind,
        english=beside,
        words=said.text,
        path=said.path,
        raw=raw.get(said.path, ""),
        doubt=doubts.get(said.path, ""),
    )


def _on_screen(edition: Edition, english: Edition, doubts: Mapping[str, str]) -> Iterator[ReviewLine]:
    """What a page for a screen says beside the sheet, as written."""
    for path, said in edition.language.texts.items():
        if path.startswith("screen.") and path in english.language.texts:
            beside = english.language.texts[path].text
            told = slot_hash(f"{path}\n{beside}\n{said.text}")
            yield ReviewLine(told, path, "screen", "control", beside, said.text, path, said.text, doubts.get(path, ""))


def _elsewhere(
    edition: Edition, english: Edition, doubts: Mapping[str, str], lines: Iterable[ReviewLine]
) -> Iterator[ReviewLine]:
    """Words that stand in no line alone: those of some clinics or orders, of a page's foot, of a print job, and what
    stands only inside other lines and is in doubt, such as a condition. Nothing is approved that nobody was shown."""
    shown = list(lines)
    told = {line.path for line in shown} | {line.path.rpartition(".")[0] for line in shown if line.block == "numbers"}
    said = "\n".join(line.words for line in shown)
    own, source = ({**_own(one), **_fixed(one)} for one in (edition, english))
    for path, words in own.items():
        if path not in told and path in source and (path in doubts or (_printed(path, edition) and words not in said)):
            hash_ = slot_hash(f"{path}\n{source[path]}\n{words}")
            yield ReviewLine(hash_, path, "elsewhere", "part", source[path], words, path, words, doubts.get(path, ""))


def _printed(path: str, edition: Edition) -> bool:
    """Whether a sheet of the edition may print it by itself: no grammar, and nothing of other exercises."""
    kind, _, name = path.rpartition(".")
    exercises = edition.exercises.values()
    if kind == "safety.conditions":
        return any(name in one.safety for one in exercises)
    if kind == "equipment.items":
        return any(name in one.equipment or (one.easier_way and name in one.easier_way.equipment) for one in exercises)
    return path.startswith(("phrases.", "roles.", "places.", "routines.", "exercises."))


def _fixed(edition: Edition) -> dict[str, str]:
    return {path: said.text for path, said in edition.language.texts.items()}


def _spoken(edition: Edition, english: Edition, doubts: Mapping[str, str]) -> Iterator[ReviewLine]:
    """The phrases with a number, in each plural form of the language, as written."""
    source = {path: said.text for path, said in english.language.texts.items()}
    for path, said in edition.language.texts.items():
        if path.startswith(SPOKEN):
            use = path.rpartition(".")[0]
            beside = source.get(path, source.get(f"{use}.other", source.get(use, "")))
            told = slot_hash(f"numbers/{use}\n{beside}\n{said.text}")
            yield ReviewLine(told, path, "numbers", "form", beside, said.text, path, said.text, doubts.get(use, ""))
