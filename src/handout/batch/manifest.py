"""What was printed, without names: a manifest for the file, a record for each content, a note for each order."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from handout.batch.folder import Folder
from handout.batch.jobs import Done
from handout.batch.roster import Refusal

COLUMNS = [
    "order", "sheet", "language", "style", "paper", "result", "pages", "copies", "content_id", "signed",
    "doses", "said", "reasons",
]  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def entries(
    done: Sequence[Done], refusals: Sequence[Refusal], *, names: bool = False
) -> Iterator[dict[str, Any]]:
    """One entry a sheet, then one a row that was refused before it became one; sorted by order number."""
    rows = [(one.job.order.number, index, _sheet(one, names=names)) for index, one in enumerate(done)]
    rows += [(refusal.row, len(done), _row(refusal)) for refusal in refusals]
    yield from (entry for _, _, entry in sorted(rows, key=lambda row: row[:2]))


def _sheet(one: Done, *, names: bool) -> dict[str, Any]:
    order = one.job.order
    entry: dict[str, Any] = {
        "order": order.number,
        "sheet": one.job.name,
        "language": order.language,
        "style": order.style,
        "paper": one.paper,
        "result": "released" if one.released else "refused",
        "pages": one.pages,
        "copies": order.copies,
        "content_id": one.content_id,
        "signed": one.signed,
        "doses": list(one.doses),
        "said": list(one.said),
        "reasons": [finding.what for finding in one.findings],
    }
    if names:
        entry["name"] = order.patient.name.reveal() if order.patient else ""
    return entry


def _row(refusal: Refusal) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(COLUMNS, "")
    reasons = [finding.what for finding in refusal.findings]
    return {**empty, "order": refusal.row, "result": "refused", "reasons": reasons, "doses": [], "said": []}


def write_manifest(done: Sequence[Done], refusals: Sequence[Refusal], folder: Folder, *, names: bool) -> None:
    """`manifest.json` and `manifest.csv` in the output folder."""
    rows = list(entries(done, refusals, names=names))
    folder.release("manifest.json", (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())
    folder.release("manifest.csv", _csv(rows, [*COLUMNS, *(["name"] if names else [])]))


def _csv(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> bytes:
    """With a mark, so that a spreadsheet reads it as UTF-8; no cell begins like a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column, "")) for column in columns])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = "; ".join(_dose(item) if isinstance(item, dict) else str(item) for item in value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _dose(item: dict[str, Any]) -> str:
    numbers = " ".join(f"{key}={value}" for key, value in item.items() if key != "exercise")
    return f"{item.get('exercise', '')}: {numbers}"


def write_records(done: Sequence[Done], folder: Folder) -> None:
    """`record/<content-id>.json` for each content, and `notes/<order>-<sheet>.txt` to paste into a record."""
    for one in done:
        if not one.released:
            continue
        content = json.dumps(one.record, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        folder.release(f"record/{one.content_id}.json", content.encode())
        folder.release(f"notes/{one.job.file.removesuffix('.pdf')}.txt", one.note.encode())
