"""The blocks of a manuscript: frozen types, one for each thing that a template may place."""

from handout.manuscript.blocks.after import (
    Balance,
    Code,
    Colophon,
    Days,
    Diary,
    Entry,
    Evidence,
    Floor,
    InShort,
    Needs,
    Notes,
    Online,
    OwnText,
    Question,
    Questions,
    Running,
    Section,
    SectionName,
    SeeUs,
    TeachBack,
    Ways,
)
from handout.manuscript.blocks.block import DETAILS, Detail, ManuscriptBlock, Titled
from handout.manuscript.blocks.cautions import CautionFrame, Cautions, Concerned
from handout.manuscript.blocks.exercise import (
    Caution,
    DoseIcon,
    ExerciseCard,
    Illustration,
    Strip,
    Tip,
    TipKind,
    ZoneKey,
)
from handout.manuscript.blocks.fridge import CardDose, CardDoses
from handout.manuscript.blocks.front import (
    Audience,
    Call,
    Cell,
    Column,
    Logo,
    Masthead,
    MastheadField,
    Message,
    Note,
    PanelLine,
    PanelPart,
    PatientRow,
    Plan,
    Row,
    SafetyPanel,
    Stamps,
    Title,
)

__all__ = [
    "DETAILS", "Audience", "Balance", "Call", "CardDose", "CardDoses", "Caution", "CautionFrame", "Cautions",
    "Cell", "Code", "Colophon", "Column", "Concerned", "Days", "Detail", "Diary", "DoseIcon", "Entry", "Evidence",
    "ExerciseCard", "Floor", "Illustration", "InShort", "Logo", "ManuscriptBlock", "Masthead", "MastheadField",
    "Message", "Needs", "Note", "Notes", "Online", "OwnText", "PanelLine", "PanelPart", "PatientRow", "Plan",
    "Question", "Questions", "Row", "Running", "SafetyPanel", "Section", "SectionName", "SeeUs", "Stamps", "Strip",
    "TeachBack", "Tip", "TipKind", "Title", "Titled", "Ways", "ZoneKey",
]  # fmt: skip
