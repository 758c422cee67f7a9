"""Mutants of content: one key or item of one YAML file deleted, doubled, blanked, emptied or exchanged.

Half of them lie over the shipped file as a clinic's library, half change it in its place. A mutant that loads is
harmless only when nothing of safety is less than before: `safety_of` says what that is, without a look at
mandatory.yaml.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.campaign.verdicts import Outcome, Verdict, judged, refused

from handout.content import Library, grave, load, shipped_root
from handout.content.dose import given
from handout.content.rewording import ROUTINE, is_safety
from handout.edition import localise
from handout.errors import HandoutError

ROOT = shipped_root()
CHANGES = ("delete", "double", "blank", "empty", "number", "exchange")
Steps = tuple[str | int, ...]


@cache
def files(tag: str = "en") -> tuple[str, ...]:
    """The files of content that an English sheet is made of, or those that say it in another language."""
    found = [*(ROOT / "handouts").rglob("*.yaml"), ROOT / f"assets/languages/{tag}.yaml"]
    kept = {"en", "exercise", "routine", "safety", "equipment", "mandatory", "sources"} if tag == "en" else {tag}
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found if path.stem in kept))


@cache
def tree(file: str) -> Any:
    """A file as plain data; every scalar a text, as our reader sees it."""
    return yaml.load((ROOT / file).read_text("utf-8"), yaml.BaseLoader)


def nodes(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    """The way to every key and item."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inside in pairs:
        yield (*steps, key)
        yield from nodes(inside, (*steps, key))


def mutated(value: Any, steps: Steps, change: str) -> Any:
    """The tree with one thing changed; what it was made from stays as it is."""
    key, rest = steps[0], steps[1:]
    copy = dict(value) if isinstance(value, dict) else list(value)
    if rest:
        copy[key] = mutated(value[key], rest, change)
    elif change == "delete":
        del copy[key]
    elif isinstance(copy, list) and change == "double":
        copy.insert(int(key), copy[int(key)])
    elif isinstance(copy, list) and change == "exchange":
        copy[int(key)], copy[-1] = copy[-1], copy[int(key)]
    else:
        copy[key] = _other(copy[key], change)
    return copy


def _other(value: Any, change: str) -> Any:
    if change == "blank":
        return "."
    if change == "empty":
        return {} if isinstance(value, dict) else [] if isinstance(value, list) else ""
    if isinstance(value, str):
        return f"{value}0" if value.isdigit() else f"{value} {value}" if change == "double" else f"{value[::-1]}"
    return value if change == "number" else str(value)


def mutant(seed: int, tag: str = "en") -> tuple[str, str, bool, str]:
    """File, its new text, whether it lies over the shipped one, and what was done."""
    dice = random.Random(seed)
    file = dice.choice(files(tag))
    steps = dice.choice([*nodes(tree(file))])
    change = dice.choice(CHANGES)
    text = yaml.safe_dump(mutated(tree(file), steps, change), allow_unicode=True, sort_keys=False, width=10_000)
    apart = dice.random() < 0.5
    return file, text, apart, f"{change} {'.'.join(map(str, steps))} of {file}{' in a library' if apart else ''}"


@cache
def copied() -> Path:
    """A copy of the shipped content, to be changed in its place."""
    folder = Path(tempfile.mkdtemp(prefix="handout-campaign-"))
    for part in ("handouts", "assets/languages", "assets/countries", "assets/regions", "assets/icons"):
        shutil.copytree(ROOT / part, folder / part)
    for name in ("people", "poses"):
        shutil.copy(ROOT / f"assets/{name}.yaml", folder / f"assets/{name}.yaml")
    return folder


def judge(seed: int) -> Verdict:
    """The mutant of that seed, loaded and looked at."""
    file, text, apart, done = mutant(seed)
    return judged(done, lambda: over(file, text, done) if apart else _in_place(file, text, done))


TRANSLATIONS = ("ar", "de", "es", "fil", "fr", "hi", "ht", "ko", "pl", "pt-BR", "ru", "vi", "zh-Hans")


def judge_translation(seed: int) -> Verdict:
    """The mutant of that seed of a translation: its editions are refused, or say all that they said."""
    tag = TRANSLATIONS[seed % len(TRANSLATIONS)]
    file, text, apart, done = mutant(seed, tag)
    return judged(done, lambda: over(file, text, done, tag) if apart else _in_place(file, text, done, tag))


def over(file: str, text: str, done: str, tag: str = "en") -> Verdict:
    """The verdict on a file that lies over the shipped one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
        return _loaded([ROOT, Path(folder)], done, tag)


def _in_place(file: str, text: str, done: str, tag: str = "en") -> Verdict:
    path = copied() / file
    kept = path.read_bytes()
    try:
        path.write_text(text, "utf-8")
        return _loaded([copied()], done, tag)
    finally:
        path.write_bytes(kept)


def _loaded(layers: list[Path], done: str, tag: str) -> Verdict:
    library, findings = load(layers, ["en", tag])
    if stopped := grave(findings):
        return refused(stopped, done)
    for routine in ("back", "upper-back") if tag != "en" else ():
        try:
            localise(library, routine, tag)
        except HandoutError as error:
            return refused(error.findings, done)
    now = safety_of(library, tag)
    lost = [key for key, value in whole(tag).items() if less(value, now.get(key))]
    return Verdict(Outcome.escape, f"{done}: {', '.join(lost[:3])}") if lost else Verdict(Outcome.harmless, done)


def less(was: Any, now: Any) -> bool:
    """Whether something of safety is gone, weaker, wider, or said in another way."""
    strength = ("", "easier", "ask", "refuse")
    if now is None:
        return True
    if was in strength:
        return strength.index(now) < strength.index(was)
    return now > was if isinstance(was, float) else now != was


@cache
def whole(tag: str) -> Mapping[str, Any]:
    """What the shipped content says of safety."""
    return safety_of(load([ROOT], ["en", tag])[0], tag)


def safety_of(library: Library, tag: str = "en") -> dict[str, Any]:
    """Every sign, condition, ceiling and fixed phrase that a sheet may print, by a name of its own."""
    found: dict[str, Any] = {}
    for routine in library.routines.values():
        found |= {f"{routine.id}.signs.{one}": one for one in routine.signs}
        found |= {f"{routine.id}.asks.{one}": one for one in routine.asks}
        found |= {f"{routine.id}.safety.{one}": effect for one, effect in routine.safety.items()}
        found |= {f"{routine.id}.see_us.{one}": one for one in routine.see_us}
        own = routine.words[tag].phrases.items()
        found |= {f"{routine.id}.{key}": said.text for key, said in own if key.startswith(ROUTINE)}
    for exercise in library.exercises.values():
        name = exercise.id
        found |= {f"{name}.signs.{one}": one for one in exercise.signs}
        found |= {f"{name}.safety.{one}": effect for one, effect in exercise.safety.items()}
        most = {field: high for field, _, high in exercise.limits}
        for field in {*given(exercise.dose), *most}:
            doses = (given(exercise.dose), exercise.build_to, exercise.easier, exercise.harder, most)
            found[f"{name}.most.{field}"] = max(float(dose.get(field, 0)) for dose in doses)
        found[f"{name}.floor"] = exercise.position == "floor"
    for part, lines in library.safety.lines.items():
        found |= {f"lines.{line}": part for line in lines}
    found |= {f"conditions.{one.id}": one.said_by for one in library.safety.conditions.values()}
    found |= {f"values.{key}": value for key, value in library.safety.values.items()}
    found |= {f"words.{key}": said.text for key, said in library.safety.words[tag].phrases.items()}
    texts = library.languages[tag].texts
    page = {f"page.{key}": said.text for key, said in texts.items() if is_safety(f"assets/languages/{tag}.yaml", key)}
    return found | page
