"""One sheet of a real clinic for one patient, made and proofed as a run makes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PIL import Image

from handout.content import shipped_root
from handout.errors import Private
from handout.pipeline import Publication, open_shop, publish
from handout.prescription import Order
from handout.prescription.order import Clinician, Patient
from handout.shop import Shop

DISC = '<circle cx="30" cy="30" r="28" fill="#084"/>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">{DISC}</svg>'
TODAY = date(2026, 11, 20)


def shop_of(clinic: str, folder: Path, cache: Path, tags: tuple[str, ...] | None = None) -> Shop:
    """The shop of a clinic whose file says `clinic`; a logo that it names is made beside it."""
    path = folder / "clinic.yaml"
    path.write_text(clinic, "utf-8")
    for name in ("logo.png", "logo.jpg"):
        Image.new("RGB", (600, 180), "teal").save(folder / name)
    (folder / "logo.svg").write_text(SVG, "utf-8")
    return open_shop((shipped_root(),), path, TODAY, cache, tags)


def order_for(
    language: str,
    name: str,
    *,
    reference: str = "",
    born: str = "",
    note: str = "",
    clinician: str = "",
    style: str = "standard",
    paper: str = "a4",
    routine: str = "back",
    without: tuple[str, ...] = (),
) -> Order:
    """An order as a line of the morning's list gives it."""
    person = Patient(
        Private(name, "name"),
        Private(reference, "reference") if reference else None,
        Private(born, "date of birth") if born else None,
    )
    return Order(
        2,
        (routine,),
        language,
        patient=person,
        note=Private(note, "note") if note else None,
        clinician=Clinician(clinician, "physiotherapist") if clinician else None,
        style=style,
        paper=paper,
        exclude=without,
    )


def published(order: Order, shop: Shop) -> Publication:
    """The sheet, released. Raises what refuses it."""
    return publish(order, order.routines[0], shop)
