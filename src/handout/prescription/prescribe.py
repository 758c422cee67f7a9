"""From an edition and an order to a prescription: choose, dose, screen, and gather the safety lines."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from handout.content import FLOOR_CHAIR, Clinic, Pack
from handout.edition import Edition
from handout.errors import Finding, PrescriptionError
from handout.language import Country, no_such_place
from handout.prescription.cards import Card
from handout.prescription.choosing import Layer, choose, contradictions, idle, strangers
from handout.prescription.order import Length, Order
from handout.prescription.panel import gaps, union
from handout.prescription.screening import clashes, refusal, strongest, unknown_flags
from handout.prescription.types import Prescribed, Prescription

STYLES = ("standard", "large-print", "mono")
PAPERS = ("a4", "letter")
LENGTHS: tuple[Length, ...] = ("leaf", "sheet")
CARDS = ("", "yes", "no")
NO_COUNTRY_PAPER = "a4"
LARGE_PRINT = "large-print"


def prescribe(
    edition: Edition, order: Order, clinic: Clinic | None, country: Country | None, today: date, name: str = ""
) -> Prescription:
    """What this person gets of that routine. `name` is the routine or pack of the order that is meant.

    `country` is the clinic's; None prints no number to call, only a line to write it on. Raises
    `PrescriptionError` with every reason why the order cannot be filled as written.
    """
    asked = name or edition.routine.id
    pack = _pack(edition, asked)
    layers = tuple(_layers(clinic, pack, order))
    chosen = choose(edition.routine, layers)
    findings = [*_order_faults(edition, order, pack), *_naming_faults(edition, order, clinic, layers)]
    exercises = [edition.exercises[one.exercise] for one in chosen]
    if not exercises:
        hint = "Leave fewer exercises out."
        findings.append(Finding("the order leaves no exercise to print", hint, path="order.exclude"))
    place = no_such_place(country, edition.language) if country is not None else None
    findings.extend([place] if place is not None else [])
    found = clashes(order.flags, edition.routine, exercises, edition.safety.conditions)
    findings.extend(refusal(clash, edition.routine.id) for clash in found if clash.effect == "refuse")
    cards = [Card.of(one, edition.exercises[one.exercise], strongest(found, one.exercise)) for one in chosen]
    findings.extend(finding for card in cards for finding in card.faults)
    panel = union(edition.routine, exercises, edition.safety)
    findings.extend(gaps(panel, edition.routine, exercises, edition.safety))
    if findings:
        raise PrescriptionError(findings)
    wished = _length(order, pack, clinic)
    prescribed = tuple(card.prescribed(number, order.side) for number, card in enumerate(cards, 1))
    return Prescription(
        edition=edition,
        order=order,
        name=asked,
        clinic=clinic,
        country=country,
        exercises=prescribed,
        panel=panel,
        equipment=_equipment(prescribed),
        minutes=math.ceil(sum(one.minutes for one in prescribed)),
        swaps=tuple(card.swap for card in cards if card.swap is not None),
        asks=tuple(clash for clash in found if clash.effect == "ask"),
        pack_note=pack.note.get(edition.tag, "") if pack else "",
        note=order.note or None,
        date=order.date or today,
        style=order.style,
        paper=_paper(order, clinic, country),
        length=_set_as(order, wished, len(prescribed)),
        wished=wished,
        card=_card(order, pack, clinic),
        person=order.person,
    )


def _pack(edition: Edition, asked: str) -> Pack | None:
    """The pack of that name, when it is one of this routine. A routine's own name is no pack."""
    if asked == edition.routine.id:
        return None
    pack = edition.library.packs.get(asked)
    if pack is None or pack.routine != edition.routine.id:
        known = ", ".join(sorted(edition.library.packs)) or "none"
        what = f'"{asked}" is neither the routine {edition.routine.id} nor a pack of it'
        raise PrescriptionError(Finding(what, f"Known packs: {known}.", path="order.routine"))
    return pack


def _layers(clinic: Clinic | None, pack: Pack | None, order: Order) -> Iterator[Layer]:
    if clinic is not None:
        own = clinic.changes
        yield Layer("the clinic", own.include, own.exclude, own.doses, everywhere=True)
    if pack is not None:
        yield Layer(f"the pack {pack.id}", pack.include, pack.exclude, pack.doses)
    yield Layer("the order", order.include, order.exclude, order.doses)


def _naming_faults(
    edition: Edition, order: Order, clinic: Clinic | None, layers: tuple[Layer, ...]
) -> Iterator[Finding]:
    """What is wrong with the exercises that are named, over all sheets of the order."""
    known, printed = {*edition.exercises}, {one.exercise for one in choose(edition.routine, layers)}
    for name in order.routines:
        pack = edition.library.packs.get(name)
        routine = edition.library.routines.get(pack.routine if pack else name)
        if routine is not None:
            own = tuple(_layers(clinic, pack, order))
            known |= {use.exercise for use in routine.exercises}
            printed |= {one.exercise for one in choose(routine, own)}
    yield from strangers(layers, frozenset(known))
    yield from contradictions(layers)
    yield from idle(layers, frozenset(known), frozenset(printed))


def _order_faults(edition: Edition, order: Order, pack: Pack | None) -> Iterator[Finding]:
    yield from unknown_flags(order.flags, edition.safety)
    if order.language != edition.tag:
        what = f'the order asks for "{order.language}" and this edition is in "{edition.tag}"'
        yield Finding(what, "Take the edition of the order's language.", path="order.language")
    for name, said, known in (
        ("style", order.style, STYLES),
        ("paper", order.paper, ("", *PAPERS)),
        ("length", order.length, ("", *LENGTHS)),
    ):
        if said not in known:
            hint = f"Known {name}s: {', '.join(filter(None, known))}."
            yield Finding(f'the {name} "{said}" is not known', hint, path=f"order.{name}")
    if order.stock and (order.number or order.patient or order.note or order.doses or order.flags):
        what = "a stock sheet is for nobody yet, and this order is for somebody"
        yield Finding(what, "Order a handout: its doses are printed.", path="order.stock")
    if order.card not in CARDS:
        yield Finding(f'the card "{order.card}" is not known', "Write yes or no.", path="order.card")
    if order.side not in {"", "left", "right"}:
        yield Finding(f'the side "{order.side}" is not known', "Write left or right.", path="order.side")
    if order.copies < 1:
        yield Finding("no copy is asked for", "Write how many copies, from 1.", path="order.copies")
    if pack is not None and pack.note and edition.tag not in pack.note:
        what = f"the pack {pack.id} has no note in {edition.tag}"
        hint = f"Add it under note: in {pack.where.file}, or order another language."
        yield Finding(what, hint, pack.where, f"packs.{pack.id}.note")
    if order.patient is not None and not order.patient.name:
        yield Finding("the order has a patient without a name", "Add the name.", path="order.name")
    if order.patient is not None and not (order.patient.reference or order.patient.born):
        hint = "Add the reference or the date of birth: two people may share a name."
        yield Finding("the order has a name and nothing beside it", hint, path="order.reference")


def _equipment(
    exercises: tuple[Prescribed, ...],
) -> tuple[tuple[tuple[int, ...], tuple[str, ...]], ...]:
    """Every thing needed once, with the exercises that need it; things of the same exercises together."""
    needs: dict[str, list[int]] = {}
    for one in exercises:
        for thing in one.equipment:
            needs.setdefault(thing, []).append(one.number)
    down = [one.number for one in exercises if one.position == "floor" and FLOOR_CHAIR not in one.equipment]
    if down:  # to hold on to on the way down and up
        needs[FLOOR_CHAIR] = sorted({*needs.get(FLOOR_CHAIR, ()), *down})
    groups: dict[tuple[int, ...], list[str]] = {}
    for thing, numbers in needs.items():
        groups.setdefault(tuple(numbers), []).append(thing)
    return tuple((numbers, tuple(things)) for numbers, things in groups.items())


def _paper(order: Order, clinic: Clinic | None, country: Country | None) -> str:
    return order.paper or (clinic.paper if clinic else "") or (country.paper if country else NO_COUNTRY_PAPER)


def _length(order: Order, pack: Pack | None, clinic: Clinic | None) -> Length:
    """As the order says, then the pack, then the clinic; else a list prints leaves."""
    said = order.length or (pack.length if pack else "") or (clinic.length if clinic else "")
    return "leaf" if said == "leaf" or (order.listed and not said) else "sheet"


def _set_as(order: Order, wished: Length, exercises: int) -> Length:
    """What it becomes: one exercise is set on two pages, unless they do not hold it."""
    if order.style == LARGE_PRINT:
        return "sheet"
    return "leaf" if exercises == 1 and not order.whole else wished


def _card(order: Order, pack: Pack | None, clinic: Clinic | None) -> bool:
    """Whether a fridge card comes with it: as the order says, then the pack, then the clinic."""
    if order.stock:  # a card says doses
        return False
    said = {"yes": True, "no": False}.get(order.card)
    told = (said, pack.card if pack else None, clinic.card if clinic else None)
    return next((one for one in told if one is not None), False)
