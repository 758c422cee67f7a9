"""A small morning of invented people, and a shop for their sheets."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from handout.content import shipped_root
from handout.errors import Private
from handout.masters import Copy
from handout.pipeline import copies, open_shop
from handout.prescription import Clinician, Order, Patient
from handout.shop import Shop

CLINIC = Path(__file__).parents[1] / "batch" / "batch_clinic.yaml"
NOTE = "Ring the bell at door 2.\nThe blue form tells when Zebedee was weighed, by whom, and what he said of it then."
NAMES = {
    "en": "Quillon Oxenford", "ar": "ليلى حداد", "hi": "आशा शर्मा", "ko": "지민 김", "pl": "Łucja Żak",
    "ru": "Ольга Щукина", "vi": "Nguyễn Thị Ánh", "zh-Hans": "李小明",
}  # fmt: skip


@lru_cache(maxsize=2)
def shop(cache: Path, *tags: str) -> Shop:
    return open_shop([shipped_root()], CLINIC, date(2026, 11, 20), cache, tags)


def order(number: int = 3, tag: str = "en", name: str = "", note: str = "") -> Order:
    own = Private(name or NAMES.get(tag, NAMES["en"]), "name")
    patient = Patient(own, Private(f"QZ-{number:04d}", "reference"))
    giver = Clinician("Brynhild Ashby", "physiotherapist")
    return Order(number, ("back",), tag, patient=patient, clinician=giver, note=Private(note, "note") if note else None)


def made(own: Order, at: Shop) -> Copy:
    (copy,) = batch([own], at)
    return copy


def batch(orders: Sequence[Order], at: Shop) -> list[Copy]:
    found = []
    for one in copies(orders, orders[0].routines[0], at):
        if isinstance(one, Exception):
            raise one
        found.append(one[0])
    return found


def fresh(at: Shop) -> Shop:
    """The same shop with nothing made yet, but for what an eye has seen."""
    return replace(at)


def sealed(pdf: bytes) -> bytes:
    """A file that was changed, with the ID that is its own checksum."""
    body = pdf[: int(pdf[pdf.rindex(b"startxref") :].split()[1])]
    mark = hashlib.sha256(body).hexdigest()[:32].encode()
    return body + re.sub(rb"/ID\[<\w{32}><\w{32}>\]", b"/ID[<%s><%s>]" % (mark, mark), pdf[len(body) :])
