"""Colours and type styles by their use. Field names are the keys of assets/themes/*.yaml; points throughout."""

from __future__ import annotations

from dataclasses import dataclass

from handout.drawing import Colour
from handout.text import Weight


@dataclass(frozen=True, slots=True)
class Colours:
    """The page's colours by their use."""

    ink: Colour
    quiet: Colour
    accent: Colour
    tint: Colour
    rule: Colour
    hair: Colour
    warning: Colour
    caution: Colour
    black: Colour
    paper: Colour


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size and leading (baseline to baseline) of Latin text, weight, and the name of a colour."""

    size: float
    leading: float
    weight: Weight
    colour: str
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Types:
    """The type styles by their use."""

    body: TypeStyle
    strong: TypeStyle
    quiet: TypeStyle
    stamp: TypeStyle
    clinic: TypeStyle
    address: TypeStyle
    title: TypeStyle
    audience: TypeStyle
    lead: TypeStyle
    follow: TypeStyle
    heading2: TypeStyle
    heading3: TypeStyle
    panel: TypeStyle
    panel_head: TypeStyle
    panel_line: TypeStyle
    panel_strong: TypeStyle
    caution_word: TypeStyle
    warning_word: TypeStyle
    band: TypeStyle
    band_follow: TypeStyle
    call: TypeStyle
    number: TypeStyle
    table_head: TypeStyle
    chip: TypeStyle
    card_number: TypeStyle
    card_name: TypeStyle
    card_name_long: TypeStyle
    amount: TypeStyle
    unit: TypeStyle
    told: TypeStyle
    told_word: TypeStyle
    leaf_title: TypeStyle
    leaf_lead: TypeStyle
    leaf_name: TypeStyle
    leaf_amount: TypeStyle
    leaf_unit: TypeStyle
    step_number: TypeStyle
    caption: TypeStyle
    caption_word: TypeStyle
    diary_head: TypeStyle
    foot: TypeStyle
    foot_strong: TypeStyle
    sources: TypeStyle
