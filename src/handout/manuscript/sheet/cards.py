"""The words of the exercise cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from handout.content import FIELDS, given
from handout.language import number
from handout.manuscript.blocks import ExerciseCard, Illustration, Tip, TipKind, ZoneKey
from handout.manuscript.kinds import Kind
from handout.manuscript.sheet.cautions import cautions
from handout.manuscript.sheet.dose_words import strips
from handout.manuscript.sheet.voice import Voice
from handout.manuscript.text import Sourced, Text, inlines_of, led, normal, text
from handout.prescription import CardPicture, Prescribed, Prescription, Spoken, of_dose, of_sides, of_values

TIPS: tuple[TipKind, ...] = ("breathe", "easier", "harder", "mistake")
VERSIONS = ("easier", "harder")
OF_A_DOSE = re.compile(r"\{(?:for_)?(?:build|easier|harder)_\w+\}")
HARDER = re.compile(r"\{\w*?harder_(\w+)\}")  # a number that the harder way names


def cards(voice: Voice, prescription: Prescription) -> tuple[ExerciseCard, ...]:
    """Every exercise prescribed, in the order printed."""
    return tuple(_card(voice, prescription, one) for one in prescription.exercises)


def _card(voice: Voice, prescription: Prescription, one: Prescribed) -> ExerciseCard:
    path = f"exercises.{one.id}"
    numbers = spoken(voice, one, one.side or "right")
    tips = tuple(_tips(voice, one, numbers))
    eased = any(tip.about == "easier" for tip in tips)
    return ExerciseCard(
        id=one.id,
        number=number(voice.language, one.number),
        path=path,
        name=text(Kind.NAME, voice.words(f"{path}.name", numbers)),
        dose=voice.tried(strips, voice.dosed, one.dose) or (),
        purpose=text(Kind.PURPOSE, voice.words(f"{path}.purpose", numbers)),
        steps=tuple(_steps(voice, one, numbers)),
        tips=tips,
        pictures=tuple(_pictures(voice, one)),
        cautions=tuple(cautions(voice, prescription, one, eased=eased)),
        side=_side(voice, one),
        tick="box" if voice.stock else "",
    )


def spoken(voice: Voice, one: Prescribed, side: str) -> Spoken:
    """Every number and side that the words of an exercise may say, as prescribed to this person."""
    exercise = one.exercise
    doses = {
        **of_dose(given(one.dose)),
        **of_dose(_at_least(one, exercise.build_to), "build_"),
        **of_dose(_at_most(one, exercise.easier), "easier_"),
        **of_dose(_at_least(one, exercise.harder), "harder_"),
    }
    if voice.stock:
        doses = {name: replace(amount, open=True) for name, amount in doses.items()}
    measured = {**of_values(exercise.values), **doses}
    return voice.numbers(measured, of_sides(voice.language, side))


def _at_most(one: Prescribed, fields: dict[str, float]) -> dict[str, float]:
    """Easier never means more than what is prescribed."""
    own = given(one.dose)
    return {name: _nearer(name, own.get(name, n), n, "less") for name, n in fields.items()}


def _at_least(one: Prescribed, fields: dict[str, float]) -> dict[str, float]:
    """Harder, or built up to, never means less than what is prescribed."""
    own = given(one.dose)
    return {name: _nearer(name, own.get(name, n), n, "more") for name, n in fields.items()}


def _nearer(field: str, own: float, other: float, way: Literal["less", "more"]) -> float:
    """The easier of two numbers ("less"), or the harder one; the other where neither is."""
    harder = FIELDS[field].harder
    if not harder:
        return other
    return max(own, other) if harder == way else min(own, other)


def _side(voice: Voice, one: Prescribed) -> Text | None:
    if not one.side:
        return None
    path = f"sides.printed.{one.side}"
    said = voice.language.sides.get("printed", {}).get(one.side, "")
    found = Sourced(said, path) if said else voice.lacking("the language cannot say one side", "Add it.", path)
    return text(Kind.SIDE, found)


def _steps(voice: Voice, one: Prescribed, numbers: Spoken) -> Iterator[Text]:
    """The start, then the steps. An easier or harder version is said as a step: in place of the start where
    it has pictures of its own, and so starts in another way, and after it where it has none."""
    path = f"exercises.{one.id}"
    if not (one.version and one.own_frames):
        yield text(Kind.STEP, voice.words(f"{path}.start", numbers))
    if one.version:
        yield led(Kind.STEP, voice.words(f"{path}.{one.version}", numbers), voice.phrase(one.version))
    for step in one.steps:
        yield text(Kind.STEP, voice.words(f"{path}.steps.{step}", numbers))


def _tips(voice: Voice, one: Prescribed, numbers: Spoken) -> Iterator[Tip]:
    """Breathing, easier, harder, the common mistake. A version prescribed is a step, and no tip offers another;
    a harder way that asks for no more than is prescribed is not offered either, nor any way that names a number where
    the dose is not known yet."""
    for kind in TIPS:
        if kind in VERSIONS and (one.version or (voice.stock and _names_a_dose(voice, one, kind))):
            continue
        if kind != "harder" or _asks_more(voice, one):
            yield tip_of(voice, one, numbers, kind)


def tip_of(voice: Voice, one: Prescribed, numbers: Spoken, kind: TipKind) -> Tip:
    """The tip of that kind, with its label."""
    said = voice.words(f"exercises.{one.id}.{kind}", numbers)
    return Tip(kind=Kind.TIP, inlines=inlines_of(said), path=said.path, label=normal(voice.phrase(kind)), about=kind)


def _names_a_dose(voice: Voice, one: Prescribed, kind: TipKind) -> bool:
    """Whether a tip says how much."""
    said = voice.edition.phrases.get(f"exercises.{one.id}.{kind}")
    return bool(said and OF_A_DOSE.search(said.text))


def _asks_more(voice: Voice, one: Prescribed) -> bool:
    """Whether a number that the harder way names is above the dose; it may name none ("lift higher")."""
    said = voice.edition.phrases.get(f"exercises.{one.id}.harder")
    names = HARDER.findall(said.text) if said else []
    own, harder = given(one.dose), one.exercise.harder
    fields = [field for field in harder if FIELDS[field].harder and FIELDS[field].placeholder in names]
    more = (_nearer(field, own.get(field, 0), harder[field], "more") != own.get(field) for field in fields)
    return not fields or any(more)


def _pictures(voice: Voice, one: Prescribed) -> Iterator[Illustration]:
    moving = [frame for frame in one.frames if frame.kind in {"start", "frame"}]
    for frame in one.frames:
        label = voice.phrase("start") if frame.kind == "start" else None
        if len(moving) == 2 and frame is moving[1]:
            label = voice.phrase("end")
        yield _picture(voice, one, frame, label)


def _picture(voice: Voice, one: Prescribed, frame: CardPicture, label: Sourced | None) -> Illustration:
    """A mirrored frame takes its words from the frame it mirrors, with the sides exchanged."""
    path = f"exercises.{one.id}.frames.{frame.words}"
    numbers = spoken(voice, one, frame.side)
    alt = voice.words(f"{path}.alt", numbers)
    return Illustration(
        ref=frame.ref,
        frame=frame.id,
        shows=frame.kind,
        alt=normal(alt),
        path=alt.path,
        caption=_caption(voice.words(f"{path}.caption", numbers), label),
        keys=tuple(_key(voice, name) for name in ("yes", "no")) if frame.kind == "zone" else (),
    )


def _caption(words: Sourced, label: Sourced | None) -> Text:
    """What a picture shows; without a label before it, it begins as a sentence does."""
    return led(Kind.CAPTION, words if label else Sourced(words[:1].upper() + words[1:], words.path), label)


def _key(voice: Voice, name: Literal["yes", "no"]) -> ZoneKey:
    said = voice.phrase(f"zone_{name}")
    return ZoneKey(kind=Kind.KEY, inlines=inlines_of(said), path=said.path, allowed=name == "yes")
