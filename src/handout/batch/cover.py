"""The checklist on top of a volume, and the back of a last sheet that is meant to be blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handout.batch.jobs import Job
from handout.errors import Private
from handout.language import Language
from handout.layout.checklist import Checklist, blank_page, lay_out_checklist
from handout.layout.pages import Page
from handout.pdf import Member
from handout.pipeline import Desk, setting_of

SOURCE = "en"
COLUMNS = {
    "row": "checklist_row",
    "initials": "checklist_initials",
    "sheet": "checklist_sheet",
    "language": "checklist_language",
    "pages": "checklist_pages",
    "copies": "checklist_copies",
}


def cover_of(sheets: Sequence[tuple[Job, int]], paper: str, desk: Desk) -> Member:
    """What lies in the volume, in order, with a box to tick. Initials only where the clinic wants them."""
    language = desk.library.languages[SOURCE]
    words = language.phrases
    initials = desk.clinic is not None and desk.clinic.initials
    columns = [name for name in COLUMNS if initials or name != "initials"]
    rows = [dict(_cells(job, pages, desk)) for job, pages in sheets]
    checklist = Checklist(
        words["checklist_title"],
        words["checklist_lead"],
        tuple(words[COLUMNS[name]] for name in columns),
        tuple(tuple(row[name] for name in columns) for row in rows),
        words["page"],
    )
    setting = setting_of(language, desk.country)
    pages = lay_out_checklist(checklist, desk.theme("standard"), setting, paper)
    return Member(pages, checklist.title, blank_of(SOURCE, paper, desk))


def _cells(job: Job, pages: int, desk: Desk) -> Iterator[tuple[str, str | Private]]:
    order = job.order
    language: Language = desk.library.languages[order.language]
    yield "row", str(order.number)
    yield "initials", _initials(order.patient.name) if order.patient else ""
    yield "sheet", job.name
    yield "language", language.english_name
    yield "pages", str(pages)
    yield "copies", str(order.copies)


def _initials(name: Private) -> Private:
    """First letters, without full stops: those would stand on the wrong side of an Arabic initial."""
    letters = ([letter for letter in part if letter.isalpha()][:1] for part in name.reveal().split())
    return Private(" ".join(letter for first in letters for letter in first), "initials")


def blank_of(tag: str, paper: str, desk: Desk) -> Page:
    """The back of a last sheet, in the language of the sheet."""
    language = desk.library.languages[tag]
    setting = setting_of(language, desk.country)
    return blank_page(language.phrases["blank_page"], desk.theme("standard"), setting, paper)
