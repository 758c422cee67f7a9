"""What was printed, without names: a manifest for the file, a record for each content, a note for each order."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from handout.batch.folder import Folder, write_private
from handout.batch.jobs import Done
from handout.batch.roster import Refusal

COLUMNS = [
    "order", "sheet", "language", "style", "paper", "result", "file", "companion", "pages", "copies",
    "content_id", "signed", "doses", "said", "reasons",
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
        "file": one.job.file if one.released else "",
        "companion": one.job.companion if one.released else "",
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


def draft_record(one: Done, folder: Folder) -> None:
    """Put the content of a sheet into the work folder, once: a list may be long, and memory is not."""
    draft = folder.work / f"record-{one.content_id}.json"
    if one.released and not draft.exists():
        content = json.dumps(one.record, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        write_private(draft, content.encode())


def write_records(done: Sequence[Done], folder: Folder) -> None:
    """`record/<content-id>.json` for each content, and `notes/<order>.txt` to paste into a patient's record."""
    released = [one for one in done if one.released]
    for content_id in sorted({one.content_id for one in released}):
        folder.adopt(folder.work / f"record-{content_id}.json", f"record/{content_id}.json")
    by_order = sorted(released, key=lambda one: one.job.order.number)
    for number, sheets in groupby(by_order, lambda one: one.job.order.number):
        folder.release(f"notes/{number}.txt", "\n".join(one.note for one in sheets).encode())


SHEET = re.compile(r"(\d+)-[a-z0-9-]+\.[A-Za-z-]+(?:\.with-[A-Za-z-]+)?(?:\.[a-z-]+)?\.pdf")


def clear_earlier(folder: Folder, listed: Iterable[str], done: Sequence[Done]) -> int:
    """Take away the sheets of an earlier list, so that nobody takes them for this one's. Says how many.

    Only files that the earlier manifest, or the ledger of a run that was killed (`listed`), says are ours.
    """
    ours = {*listed, *_in_manifest(folder)}
    kept = {name for one in done if one.released for name in (one.job.file, one.job.companion)}
    orders = {str(one.job.order.number) for one in done if one.released}
    removed = 0
    for name in sorted(ours - kept):
        match = SHEET.fullmatch(name)
        if match is None:
            continue
        path = folder.out / name
        removed += path.is_file()
        path.unlink(missing_ok=True)
        if match.group(1) not in orders:
            (folder.out / "notes" / f"{match.group(1)}.txt").unlink(missing_ok=True)
    return removed


def _in_manifest(folder: Folder) -> Iterator[str]:
    """The files that the manifest in the folder speaks of."""
    try:
        rows = json.loads((folder.out / "manifest.json").read_text("utf-8"))
        for row in rows:
            if row["result"] == "released":
                yield from (str(row["file"]), str(row.get("companion", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return
