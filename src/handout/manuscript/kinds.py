"""The one table of what stands in a manuscript: each kind with its structure type in the PDF and its element in HTML.

`pdf` is the structure type of ISO 32000-1, 14.8.4; "" is an artifact, outside the reading order. `html` is the
element of the HTML Living Standard that says the same. `label` is how findings, approvals and the proof name it.
"""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What a block or a text of a manuscript is. A kind without both roles cannot be written down."""

    def __init__(self, label: str, pdf: str, html: str) -> None:
        self.label = label
        self.pdf = pdf
        self.html = html

    @property
    def artifact(self) -> bool:
        """Whether it stands outside the reading order: repeated or decorative."""
        return not self.pdf

    # Page 1
    STAMPS = "stamps", "Div", "div"
    STAMP = "stamp", "P", "p"  # "No clinician has approved this sheet yet."
    MASTHEAD = "masthead", "Sect", "div"
    LOGO = "logo", "Figure", "img"
    CLINIC_NAME = "clinic-name", "P", "p"
    CLINIC_ADDRESS = "clinic-address", "P", "p"
    CLINIC_EMAIL = "clinic-email", "P", "p"
    CLINIC_WEBSITE = "clinic-website", "P", "p"
    CLINIC_PHONE = "clinic-phone", "P", "p"
    CLINIC_HOURS = "clinic-hours", "P", "p"
    PATIENT = "patient", "Sect", "div"
    FOR = "for", "P", "p"
    BY = "by", "P", "p"
    ON = "on", "P", "p"
    REFERENCE = "reference", "P", "p"
    TITLE = "title", "H1", "h1"
    AUDIENCE = "audience", "P", "p"
    MESSAGE = "message", "Sect", "div"
    LEAD = "lead", "P", "p"
    FOLLOW = "follow", "P", "p"
    # The safety panel
    SAFETY = "safety", "Sect", "section"
    PANEL_TITLE = "panel-title", "H2", "h2"
    PART = "part", "Sect", "div"
    SIGNAL = "signal", "Span", "p"  # signal word
    HEADING = "heading", "H3", "h3"
    CALL = "call", "P", "p"
    CALL_WORD = "call-word", "Span", "span"
    NUMBER = "number", "Span", "span"
    NUMBER_HINT = "number-hint", "Span", "span"
    LINES = "lines", "L", "ul"
    LINE = "line", "LI", "li"
    LAST = "last", "P", "p"
    REST = "rest", "P", "p"
    # The plan in brief
    PLAN = "plan", "Sect", "section"
    HEADING2 = "heading2", "H2", "h2"
    HEADING3 = "heading3", "H3", "h3"
    SUMMARY = "summary", "P", "p"
    TABLE = "table", "Table", "table"
    ROW = "row", "TR", "tr"
    COLUMN = "cell", "TH", "th"
    CELL = "cell", "TD", "td"
    NOTE = "note", "Sect", "div"
    PARAGRAPH = "p", "P", "p"
    LIST = "list", "L", "ul"
    STEPS = "steps", "L", "ol"
    ITEM = "item", "LI", "li"
    # Pros and cons, of equal weight
    BALANCE = "balance", "Sect", "section"
    PROS = "pros", "Sect", "div"
    CONS = "cons", "Sect", "div"
    OTHERS = "others", "Sect", "div"
    NOTHING = "nothing", "Sect", "div"
    WAYS = "ways", "Sect", "section"  # every way side by side, one question a row
    WAY = "way", "Sect", "div"  # one way with what it answers, where they stand one under the other
    MATTERS = "matters", "Sect", "div"
    NEEDS = "needs", "Sect", "div"
    SECTION = "section", "Sect", "div"
    OWN_TEXT = "text", "Sect", "div"
    # An exercise
    EXERCISE = "exercise", "Sect", "article"
    NAME = "name", "H3", "h3"
    DOSE = "dose", "L", "ul"
    STRIP = "strip", "LI", "li"
    AMOUNT = "amount", "Span", "b"
    UNIT = "unit", "Span", "span"
    SIDE = "side", "P", "p"
    PURPOSE = "purpose", "P", "p"
    STEP = "step", "LI", "li"
    CUE = "cue", "P", "p"  # an exercise in one line
    TIP = "tip", "P", "p"
    PICTURES = "pictures", "Sect", "div"
    PICTURE = "picture", "Figure", "figure"
    CAPTION = "caption", "Caption", "figcaption"
    KEY = "key", "Span", "span"
    CAUTION = "caution", "P", "p"
    CAUTIONS = "cautions", "Sect", "section"  # of all exercises in one place
    FRAME = "frame", "Div", "div"
    # After the exercises
    QUESTIONS = "questions", "Sect", "section"
    QUESTION = "question", "Sect", "div"
    ASK = "ask", "H3", "h3"
    ANSWER = "answer", "P", "p"
    EVIDENCE = "evidence", "Sect", "div"
    KNOWN = "known", "Sect", "div"
    UNKNOWN = "unknown", "Sect", "div"
    SEE_US = "see-us", "Sect", "div"
    DIARY = "diary", "Sect", "section"
    DAY = "day", "", "span"  # the word "Day" in the head of the grid
    ENTRIES = "entries", "L", "ul"
    ENTRY = "entry", "LI", "li"
    DAYS = "days", "Sect", "section"
    NOTES = "notes", "Sect", "div"
    ONLINE = "online", "Sect", "div"
    CODE = "code", "Figure", "img"
    ADDRESS = "address", "P", "p"
    COLOPHON = "colophon", "Sect", "div"
    IN_SHORT = "in-short", "Sect", "section"
    TEACH_BACK = "teach-back", "Sect", "section"
    # A fridge card
    CARD_DOSES = "card-doses", "Sect", "section"
    CARD_DOSE = "card-dose", "LI", "li"
    CARD_NAME = "card-name", "Span", "b"
    CARD_AMOUNT = "card-amount", "Span", "span"
    # On every page
    RUNNING = "running", "", "div"
    RUNNING_START = "running-start", "", "span"
    RUNNING_MIDDLE = "running-middle", "", "span"
    FOLIO = "folio", "", "span"
    TURN_OVER = "turn-over", "", "span"
