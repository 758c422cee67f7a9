"""An empty list to fill in: an Excel workbook whose cells offer what they may hold, and the same as CSV.

The first row below the header is an invented patient, to be replaced.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from handout.batch.columns import COLUMNS, Known
from handout.prescription import LENGTHS, PAPERS, STYLES

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

EXAMPLE = {"name": "Sam Taylor", "reference": "A-001", "language": "en", "routine": "back"}
ROWS = 500  # that offer a choice
WIDTHS = {"name": 26, "routine": 18, "note": 40, "flags": 22, "doses": 30}
WIDTH = 13  # of the other columns, in characters
SHEET, CHOICES = "List", "Choices"
TEXT = "@"  # Excel's format of a cell that stays as it is typed: 00123 keeps its zeros
SEVERAL = {"routine", "exclude", "include", "flags"}  # may hold several: what is not in the list may be typed too


def blank_csv(delimiter: str) -> bytes:
    """The header and the invented patient, with the mark by which Excel knows UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerow(EXAMPLE)
    return text.getvalue().encode("utf-8-sig")


def blank_workbook(known: Known) -> bytes:
    """The same with a choice in each cell that may hold known entries only; they stand on a second sheet."""
    import openpyxl
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet, choices = book.active, book.create_sheet(CHOICES)
    sheet.title = SHEET
    sheet.append(COLUMNS)
    sheet.append([EXAMPLE.get(name, "") or None for name in COLUMNS])
    sheet.freeze_panes = "B2"
    for index, name in enumerate(COLUMNS, 1):
        letter = get_column_letter(index)
        sheet[f"{letter}1"].font = Font(bold=True)
        sheet.column_dimensions[letter].width = WIDTHS.get(name, WIDTH)
        for row in range(2, ROWS + 2):
            sheet[f"{letter}{row}"].number_format = TEXT
    for place, (name, entries) in enumerate(_choices(known).items(), 1):
        letter = get_column_letter(place)
        choices[f"{letter}1"] = name
        for row, entry in enumerate(entries, 2):
            choices[f"{letter}{row}"] = entry
        _offer(sheet, name, f"{CHOICES}!${letter}$2:${letter}${len(entries) + 1}")
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _choices(known: Known) -> dict[str, Sequence[str]]:
    """The columns that offer a choice, and what they offer."""
    offered: dict[str, Sequence[str]] = {
        "language": sorted(known.languages),
        "routine": sorted(known.routines),
        "exclude": sorted(known.exercises),
        "include": sorted(known.exercises),
        "side": ["left", "right"],
        "flags": sorted(known.flags),
        "clinician": sorted(known.clinicians),
        "style": list(STYLES),
        "length": list(LENGTHS),
        "card": ["yes", "no"],
        "paper": list(PAPERS),
        "person": sorted(known.people),
    }
    return {name: entries for name, entries in offered.items() if entries}


def _offer(sheet: Worksheet, name: str, entries: str) -> None:
    """A choice for a whole column."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    free = name in SEVERAL or name == "clinician"
    choice = DataValidation(type="list", formula1=entries, allow_blank=True, showErrorMessage=not free)
    choice.errorTitle, choice.error = name, f"Choose an entry of the sheet “{CHOICES}”."
    choice.showInputMessage = name in SEVERAL
    choice.promptTitle, choice.prompt = name, "Choose one, or type several with commas between them."
    letter = get_column_letter(COLUMNS.index(name) + 1)
    choice.add(f"{letter}2:{letter}{ROWS + 1}")
    sheet.add_data_validation(choice)
