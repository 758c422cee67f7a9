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
from handout.layout.theme.loading import load_theme
from handout.manuscript.compose import compose
from handout.manuscript.elements import Element, Manuscript
from handout.manuscript.grammar.whole import OPTIONAL
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


def template(seed: int) -> Verdict:
    """A name, a tag or a line of a template taken away, doubled or exchanged with another."""
    dice = random.Random(seed)
    file = f"assets/templates/{dice.choice(['handout.xml.j2', 'parts.xml.j2'])}"
    text = (ROOT / file).read_text("utf-8")
    found = [*re.finditer(dice.choice([r"\{\{.*?\}\}", r"\{%.*?%\}", r"(?m)^.+\n", r"\w+\.\w+(?:\.\w+)?"]), text)]
    one, other = dice.choice(found), dice.choice(found)
    put = dice.choice(["", one.group() * 2, other.group()])
    done = f"{file}:{text[: one.start()].count(chr(10)) + 1}: {one.group().strip()[:50]!r} -> {put.strip()[:50]!r}"

    def attempt() -> Verdict:
        with tempfile.TemporaryDirectory() as folder:
            library = over(folder, file, text[: one.start()] + put + text[one.end() :])
            own = compose(prescription_of(ORDER, "back", replace(shop(), library=library)))
        return Verdict(Outcome.harmless if _arranged(own) else Outcome.escape, done)

    return judged(done, attempt)


@cache
def _model() -> Manuscript:
    return compose(prescription_of(ORDER, "back", shop()))


def _arranged(own: Manuscript) -> bool:
    """Whether every mandatory block is there as it was, and no other words are."""
    mandatory = [one for one in _blocks(_model().root) if one.kind.partition(":")[0] not in OPTIONAL]
    blocks = [_said(one).replace(own.content_id, _model().content_id) for one in _blocks(own.root)]
    known = [*map(_said, _blocks(_model().root))]
    kept = all(_said(one) in blocks for one in mandatory if one.attributes.get("kind") != "tips")
    return kept and all(one in known for one in blocks)


def _blocks(root: Element) -> list[Element]:
    return [one for one in root.children if isinstance(one, Element)]


def _said(element: Element) -> str:
    """A block as text, the groups of a card in any order."""
    inside = [_said(one) if isinstance(one, Element) else str(one).strip() for one in element.children]
    if element.kind == "exercise":
        inside.sort()
    return f"<{element.kind} {sorted(element.attributes.items())}>{''.join(inside)}"


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
            own = replace(shop(), library=library, themes={"standard": load_theme("standard", library)})
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
