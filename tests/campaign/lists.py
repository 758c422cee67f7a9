"""Mutants of lists of patients: text files, and Excel workbooks inside and out."""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import openpyxl
from tests.campaign.verdicts import Outcome, Verdict, judged

from handout.batch.tables import read_table

LINES = ("name;reference;language;routine", "Ida Invented;R1;en;back", "علي محمد;R2;ar;back", "Łucja;R3;pl;back")


def roster(seed: int) -> Verdict:
    """Bytes of a list changed, put in or taken out: it is read or refused, and never a crash."""
    dice = random.Random(seed)
    data = bytearray("\n".join(LINES).encode(dice.choice(["utf-8", "utf-8-sig", "utf-16"])))
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(data))
        data[at : at + dice.randint(0, 2)] = bytes(dice.randrange(256) for _ in range(dice.randint(0, 2)))
    return _read("monday.csv", bytes(data), f"list of seed {seed}")


def workbook(seed: int) -> Verdict:
    """Bytes of the zip changed, or bytes or words of one of the parts inside it."""
    dice = random.Random(seed)
    if dice.random() < 0.3:
        data = bytearray(_book())
        for _ in range(dice.randint(1, 8)):
            data[dice.randrange(len(data))] ^= dice.randint(1, 255)
        return _read("monday.xlsx", bytes(data), f"bytes of workbook {seed}")
    with zipfile.ZipFile(io.BytesIO(_book())) as old:
        parts = {name: bytearray(old.read(name)) for name in sorted(old.namelist())}
    name = dice.choice([*parts])
    part = parts[name]
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(part))
        if dice.random() < 0.5:
            part[at] ^= dice.randint(1, 255)
        else:  # a piece doubled, or gone
            piece = part[at : at + dice.randint(1, 40)]
            part[at : at + len(piece)] = dice.choice([b"", piece * 2])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for other, content in parts.items():
            new.writestr(other, bytes(content))
    return _read("monday.xlsx", out.getvalue(), f"{name} of workbook {seed}")


@cache
def _book() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for line in LINES:
        book.active.append(line.split(";"))
    book.save(out)
    return out.getvalue()


def _read(name: str, data: bytes, done: str) -> Verdict:
    def attempt() -> Verdict:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            read_table(path)
        return Verdict(Outcome.harmless, done)

    return judged(done, attempt)
