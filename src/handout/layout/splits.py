"""What of a passage may leave page 1 while the rest of it stays, where the safety panel needs the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handout.drawing import Picture
from handout.layout.blocks.hours import set_hours
from handout.layout.blocks.masthead import is_a_line, set_masthead, set_patient, with_small_logo
from handout.layout.blocks.opening import set_message
from handout.layout.first_page import GIVING, LEAVES, LOGO, Split
from handout.layout.flow import Passage
from handout.layout.setup import Setup
from handout.manuscript import Kind, Manuscript, Masthead, Message, PatientRow

NOTHING = Masthead(name=None)
VISIT = (Kind.BY, Kind.ON)


def splits_of(
    manuscript: Manuscript, setup: Setup, pictures: Mapping[str, Picture], behind: Setup | None = None
) -> dict[str, Split]:
    """How the clinic is reached, who handed the sheet out and when, the message's second sentence; by what goes.
    `behind` is what later pages are set with, where they differ."""
    made: dict[str, Split] = {}
    masthead, message = manuscript.first(Masthead), manuscript.first(Message)
    for name, leaves in LEAVES.items():
        stays, goes = masthead.parted(leaves) if masthead else (NOTHING, NOTHING)
        gone = _gone(goes, behind or setup, pictures)
        small = name in GIVING[GIVING.index(LOGO) :] and stays.logo
        if gone or small:
            own = with_small_logo(stays, setup, pictures) if small else pictures
            made[name] = Split("masthead", set_masthead(stays, setup, own), gone)
    if (patient := manuscript.first(PatientRow)) and (split := split_patient(patient, setup)):
        made["visit"] = split
    if message and message.follow:
        second = _named(set_message((message.follow,), setup), "follow")
        made["follow"] = Split("message", set_message((message.lead,), setup), second)
    return made


def _gone(goes: Masthead, setup: Setup, pictures: Mapping[str, Picture]) -> Passage | None:
    """What leaves page 1 of the clinic's row, if it is anything; a line to write a number on is a row of its own."""
    if is_a_line(goes):
        return replace(set_masthead(goes, setup, pictures), kind="hours")  # it goes where hours go
    made = set_hours(goes, setup, pictures)
    return made if made.tag and made.tag.children else None


def split_patient(patient: PatientRow, setup: Setup) -> Split | None:
    """Whom the sheet is for, and who handed it out and when."""
    visit, whom = (tuple(e for e in patient.entries if (e.kind in VISIT) is own) for own in (True, False))
    if not visit:
        return None
    leaving = _named(set_patient(PatientRow(entries=visit), setup), "visit")
    return Split("patient", set_patient(PatientRow(entries=whom), setup), leaving)


def _named(passage: Passage, name: str) -> Passage:
    """The part that goes, as a section of its own."""
    tag = replace(passage.tag, id=name) if passage.tag else None
    return replace(passage, kind=name, tag=tag)
