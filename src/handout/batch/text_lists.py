"""A list as text: which code page it is written in, what parts its cells, and what a spreadsheet adds to it.

UTF-8 and UTF-16 say of themselves whether they are right. An old code page does not: the same bytes are
"Łoś" in one and "£oœ" in another, so it is read only where the clinic file names it (`roster: encoding:`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from handout.errors import BatchError, Finding, Place

DELIMITERS = ",;\t|"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SEPARATOR_LINE = re.compile(r'\A"?sep=(.)"?\r?(?:\n|\Z)', re.I)  # Excel's own first line
SAMPLE = 40  # lines that are looked at for what parts their cells
Lines = list[tuple[int, list[str]]]  # spreadsheet rows by number

SAVE_AGAIN = (
    "In Excel choose File, Save As, “CSV UTF-8 (Comma delimited)”, or hand over the .xlsx itself."
    " A practice system that can only write an old code page is named in the clinic file"
    " (roster: encoding: windows-1250, for one)."
)


def decode(content: bytes, name: str, encoding: str = "") -> str:
    """The text of a list. `encoding` is the code page that the clinic file names, "" for none.

    Raises BatchError when the letters cannot be known for sure.
    """
    wide = content.startswith(UTF_16)
    for one in ("utf-16",) if wide else ("utf-8-sig", *([encoding] if encoding else [])):
        try:
            return content.decode(one)
        except UnicodeDecodeError:
            continue
    if wide:
        raise _refusal(name, "the file is cut off or damaged", "Save the list again.")
    if encoding:
        what = f"the file is neither UTF-8 nor {encoding}, which the clinic file names"
        raise _refusal(name, what, "Name the code page it was saved in, or save the list as CSV UTF-8.")
    what = "the file is saved in an old code page, so its letters cannot be known for sure"
    raise _refusal(name, what, SAVE_AGAIN)


def _refusal(name: str, what: str, hint: str, line: int = 1) -> BatchError:
    return BatchError(Finding(what, hint, Place(name, line)))


def lines_of(content: bytes, name: str, known: Callable[[str], object], encoding: str = "") -> Lines:
    """The rows of a CSV file by number; `known` tells a name of a column. Raises BatchError when it is no CSV."""
    text = decode(content, name, encoding)
    if "\0" in text:
        raise _refusal(name, "this is not a text file", "Save the list as CSV, or give the .xlsx itself.")
    said = SEPARATOR_LINE.match(text)
    delimiter = said.group(1) if said else delimiter_of(text, known)
    rows = _split(name, text[said.end() :] if said else text, delimiter)
    return list(enumerate(rows, 1))  # a spreadsheet shows no "sep=" line, so it does not count


def delimiter_of(text: str, known: Callable[[str], object]) -> str:
    """What parts the cells: the sign that gives a line the most names of columns; else most often in line 1."""
    sample = text.splitlines()[:SAMPLE]

    def named(sign: str) -> int:
        return max((sum(bool(known(cell.strip(' "'))) for cell in line.split(sign)) for line in sample), default=0)

    bare = "".join(sample[0].split('"')[::2]) if sample else ""
    return max(DELIMITERS, key=lambda sign: (named(sign), bare.count(sign)))


def _split(name: str, text: str, delimiter: str) -> list[list[str]]:
    """The cells. Raises BatchError when a quotation mark is never closed: it would swallow rows."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for _ in rows:
            start = rows.line_num + 1
    except csv.Error as error:
        if "unexpected end" in str(error):
            what = "a quotation mark is opened in this line and never closed"
            raise _refusal(name, what, "Close it, or delete it.", start) from None
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise _refusal(name, "this is not a CSV file that can be read", "Save the list again as CSV.") from None
