"""Mutants of pictures: a pose that is another, and a drawing of a library's own in the place of a kept one."""

from __future__ import annotations

import random
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.campaign.data import ROOT, Steps, mutated, nodes
from tests.campaign.verdicts import Outcome, Verdict, judged, refused

from handout.content import grave, load
from handout.content.types import Exercise
from handout.figure.gallery import Gallery, Look
from handout.figure.shelf import frames_of
from handout.figure.storyboard import Storyboard

KEPT = ROOT / "assets/figures"


def picture(seed: int) -> Verdict:
    """A number or an entry of a pose changed, or every fourth time a drawing laid over the kept one, with its index."""
    return _drawing(seed) if seed % 4 == 3 else _pose(seed)


def _pose(seed: int) -> Verdict:
    dice = random.Random(seed)
    file = dice.choice(poses())
    plain = yaml.safe_load((ROOT / file).read_text("utf-8"))
    numbers = [steps for steps in nodes(plain) if isinstance(_at(plain, steps), int | float)]
    if dice.random() < 0.7:
        steps, by = dice.choice(numbers), dice.choice([-60, -20, -4, 4, 20, 60])
        was = _at(plain, steps)
        now = was + by if isinstance(was, int) else round(was + by / 100, 3)
        changed, done = _put(plain, steps, now), f"{was} -> {now} at {'.'.join(map(str, steps))} of {file}"
    else:
        steps, change = dice.choice([*nodes(plain)]), dice.choice(["delete", "empty"])
        changed, done = mutated(plain, steps, change), f"{change} {'.'.join(map(str, steps))} of {file}"

    def attempt() -> Verdict:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / file
            path.parent.mkdir(parents=True)
            path.write_text(yaml.safe_dump(changed, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
            return _looked(file.split("/")[2], Path(folder), done)

    return judged(done, attempt)


def _at(tree: Any, steps: Steps) -> Any:
    for step in steps:
        tree = tree[step]
    return tree


def _put(tree: Any, steps: Steps, value: Any) -> Any:
    """The tree with another value there; what it was made from stays as it is."""
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[steps[0]] = _put(copy[steps[0]], steps[1:], value) if len(steps) > 1 else value
    return copy


def _looked(exercise: str, folder: Path, done: str) -> Verdict:
    """Another pose is drawn as it says, with every picture that the words name, or it is refused."""
    library, findings = load([ROOT, folder], ["en"])
    if stopped := grave(findings):
        return refused(stopped, done)
    gallery = Gallery(library, folder / "cache")
    own, was = gallery.storyboard(library.exercises[exercise]), _shipped().storyboard(_facts(exercise))
    names = _frames(was)
    if own == was:
        return Verdict(Outcome.harmless, done)
    phrases = library.exercises[exercise].words["en"].phrases
    named = {name for name in names if any(key.endswith(f"{name.rpartition('/')[2]}.alt") for key in phrases)}
    left = _frames(own)  # a view of the other side has no words, and a picture may leave it out
    if lost := named - set(left):
        return Verdict(Outcome.escape, f"{done}: without {', '.join(lost)}")
    wanted = [f"{exercise}/{frame}" for frame in names if frame in left]
    drawn, before = gallery.draw(wanted, Look()), _shipped().draw(wanted, Look())
    if drawn == before and not any((folder / "cache").rglob("*")):  # not drawn anew
        return Verdict(Outcome.escape, f"{done}: the shipped pictures for another pose")
    return Verdict(Outcome.harmless, done)


def _drawing(seed: int) -> Verdict:
    """A library's own drawing under the name of a kept one: another, or none."""
    dice = random.Random(seed)
    one, other = dice.sample(sorted(KEPT.rglob("*.svg")), 2)
    name = one.relative_to(KEPT)
    text = other.read_text("utf-8") if dice.random() < 0.7 else '<svg xmlns="http://www.w3.org/2000/svg"/>'
    done = f"{name} as {other.name if len(text) > 60 else 'nothing'}"

    def attempt() -> Verdict:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "assets/figures" / name
            target.parent.mkdir(parents=True)
            target.write_text(text, "utf-8")
            shutil.copy(KEPT / "inked.json", Path(folder) / "assets/figures/inked.json")
            if stopped := grave(load([ROOT, Path(folder)], ["en"])[1]):
                return refused(stopped, done)
        return Verdict(Outcome.escape, done)

    return judged(done, attempt)


@cache
def _shipped() -> Gallery:
    return Gallery(load([ROOT], ["en"])[0], ROOT / ".pytest_cache" / "figures")


def _facts(exercise: str) -> Exercise:
    return _shipped().library.exercises[exercise]


def _frames(board: Storyboard) -> tuple[str, ...]:
    return tuple(frame for _, version in board.versions() for frame in frames_of(version))


@cache
def poses() -> tuple[str, ...]:
    """The pictures of the shipped exercises."""
    found = (ROOT / "handouts/exercises").glob("*/picture.yaml")
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found))
