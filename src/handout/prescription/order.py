"""An order: what a clinician asks for one person, before anything is looked up.

An order without a patient is the clinic's plain sheet; its For, By and On lines stay ruled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from handout.errors import Private

Side = Literal["", "left", "right"]
Length = Literal["leaf", "sheet"]
Changes = dict[str, dict[str, float]]  # exercise id -> dose field -> number


@dataclass(frozen=True, slots=True)
class Patient:
    """Whose sheet it is; two people may share a name, so a reference or a date of birth stands beside it."""

    name: Private
    reference: Private | None = None
    born: Private | None = None


@dataclass(frozen=True, slots=True)
class Clinician:
    """Who hands the sheet out; `role` is a term of the language file, so every language can say it."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """One line of the morning's list. `routines` may name routines and packs; each becomes one sheet.

    `include` and `exclude` name exercises; `include` may also choose a version of one, as "march/easier".
    """

    number: int
    routines: tuple[str, ...]
    language: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    doses: Changes = field(default_factory=dict)
    side: Side = ""
    flags: tuple[str, ...] = ()
    note: Private | None = None
    patient: Patient | None = None
    clinician: Clinician | None = None
    date: date | None = None
    style: str = "standard"  # standard | large-print | mono
    stock: bool = False  # for nobody yet: doses are lines to write on, and each exercise has a box to tick
    paper: str = ""  # a4 | letter; "" leaves it to the clinic, then to the country
    length: str = ""  # leaf: one sheet of paper, two pages | sheet: all there is to say; "" leaves it to the clinic
    whole: bool = False  # a sheet, also of one exercise: what two pages do not hold, and what a screen shows
    listed: bool = False  # of a list or a program: where nobody says how long it is, it is a leaf
    card: str = ""  # yes | no: with a fridge card; "" leaves it to the clinic
    person: str = ""  # one figure for all pictures; "" leaves each exercise its own
    copies: int = 1
