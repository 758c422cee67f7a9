"""The first sheet of an Excel file as rows of text, in bounded time and memory, whoever made the file.

An .xlsx is a zip of XML. What it unpacks to is counted before anything is unpacked, and a cell far outside
any list is refused by its name instead of being reached through a million empty rows.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

from handout.batch.text_lists import Lines
from handout.errors import BatchError, Finding, Place

MOST_UNPACKED = 64 * 1024 * 1024  # bytes; ten thousand patients need 15 MB
MOST_PARTS = 2_000  # files in the zip
MOST_ROWS, MOST_COLUMNS = 20_000, 200
DAMAGED = "Open it in Excel, choose Save As, Excel workbook (.xlsx), and try again with the new file."


def sheet_lines(path: Path) -> Lines:
    """The rows that hold something, by number. Raises BatchError when the file as a whole cannot be used."""
    _measure(path)
    try:
        with path.open("rb") as file, warnings.catch_warnings():  # openpyxl's, about styles and pictures
            warnings.simplefilter("ignore")
            return list(_rows(path, file))
    except BatchError:
        raise
    except MemoryError:
        raise _refusal(path, "the file needs more memory than there is", DAMAGED) from None
    except Exception:  # openpyxl raises what its many parsers raise; all of it says that the file is damaged
        raise _refusal(path, "the file is damaged: Excel itself could not have saved it like this", DAMAGED) from None


def _refusal(path: Path, what: str, hint: str) -> BatchError:
    return BatchError(Finding(what, hint, Place(path.name)))


def _measure(path: Path) -> None:
    """Raises BatchError for what is no zip, is locked by a password, or unpacks to more than any list needs."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        if path.read_bytes()[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            hint = "Take the password off, or save it as .xlsx: an .xls is an older kind of file."
            raise _refusal(path, "the file is locked by a password, or is an old .xls", hint) from None
        raise _refusal(path, "this is not an Excel file, or it is damaged", DAMAGED) from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        hint = "Copy the rows into a new workbook and save that."
        raise _refusal(path, "the file unpacks to far more than a list of patients", hint)


def _rows(path: Path, file: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    import openpyxl  # slow to load, and most rosters are CSV
    from openpyxl.worksheet._reader import WorkSheetParser

    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    try:
        sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), book.worksheets[0])
        with sheet._get_source() as source:
            # What openpyxl's own read-only rows are made of, without the empty rows that it puts between them.
            parser = WorkSheetParser(
                source, sheet._shared_strings, data_only=True, epoch=book.epoch, date_formats=book._date_formats,
                timedelta_formats=book._timedelta_formats,
            )  # fmt: skip
            for number, cells in parser.parse():
                texts = _texts(path, cells)
                if texts:
                    yield number, texts
    finally:
        book.close()


def _texts(path: Path, cells: Sequence[dict[str, Any]]) -> list[str]:
    """The texts of one row up to its last that is not empty."""
    from openpyxl.utils import get_column_letter

    held = {int(cell["column"]): text for cell in cells if (text := _cell(cell["value"])).strip()}
    for cell in cells:
        if int(cell["column"]) in held and (cell["row"] > MOST_ROWS or cell["column"] > MOST_COLUMNS):
            name = f"{get_column_letter(cell['column'])}{cell['row']}"
            hint = f"Delete it: a list may have {MOST_ROWS} rows and {MOST_COLUMNS} columns."
            raise _refusal(path, f"the cell {name} holds something, far outside the list", hint)
    return [held.get(column, "") for column in range(1, max(held, default=0) + 1)]


def _cell(value: object) -> str:
    """A spreadsheet's typed cell as the text a person sees."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
