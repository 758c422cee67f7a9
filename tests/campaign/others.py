"""Mutants of templates, themes and symbols."""

from __future__ import annotations

import random
import re
import tempfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tests.campaign.verdicts import Outcome, Verdict, judged, refused

from handout.content import Library, grave, load, shipped_root
from handout.manuscript.compose import compose
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.places import FREE, PLACES
from handout.manuscript.sheet.building import blocks_of
from handout.manuscript.walk import Node, node_of
from handout.pipeline import finish, lay, open_shop, prescription_of
from handout.prescription import Order
from handout.shop import Shop

ROOT = shipped_root()
ORDER = Order(1, ("back",), "en")
CACHE = ROOT / ".pytest_cache" / "figures"


@cache
def shop() -> Shop:
    return open_shop([ROOT], None, date(2026, 11, 20), CACHE, ["en", "ar"])


def over(folder: str, file: str, text: str) -> Library:
    """The shipped library with one file laid over it."""
    path = Path(folder) / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return replace(shop().library, layers=(ROOT, Path(folder)))


DETAILED = ("plan short", "message short", "exercises short", "safety short", "balance cue", "exercises cue")
CODE = ("{% if large_print %}", "{% if not personal %}", "{% else %}", "{% endif %}", "{{ safety }}", "{# safety", "#}")


def template(seed: int) -> Verdict:
    """One to three lines of the template taken away, doubled, exchanged, put in another detail or under a condition."""
    dice = random.Random(seed)
    file = "assets/templates/handout.j2"
    lines = (ROOT / file).read_text("utf-8").split("\n")
    first = lines.index("stamps")
    told = []
    for _ in range(dice.randint(1, 2)):
        one, other = (dice.randrange(first, len(lines) - 1) for _ in range(2))
        put = dice.choice(
            ["", f"{lines[one]}\n{lines[one]}", lines[other], dice.choice(DETAILED), dice.choice(CODE)]
        )
        told.append(f"{one + 1}: {lines[one]!r} -> {put!r}")
        lines[one] = put

    def attempt() -> Verdict:
        with tempfile.TemporaryDirectory() as folder:
            library = over(folder, file, "\n".join(lines))
            own = compose(prescription_of(ORDER, "back", replace(shop(), library=library)))
        return Verdict(Outcome.harmless if _arranged(own) else Outcome.escape, "; ".join(told))

    return judged("; ".join(told), attempt)


@cache
def _model() -> dict[str, tuple[Node, ...]]:
    """Each block of the sheet by its place, as it must stand."""
    blocks = blocks_of(prescription_of(ORDER, "back", shop()), "")
    return {name: tuple(map(node_of, own)) for name, own in blocks.placed.items()}


def _arranged(own: Manuscript) -> bool:
    """Whether every mandatory block is there once as it was (an exercise perhaps short), and no other words are."""
    found = [_said(node_of(block)) for block in own.blocks]
    mandatory = [_said(node) for name in PLACES if name not in FREE for node in _model()[name]]
    known = {text for nodes in _model().values() for node in nodes for text in _texts(node)}
    own_texts = {text for block in own.blocks for text in _texts(node_of(block))}
    return all(found.count(one) == 1 for one in mandatory) and own_texts <= known


def _said(node: Node) -> str:
    """A block as text, without what an exercise may leave out."""
    kept = (text for one in node.walk() if not _spare(one) for text in (one.kind.label, *_own(one)))
    return " ".join(kept)


def _spare(node: Node) -> bool:
    return node.kind.label == "purpose" or (node.kind.label == "tip" and node.path.endswith(".harder"))


def _own(node: Node) -> tuple[str, ...]:
    """What a node says by itself, but for the content id in the last lines of a sheet."""
    words = "".join(str(one.words) for one in node.inlines)
    return () if node.path == "colophon" else (words, node.label, *(said for _, said in node.marks))


def _texts(node: Node) -> set[str]:
    return {" ".join(_own(one)) for one in node.walk()}


def theme(seed: int) -> Verdict:
    """A number or a colour of a theme made absurd; one that is taken is laid out, written and looked at."""
    dice = random.Random(seed)
    text = (ROOT / "assets/themes/standard.yaml").read_text("utf-8")
    one = dice.choice([*re.finditer(r'(?<=[:,] )"#[0-9a-f]{6}"|(?<=: )-?\d+(?:\.\d+)?', text)])
    old = one.group()
    new = dice.choice(['"#ffffff"', '"#e0e0e0"', '"#000000"']) if old.startswith('"') else _absurd(old, dice)
    done = f"standard.yaml:{text[: one.start()].count(chr(10)) + 1}: {old} -> {new}"

    def attempt() -> Verdict:
        with tempfile.TemporaryDirectory() as folder:
            library = over(folder, "assets/themes/standard.yaml", text[: one.start()] + new + text[one.end() :])
            own = replace(shop(), library=library)
            finish(lay(ORDER, "back", own))
        return Verdict(Outcome.harmless, done)

    return judged(done, attempt)


def _absurd(old: str, dice: random.Random) -> str:
    times = dice.choice([-1, 0, 0.05, 0.6, 1.6, 3, 20, 1e6])
    return f"{float(old) * times + (-1 if times == -1 else 0):.4f}".rstrip("0").rstrip(".")


def symbol(seed: int) -> Verdict:
    """One icon drawn as another, or as nothing."""
    dice = random.Random(seed)
    icons = sorted((ROOT / "assets/icons").glob("*.svg"))
    pinned = shop_symbols()
    one, other = dice.sample(icons, 2)
    blank = re.sub(r"(?s)(<svg[^>]*>).*(</svg>)", r"\1\2", one.read_text("utf-8"))
    text = blank if dice.random() < 0.3 else other.read_text("utf-8")
    done = f"{one.stem} as {'nothing' if text == blank else other.stem}"

    def attempt() -> Verdict:
        with tempfile.TemporaryDirectory() as folder:
            over(folder, f"assets/icons/{one.name}", text)
            stopped = grave(load([ROOT, Path(folder)], ["en"])[1])
        if stopped:
            return refused(stopped, done)
        return Verdict(Outcome.escape if one.stem in pinned else Outcome.harmless, done)

    return judged(done, attempt)


def shop_symbols() -> frozenset[str]:
    """The symbols that stand in the panel, on a warning, or at a pro or con."""
    return frozenset({"hand-octagon", "warning-triangle", "handset", "speech-question", "speech-question-rtl"})
