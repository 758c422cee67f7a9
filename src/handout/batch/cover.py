"""The checklist on top of a volume, and the back of a last sheet that is meant to be blank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from handout.batch.jobs import Done
from handout.errors import Private
from handout.language import Language, date
from handout.layout import Checklist, Page, Pages, blank_page, lay_out_checklist
from handout.shop import Shop

SOURCE = "en"
# The checklist is for who stands at the printer. What it repeats of a run's messages is English, as they are.
REFERENCE, LENGTH, LEAVES, CARD = "Reference", "Length", "Paper", "Card"
ASK, REFUSED, REMARKS = "Ask first", "Not printed", "Longer than asked for"
COLUMNS = {
    "row": "checklist_row",
    "initials": "checklist_initials",
    "reference": REFERENCE,
    "sheet": "checklist_sheet",
    "language": "checklist_language",
    "length": LENGTH,
    "pages": "checklist_pages",
    "leaves": LEAVES,
    "card": CARD,
    "copies": "checklist_copies",
}


def cover_of(sheets: Sequence[Done], refused: Sequence[tuple[int, str]], paper: str, shop: Shop) -> Pages:
    """What lies in the volume, in order, with a box to tick; what to ask first; which rows have no sheet.

    Initials stand on it only where the clinic wants them, a reference where a sheet has one.
    """
    language = shop.library.languages[SOURCE]
    words = language.phrases
    wanted = {
        "initials": shop.clinic is not None and shop.clinic.initials,
        "reference": any(map(_reference, sheets)),
        "card": any(one.card for one in sheets),
    }
    columns = [name for name in COLUMNS if wanted.get(name, True)]
    rows = [dict(_cells(one, shop)) for one in sheets]
    checklist = Checklist(
        words["checklist_title"],
        _about(sheets, shop),
        words["checklist_lead"],
        tuple(words.get(COLUMNS[name], COLUMNS[name]) for name in columns),
        tuple(tuple(row[name] for name in columns) for row in rows),
        words["page"],
        tuple(sections_of(sheets, refused)),
    )
    setting = shop.setting(language)
    return lay_out_checklist(checklist, shop.theme("standard"), setting, paper)


def _about(sheets: Sequence[Done], shop: Shop) -> str:
    """The clinic, the day, and how much there is."""
    copies = sum(one.job.order.copies for one in sheets)
    leaves = sum(one.leaves * one.job.order.copies for one in sheets)
    cards = sum(one.job.order.copies for one in sheets if one.card)
    day = date(shop.library.languages[SOURCE], shop.today.isoformat())
    counted = [_counted(copies, "handout"), _counted(leaves, "sheet", " of paper")]
    counted += [_counted(cards, "fridge card", " in a print file of their own")] if cards else []
    return " · ".join([*([shop.clinic.name] if shop.clinic else []), day, ", ".join(counted)])


def _counted(number: int, thing: str, more: str = "") -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}{more}"


def sections_of(sheets: Sequence[Done], refused: Sequence[tuple[int, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What must be known before the first is handed over: what to ask, what has no sheet, what is longer than asked."""
    asks = tuple(f"{_upper(one.job.title)}: {ask}" for one in sheets for ask in one.asks)
    rows = tuple(_upper(why) if why.startswith(f"row {row}") else f"Row {row}: {why}" for row, why in refused)
    told = tuple(gathered((one.job.title, remark) for one in sheets for remark in one.remarks))
    yield from ((title, lines) for title, lines in ((ASK, asks), (REFUSED, rows), (REMARKS, told)) if lines)


def gathered(remarks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A line for each remark, with every sheet that it is made of, in the order of the list."""
    titles: dict[str, list[str]] = {}
    for title, remark in remarks:
        titles.setdefault(remark, []).append(title)
    yield from (_upper(f"{'; '.join(own)}: {remark}") for remark, own in titles.items())


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _reference(one: Done) -> Private | None:
    return one.job.order.patient.reference if one.job.order.patient else None


def _cells(one: Done, shop: Shop) -> Iterator[tuple[str, str | Private]]:
    order = one.job.order
    language: Language = shop.library.languages[order.language]
    yield "row", str(order.number or "")
    yield "initials", _initials(order.patient.name) if order.patient else ""
    yield "reference", _reference(one) or ""
    yield "sheet", one.job.name
    yield "language", language.english_name
    yield "length", "large" if order.style == "large-print" else one.length
    yield "pages", str(one.pages)
    yield "leaves", str(one.leaves)
    yield "card", one.card.paper.upper() if one.card else ""
    yield "copies", str(order.copies)


def _initials(name: Private) -> Private:
    """First letters, without full stops: those would stand on the wrong side of an Arabic initial."""
    letters = ([letter for letter in part if letter.isalpha()][:1] for part in name.reveal().split())
    return Private(" ".join(letter for first in letters for letter in first), "initials")


def blank_of(tag: str, paper: str, shop: Shop) -> Page:
    """The back of a last sheet, in the language of the sheet."""
    language = shop.library.languages[tag]
    setting = shop.setting(language)
    return blank_page(language.phrases["blank_page"], shop.theme("standard"), setting, paper)
