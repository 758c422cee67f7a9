"""The cautions of all exercises gathered: each condition once, with the numbers of the exercises that it concerns."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content import Effect
from handout.language import number
from handout.manuscript.blocks import ZoneKey
from handout.manuscript.blocks.cautions import CautionFrame, Cautions, Concerned
from handout.manuscript.kinds import Kind
from handout.manuscript.sheet.cards import spoken
from handout.manuscript.sheet.cautions import frame_of, frames, in_one_row, lines_said
from handout.manuscript.sheet.voice import Voice
from handout.manuscript.text import Sourced, inlines_of, text
from handout.prescription import Prescribed, Prescription

MARKED: tuple[Effect, ...] = ("refuse", "ask")  # what a mark before the number of an exercise leads to
ANY = "lines"  # of page 1: where any of them holds, one rule stands in place of letters


def cautions_of(voice: Voice, prescription: Prescription, places: tuple[ZoneKey, ...]) -> tuple[Cautions, ...]:
    """All of them; none where no exercise has any. Easier ways stand by number at the end. `places`: the key of
    pictures that show one."""
    eased = any(any(concerns(prescription, one, "easier")) for one in prescription.exercises)
    made = (_frame(voice, prescription, *one) for one in frames(eased=eased))
    filled = tuple(frame for frame in made if frame.groups)
    if not filled:
        return ()
    title = text(Kind.HEADING2, voice.phrase("cautions_title"))
    key = text(Kind.PARAGRAPH, voice.phrase("cautions_key"))
    return (Cautions(title=title, places=places, key=key, frames=filled),)


def concerns(prescription: Prescription, one: Prescribed, effect: Effect) -> Iterator[str]:
    """The paths of what has that effect on an exercise: lines of page 1, or ANY of them, then conditions."""
    frame = frame_of(prescription, one, effect, brief=True)
    whole = frame.lines == tuple(prescription.panel["ask"])
    yield from (ANY,) if whole and frame.lines else (f"lines.{line}" for line in frame.lines)
    yield from (f"conditions.{name}" for name in frame.conditions)


def _frame(voice: Voice, prescription: Prescription, effect: Effect, key: str) -> CautionFrame:
    """One effect: conditions that concern the same exercises stand together, in the order of the exercises."""
    by: dict[str, list[int]] = {}
    eased: list[Prescribed] = []
    for one in prescription.exercises:
        names = [*concerns(prescription, one, effect)]
        for name in names:
            by.setdefault(name, []).append(one.number)
        if names and effect == "easier":
            eased.append(one)
    alike: dict[tuple[int, ...], list[str]] = {}
    for name, numbers in by.items():
        alike.setdefault(tuple(numbers), []).append(name)
    return CautionFrame(
        effect=effect,
        title=text(Kind.PARAGRAPH, voice.phrase(key)),
        groups=tuple(_group(voice, prescription, *one) for one in sorted(alike.items())),
        easier=text(Kind.PARAGRAPH, voice.phrase("easier")) if eased else None,
        ways=tuple(_way(voice, one) for one in eased),
    )


def _group(voice: Voice, prescription: Prescription, numbers: tuple[int, ...], names: list[str]) -> Concerned:
    asked = tuple(prescription.panel["ask"])
    lines = asked if ANY in names else tuple(line for line in asked if f"lines.{line}" in names)
    said = [*lines_said(voice, prescription, lines)]
    said.extend(voice.words(f"safety.{name}") for name in names if name.startswith("conditions."))
    row = in_one_row(said, voice.language.said_once)
    return _concerned(voice, Sourced(row, "safety.conditions"), numbers, tuple(names))


def _way(voice: Voice, one: Prescribed) -> Concerned:
    said = voice.words(f"exercises.{one.id}.easier", spoken(voice, one, one.side or "right"))
    return _concerned(voice, said, (one.number,), ())


def _concerned(voice: Voice, said: Sourced, numbers: tuple[int, ...], says: tuple[str, ...]) -> Concerned:
    return Concerned(
        kind=Kind.ITEM,
        inlines=inlines_of(said),
        path=said.path,
        label=" ".join(number(voice.language, one) for one in numbers),
        numbers=numbers,
        says=says,
    )
