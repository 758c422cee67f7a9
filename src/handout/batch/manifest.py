"""What was printed, without names: a manifest for the file, a record for each content, a note for each order."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from handout.batch.archive import MANIFEST, RECORD, key_of, mark_of
from handout.batch.folder import Folder, put, write_private
from handout.batch.jobs import Done
from handout.batch.report import Report, RunOptions
from handout.batch.roster import Refusal
from handout.shop import Shop

COLUMNS = [
    "order", "date", "mark", "clinician", "sheet", "language", "style", "paper", "length", "result", "file",
    "companion", "page", "card", "card_paper", "pages", "leaves", "copies", "content_id", "signed", "doses", "said",
    "reasons",
]  # fmt: skip
Way = Callable[[Iterable[dict[str, Any]]], Iterator[bytes]]  # of writing entries
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Ledgering:
    """What every line of a manifest shares: the day of the run, the archive's key, whether names are wished for."""

    day: str
    key: str
    names: bool = False


def entries(done: Sequence[Done], refusals: Sequence[Refusal], shared: Ledgering) -> Iterator[dict[str, Any]]:
    """One entry a sheet, then one a row that was refused before it became one; sorted by order number. Each is made
    when it is its turn: those of a long list are larger than all else of it."""
    rows = [(one.job.order.number, index) for index, one in enumerate(done)]
    rows += [(refusal.row, len(done) + index) for index, refusal in enumerate(refusals)]
    for _, index in sorted(rows):
        yield _sheet(done[index], shared) if index < len(done) else _row(refusals[index - len(done)], shared)


def _sheet(one: Done, shared: Ledgering) -> dict[str, Any]:
    order = one.job.order
    fields = {
        **one.fields(),
        "date": order.date.isoformat() if order.date else shared.day,
        "mark": mark_of(order.patient.reference, shared.key) if order.patient else "",
        "clinician": order.clinician.name if order.clinician else "",
        "result": "released" if one.released else "refused",
        "doses": list(one.doses),
        "reasons": [finding.what for finding in one.findings],
    }
    entry: dict[str, Any] = {column: fields[column] for column in COLUMNS}
    if shared.names:
        entry["name"] = order.patient.name.reveal() if order.patient else ""
    return entry


def _row(refusal: Refusal, shared: Ledgering) -> dict[str, Any]:
    empty: dict[str, Any] = {**dict.fromkeys(COLUMNS, ""), "doses": [], "said": []}
    reasons = [finding.what for finding in refusal.findings]
    return {**empty, "order": refusal.row, "date": shared.day, "result": "refused", "reasons": reasons}


def write_manifest(report: Report, folder: Folder, options: RunOptions, shop: Shop) -> None:
    """`manifest.json` and `manifest.csv` in the run's folder."""
    names = options.names
    shared = Ledgering(shop.today.isoformat(), key_of(options.out), names)
    columns = [*COLUMNS, *(["name"] if names else [])]
    ways: tuple[tuple[str, Way], ...] = ((MANIFEST, _json), ("manifest.csv", partial(_csv, columns=columns)))
    for name, written in ways:
        folder.release(name, written(entries(report.done, report.refusals, shared)))


def _json(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """A list of objects, each of its lines moved in by one."""
    before = b"["
    for row in rows:
        told = json.dumps(row, ensure_ascii=False, indent=1).replace("\n", "\n ")  # no text in it breaks a line
        yield before + b"\n " + told.encode()
        before = b","
    yield b"[]\n" if before == b"[" else b"\n]\n"


def _csv(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> Iterator[bytes]:
    """With a mark, so that a spreadsheet reads it as UTF-8; no cell begins like a formula."""
    yield codecs.BOM_UTF8 + _line(columns)
    for row in rows:
        yield _line([_cell(row.get(column, "")) for column in columns])


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


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


def write_records(done: Sequence[Done], folder: Folder, out: Path) -> None:
    """`record/<content-id>.json` for each content, and `notes/<order>.txt` to paste into a patient's record.

    Records lie beside the runs: the same content has the same id in each of them.
    """
    released = [one for one in done if one.released]
    for content_id in sorted({one.content_id for one in released}):
        put(out / RECORD / f"{content_id}.json", (folder.work / f"record-{content_id}.json").read_bytes())
    by_order = sorted(released, key=lambda one: one.job.order.number)
    for number, sheets in groupby(by_order, lambda one: one.job.order.number):
        folder.release(f"notes/{number or 1}.txt", "\n".join(one.note for one in sheets).encode())

