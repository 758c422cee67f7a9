"""What a finished sheet was ordered as: by the content id that it names, from its record or as a stock edition.

The patient's own values are read from the file itself, so that a sheet made again gives them the same room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from typing import Final

from handout.authoring.diff import record_of
from handout.authoring.recorded import order_of
from handout.errors import HandoutError, Private
from handout.manuscript import PatientRow, compose, id_of
from handout.pipeline import prescription_of
from handout.prescription import Clinician, Order, Patient
from handout.proof import Document, ReadBack
from handout.shop import Shop

STYLES: Final = ("standard", "large-print", "mono")
PAPERS: Final = ("a4", "letter")
LENGTHS: Final = ("sheet", "leaf")
_ID = re.compile(r"(?<![a-z0-9])[a-z2-7]{10}(?![a-z0-9])")
_SIGN = Private("-", "name")


@dataclass(frozen=True)
class Ordered:
    """Finds orders in a folder of records and among the stock editions of a shop."""

    shop: Shop
    records: Path | None = None
    _stock: dict[str, dict[str, Order]] = field(default_factory=dict, compare=False, repr=False)

    def order_of(self, one: Document) -> Order | None:
        """The order behind a document, with what stands on it of the patient's own; None where nobody knows it."""
        if one.language not in self.shop.library.languages:
            return None
        known = (self._known(name, one.language) for name in _names(one))
        plain = next((order for order in known if order is not None), None)
        return plain and _filled(plain, one.read, self.shop)

    def _known(self, content_id: str, tag: str) -> Order | None:
        return self._recorded(content_id) or self._editions(tag).get(content_id)

    def _recorded(self, content_id: str) -> Order | None:
        """The order of the record of that id, where the library of today still makes that content of it."""
        if self.records is None or not (self.records / f"{content_id}.json").is_file():
            return None
        try:
            order = order_of(record_of(self.records, content_id), self.shop)
            same = id_of(prescription_of(order, order.routines[0], self.shop), self.shop.kept) == content_id
        except HandoutError:
            return None
        return order if same else None

    def _editions(self, tag: str) -> dict[str, Order]:
        """The stock editions of a language by content id; looked for once."""
        if tag not in self._stock:
            found = self._stock[tag] = dict[str, Order]()
            library = self.shop.library
            for name, style, paper, length in product((*library.routines, *library.packs), STYLES, PAPERS, LENGTHS):
                order = Order(0, (name,), tag, style=style, paper=paper, length=length)
                try:
                    found[id_of(prescription_of(order, name, self.shop), self.shop.kept)] = order
                except HandoutError:
                    continue  # an edition that cannot be made now
        return self._stock[tag]


def _names(one: Document) -> Iterator[str]:
    """What may be the content id of a document: of a file that is one, it is claimed; in a print job its colophon says
    it, read as the file spells it: on a right-to-left page a reader turns one round that begins with digits."""
    if not one.name:
        yield from _ID.findall(one.read.claims.identifier)
        return
    yield from reversed(_ID.findall(one.read.text(one.read.block("colophon"))))


def _filled(order: Order, read: ReadBack, shop: Shop) -> Order:
    """The order with the patient, the clinician and the note as the document says them."""
    who = Patient(_SIGN, Private("-", "reference"), Private("-", "born"))
    asked = prescription_of(replace(order, patient=who, clinician=Clinician("-")), order.routines[0], shop)
    row = compose(asked).first(PatientRow)
    labels = [entry.label for entry in row.entries] if row else []
    said = dict(_rows(read, labels))
    name, by, reference, born = (said.get(label, "") for label in (*labels[:2], *labels[3:5]))
    patient = None
    if name or reference or born:
        patient = Patient(
            Private(name, "name"),
            Private(reference, "reference") if reference else None,
            Private(born, "born") if born else None,
        )
    notes = (node for top in read.block("note") for node in top.walk() if node.role == "P")
    lines = [" ".join(read.text((node,)).split()) for node in notes]
    note = Private("\n".join(lines), "note") if lines else None
    return replace(order, patient=patient, note=note, clinician=Clinician(by) if by else None)


def _rows(read: ReadBack, labels: list[str]) -> Iterator[tuple[str, str]]:
    """Each entry of the patient's row: its label, and what stands behind it."""
    for name in ("patient", "visit"):
        for node in (node for top in read.block(name) for node in top.walk() if node.role == "P"):
            text = " ".join(read.text((node,)).split())
            label = max((one for one in labels if text.startswith(one)), key=len, default="")
            if label:
                yield label, text.removeprefix(label).strip()
