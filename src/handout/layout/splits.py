"""What of a passage may leave page 1 while the rest of it stays, where the safety panel needs the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handout.drawing import Picture
from handout.layout.blocks.hours import set_hours
from handout.layout.blocks.masthead import set_masthead, set_patient
from handout.layout.blocks.opening import set_message
from handout.layout.first_page import LEAVES, Split
from handout.layout.flow import Passage
from handout.layout.setup import Setup
from handout.manuscript.elements import Element

VISIT = ("by", "on")


def splits_of(root: Element, setup: Setup, pictures: Mapping[str, Picture]) -> dict[str, Split]:
    """How the clinic is reached, who handed the sheet out and when, the message's second sentence; by what goes."""
    made: dict[str, Split] = {}
    masthead, message, patient = root.first("masthead"), root.first("message"), root.first("patient")
    for name, kinds in LEAVES.items():
        if masthead and (goes := [child for kind in kinds for child in masthead.all(kind)]):
            stays = set_masthead(_without(masthead, *kinds), setup, pictures)
            made[name] = Split("masthead", stays, set_hours(goes, setup, pictures))
    if patient and any(patient.first(kind) for kind in VISIT):
        whom = [child.kind for child in patient.children if isinstance(child, Element) and child.kind not in VISIT]
        visit = set_patient(_without(patient, *whom), setup)
        made["visit"] = Split("patient", set_patient(_without(patient, *VISIT), setup), _named(visit, "visit"))
    if message and message.first("lead") and message.first("follow"):
        second = set_message(_without(message, "lead"), setup)
        made["follow"] = Split("message", set_message(_without(message, "follow"), setup), _named(second, "follow"))
    return made


def _named(passage: Passage, name: str) -> Passage:
    """The part that goes, as a section of its own."""
    tag = replace(passage.tag, id=name) if passage.tag else None
    return replace(passage, kind=name, tag=tag)


def _without(element: Element, *kinds: str) -> Element:
    kept = (child for child in element.children if not (isinstance(child, Element) and child.kind in kinds))
    return Element(element.kind, tuple(kept), element.attributes)
