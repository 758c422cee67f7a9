"""The exercises in the tree: each once, in order, with its name, dose, steps, pictures and cautions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from handout.errors import Finding
from handout.manuscript.elements import Element
from handout.manuscript.grammar.finding import Tree, normal, text_of
from handout.manuscript.sheet.types import Card, Sheet

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"), "")  # they order text, and say nothing


def exercise_faults(tree: Tree, sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with the exercises as a whole, then with each."""
    found = [element for element in tree.root.walk() if element.kind == "exercise"]
    ids = [element.attributes.get("id", "") for element in found]
    wanted = [card.id for card in sheet.cards]
    for name in wanted:
        if ids.count(name) != 1:
            times = "is missing" if name not in ids else "stands more than once"
            yield tree.find(f"the exercise {name} {times}", tree.root)
    for element, name in zip(found, ids, strict=True):
        if name not in wanted:
            yield tree.find(f"the exercise {name} was not prescribed", element)
    if sorted(ids) == sorted(wanted) and ids != wanted:
        yield tree.find("the exercises are not in the order of their numbers", tree.root)
    cards = {card.id: card for card in sheet.cards}
    for element, name in zip(found, ids, strict=True):
        if name in cards:
            yield from _card(tree, element, cards[name])


def _card(tree: Tree, own: Element, card: Card) -> Iterator[Finding]:
    said = f"the exercise {card.id}"
    if own.attributes.get("number") != card.number:
        yield tree.find(f"{said} does not bear its number {card.number}", own)
    yield from tree.texts(own, "name", [card.name], f"{said}: its name")
    yield from tree.texts(own, "side", [card.side] if card.side else [], f"{said}: its side")
    yield from _dose(tree, own, card)
    lists = list(own.all("steps"))
    if len(lists) != 1:
        yield tree.find(f"{said} has no list of steps", own)
    for steps in lists[:1]:
        wanted = [f"{step.label} {step.text}" if step.label else step.text for step in card.steps]
        yield from tree.texts(steps, "step", wanted, f"{said}: its steps")
    for kind in ("tip", "caution"):
        tips = card.tips if kind == "tip" else card.cautions
        wanted = [f"{tip.label} {tip.text}" for tip in tips]
        if kind == "caution" or own.first(kind) is not None:
            yield from tree.texts(own, kind, wanted, f"{said}: <{kind}>")
    yield from _pictures(tree, own, card)


def _dose(tree: Tree, own: Element, card: Card) -> Iterator[Finding]:
    strips = [strip for dose in own.all("dose") for strip in dose.all("strip")]
    texts = [
        (
            "".join(text_of(amount) for amount in strip.all("amount")),
            tuple(text_of(unit) for unit in strip.all("unit")),
        )
        for strip in strips
    ]
    wanted = [(normal(one.amount), tuple(normal(unit) for unit in one.units)) for one in card.strips]
    if texts != wanted:
        yield tree.find(f"the exercise {card.id} does not say its dose as prescribed", own)
    said = [" ".join((amount, *units)) for amount, units in texts]
    for field in unsaid(card.figures, " ".join(said)):
        what = f"the exercise {card.id} has {field} in its dose, and its card does not say it"
        yield tree.find(what, own, "Please report it: a number that is prescribed must be printed.")


def unsaid(figures: Iterable[tuple[str, Sequence[str]]], text: str) -> Iterator[str]:
    """The fields of a dose that a text does not say. Each number in it speaks for one field only."""
    left = text.translate(ISOLATES)
    for field, ways in figures:
        for way in sorted((way.translate(ISOLATES) for way in ways), key=len, reverse=True):
            found = re.search(rf"(?<!\d)(?<!\d[.,٫]){re.escape(way)}(?!\d|[.,٫]\d)", left)
            if found:
                left = f"{left[: found.start()]} {left[found.end() :]}"
                break
        else:
            yield field


def _pictures(tree: Tree, own: Element, card: Card) -> Iterator[Finding]:
    pictures = [picture for group in own.all("pictures") for picture in group.all("picture")]
    refs = [picture.attributes.get("ref", "") for picture in pictures]
    wanted = [picture.ref for picture in card.pictures]
    if not wanted:
        yield tree.find(f"the exercise {card.id} has no picture", own, "Give it a picture.yaml, or an icon.")
    if refs != wanted:
        yield tree.find(f"the exercise {card.id} does not show its pictures: {', '.join(wanted)}", own)
    alts = {picture.ref: picture.alt for picture in card.pictures}
    for picture in pictures:
        ref = picture.attributes.get("ref", "")
        alt = picture.attributes.get("alt", "").strip()
        if ref in alts and alt != normal(alts[ref]):
            yield tree.find(f"the picture {ref} does not say what it shows", picture)
