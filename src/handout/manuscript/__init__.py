"""A sheet as typed blocks in reading order: what is set on paper, shown on a screen, and looked for by the proof.

In: `Prescription`. Out: `Manuscript`: every word that will be printed, each with the content path it came from.
`compose` makes it: `sheet` writes the blocks, `templates` says their order, `grammar` what none may lack.
`kinds` is the one table of what each is in the PDF and in HTML, `walk` the one way through them.
"""

from __future__ import annotations

from handout.manuscript.blanks import OwnBlock, blanked, fill, filled, ordered, own_blocks
from handout.manuscript.blocks import (
    Audience,
    Balance,
    Call,
    CardDose,
    CardDoses,
    Caution,
    CautionFrame,
    Cautions,
    Colophon,
    Concerned,
    Days,
    Diary,
    Entry,
    Evidence,
    ExerciseCard,
    Floor,
    Illustration,
    InShort,
    Logo,
    ManuscriptBlock,
    Masthead,
    MastheadField,
    Message,
    Needs,
    Note,
    Notes,
    Online,
    OwnText,
    PanelLine,
    PanelPart,
    PatientRow,
    Plan,
    Question,
    Questions,
    Row,
    Running,
    SafetyPanel,
    Section,
    SeeUs,
    Stamps,
    Strip,
    TeachBack,
    Tip,
    Title,
    Titled,
    Ways,
    ZoneKey,
)
from handout.manuscript.compose import blank_manuscript, compose, id_of, on_screen, values_of
from handout.manuscript.fridge_card import compose_card
from handout.manuscript.kinds import Kind
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.sheet.dose_words import do_it, hold, how_often
from handout.manuscript.sheet.masthead import LOGO
from handout.manuscript.text import NO_BREAK, Inline, Text
from handout.manuscript.walk import Node, nodes, walked
from handout.manuscript.words import (
    ISOLATES,
    LARGE_PRINT,
    ORDERS,
    Said,
    folio,
    languages,
    orders_of,
    own_keys,
    own_texts,
    printed,
    privates,
    shown,
    words_of,
)

__all__ = [
    "ISOLATES", "LARGE_PRINT", "LOGO", "NO_BREAK", "ORDERS", "Audience", "Balance", "Call", "CardDose", "CardDoses",
    "Caution", "CautionFrame", "Cautions", "Colophon", "Concerned", "Days", "Diary", "Entry", "Evidence",
    "ExerciseCard", "Floor", "Illustration", "InShort", "Inline", "Kind", "Logo", "Manuscript", "ManuscriptBlock",
    "Masthead", "MastheadField", "Message", "Needs", "Node", "Note", "Notes", "Online", "OwnBlock", "OwnText",
    "PanelLine", "PanelPart", "PatientRow", "Plan", "Question", "Questions", "Row", "Running", "SafetyPanel",
    "Said", "Section", "SeeUs", "Stamps", "Strip", "TeachBack", "Text", "Tip", "Title", "Titled", "Ways", "ZoneKey",
    "blank_manuscript", "blanked", "compose", "compose_card", "do_it", "fill", "filled", "folio", "hold",
    "how_often", "id_of", "languages", "nodes", "on_screen", "ordered", "orders_of", "own_blocks", "own_keys",
    "own_texts", "printed", "privates", "shown", "values_of", "walked", "words_of",
]  # fmt: skip
