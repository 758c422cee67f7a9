"""Who must not do an exercise, who does it the easier way, and who asks first: three frames, by what the facts say.

A line of page 1 is named by its letter where every condition that it says has that effect here; otherwise the
condition stands in words. What page 1 tells everybody to ask about is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handout.content import Effect
from handout.manuscript.blocks import Caution
from handout.manuscript.kinds import Kind
from handout.manuscript.sheet.first_page import letters
from handout.manuscript.sheet.voice import Voice
from handout.manuscript.text import NO_BREAK, Sourced, inlines_of, normal
from handout.prescription import CARD, Prescribed, Prescription

FRAMES: tuple[tuple[Effect, str], ...] = (("refuse", "not_if"), ("easier", "easier_if"), ("ask", "ask_first_if"))
# Where an easier way stands beside it, who must not do an exercise would take that instead.
NOR_EASIER: tuple[Effect, str] = ("refuse", "not_if_nor_easier")
BETWEEN = f"{NO_BREAK}· "  # the sign stays with what it follows


@dataclass(frozen=True, slots=True)
class OwnFrame:
    """One frame of a card: the lines of page 1 that say its conditions, and the conditions said in words."""

    lines: tuple[str, ...]
    conditions: tuple[str, ...]


def frames(*, eased: bool) -> Iterator[tuple[Effect, str]]:
    """The frames with the keys of their labels, the strictest first; `eased`: an easier way is printed there, too."""
    return (NOR_EASIER if eased and effect == "refuse" else (effect, key) for effect, key in FRAMES)


def cautions(voice: Voice, prescription: Prescription, one: Prescribed, *, eased: bool) -> Iterator[Caution]:
    """The frames of one card, the strictest first. `eased`: the card prints an easier way."""
    path = f"exercises.{one.id}.safety"
    for effect, key in frames(eased=eased):
        frame = frame_of(prescription, one, effect)
        said = [*lines_said(voice, prescription, frame.lines)]
        said.extend(voice.words(f"safety.conditions.{name}") for name in frame.conditions)
        if said:
            words = inlines_of(in_one_row(said, voice.language.said_once))
            yield Caution(kind=Kind.CAUTION, inlines=words, path=path, label=normal(voice.phrase(key)), effect=effect)


def in_one_row(said: Sequence[str], verbs: Sequence[str]) -> str:
    """Conditions in one row; a verb that the one before has, too, is not said again: "have a blood clot · a sore rib".

    The longest verb that a condition begins with counts: "have or had cancer" does not begin with "have"."""
    longest = sorted(verbs, key=len, reverse=True)
    begins = [next((verb for verb in longest if one.startswith(f"{verb} ")), "") for one in said]
    heard = zip(said, begins, ["", *begins], strict=False)
    return BETWEEN.join(one[len(verb) + 1 :] if verb and verb == before else one for one, verb, before in heard)


def frame_of(prescription: Prescription, one: Prescribed, effect: Effect, *, brief: bool = False) -> OwnFrame:
    """The conditions of that effect, as lines where that says neither more nor less. `brief`: also of an exercise that
    says its own in full, since page 1 is the other side of the same paper."""
    safety, effects = prescription.edition.safety, one.exercise.safety
    if effect == "easier" and one.version == "easier":
        return OwnFrame((), ())  # the easier way is what is printed: it has answered them
    own = [name for name in safety.conditions if effects.get(name) == effect]
    if effect == "ask":
        return OwnFrame((), tuple(name for name in own if safety.conditions[name].said_by == CARD))
    spoken = {
        line
        for line in prescription.panel["ask"]
        if (brief or not one.exercise.in_full)
        and all(effects.get(c.id) == effect for c in safety.conditions.values() if c.said_by == line)
    }
    worded = (
        name
        for name in own
        if safety.conditions[name].said_by not in spoken or (effect == "refuse" and safety.conditions[name].in_full)
    )
    return OwnFrame(tuple(line for line in prescription.panel["ask"] if line in spoken), tuple(worded))


def lines_said(voice: Voice, prescription: Prescription, lines: Sequence[str]) -> Iterator[Sourced]:
    """ "say yes to A or D at the front"; where every line is meant, one rule in place of letters."""
    if not lines:
        return
    if len(lines) == len(prescription.panel["ask"]):
        yield voice.phrase("yes_to_any")
        return
    own = letters(voice, prescription)
    named = voice.joined((own[line] for line in lines), voice.language.any_of)
    yield voice.phrase("yes_to", {"letters": named})
