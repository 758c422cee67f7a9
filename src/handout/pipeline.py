"""The table of contents: an order becomes a proofed handout in eight calls.

    load -> localise -> prescribe -> compose -> draw -> lay_out -> write -> proofread

`load` is called once for a run (`open_desk`), the others once for each sheet (`lay`, then `publish`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from handout.approval import Standing, approved_edition, standing_of
from handout.content import Clinic, Library, grave, load, read_clinic
from handout.drawing import Box, Picture, load_picture
from handout.edition import localise
from handout.errors import ContentError, ProofError, errors_of
from handout.figure.gallery import Gallery, Look
from handout.language import Country, Language, for_country, number
from handout.layout import Partner, Setting, Theme, lay_out, lay_out_pair
from handout.layout.pages import Pages
from handout.layout.theme.loading import load_theme
from handout.manuscript.compose import compose
from handout.manuscript.elements import Manuscript
from handout.manuscript.sheet.masthead import LOGO
from handout.pdf import write
from handout.prescription import Order, Prescription, prescribe
from handout.prescription.order import Clinician
from handout.proof import Eye, proofread

DIGITS = range(10)


@dataclass(frozen=True)
class Desk:
    """What every sheet of a run shares: the library, the clinic, today's date, and the drawings made so far."""

    library: Library
    today: date
    cache: Path  # inked drawings
    clinic: Clinic | None = None
    themes: dict[str, Theme] = field(default_factory=dict, compare=False)
    eye: Eye = field(default_factory=Eye, compare=False)  # remembers the pages that it found right
    logos: dict[str, Picture] = field(default_factory=dict, compare=False)  # by style
    standings: dict[tuple[str, str], Standing] = field(default_factory=dict, compare=False)  # by routine and language

    @cached_property
    def gallery(self) -> Gallery:
        """The pictures of the library."""
        return Gallery(self.library, self.cache)

    @property
    def country(self) -> Country | None:
        """The clinic's country; without a clinic nobody knows which number to print."""
        return self.library.countries[self.clinic.country] if self.clinic else None

    def theme(self, style: str) -> Theme:
        """The theme of a style, read once."""
        if style not in self.themes:
            self.themes[style] = load_theme(style, self.library)
        return self.themes[style]

    def logo(self, style: str) -> Mapping[str, Picture]:
        """The clinic's logo under the name the manuscript has for it, read once a style; none without one.
        Raises DrawingError."""
        if self.clinic is None or self.clinic.logo is None:
            return {}
        if style not in self.logos:
            size = self.theme(style).masthead
            box = Box(size.logo_width, size.logo)
            self.logos[style] = load_picture(self.clinic.logo, box, grey=style == "mono")
        return {LOGO: self.logos[style]}

    def standing(self, name: str, tag: str) -> Standing:
        """Whether a routine, or that of a pack, is approved in that language as this desk prints it; looked at once.
        Raises what refuses such a sheet."""
        key = self.routine_of(name), tag
        if key not in self.standings:
            edition = localise(self.library, *key)
            gallery = Gallery(self.library, self.cache)  # the desk's own keeps only what it prints
            self.standings[key] = standing_of(edition, self.country, gallery, self.today)
        return self.standings[key]

    def routine_of(self, name: str) -> str:
        """The routine behind the name of a routine or a pack."""
        pack = self.library.packs.get(name)
        return pack.routine if pack else name


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet on its pages, before it is written."""

    prescription: Prescription
    manuscript: Manuscript
    pages: Pages
    pictures: Mapping[str, Picture]


@dataclass(frozen=True, slots=True)
class Publication:
    """A finished sheet that passed its proof."""

    laid: Laid
    pdf: bytes


def open_desk(
    layers: Sequence[Path], clinic: Path | None, today: date, cache: Path, tags: Sequence[str] | None = None
) -> Desk:
    """Read all content, or that of some languages only. Raises ContentError with every error found."""
    library, findings = load(layers, tags)
    errors = grave(findings)
    if errors:
        raise ContentError(errors)
    return Desk(library, today, cache, read_clinic(clinic, library) if clinic else None)


def lay(order: Order, name: str, desk: Desk) -> Laid:
    """One sheet of an order as pages; `name` is one of its routines or packs. Raises what refuses it."""
    prescription, partner = _composed(order, name, desk)
    pages = lay_out(partner.manuscript, partner.pictures, partner.theme, partner.setting)
    return Laid(prescription, partner.manuscript, pages, partner.pictures)


def lay_both(order: Order, name: str, beside: str, desk: Desk) -> tuple[Laid, Laid]:
    """The sheet, and the same order in the language `beside`, whose exercises stand at the same places."""
    one, own = _composed(order, name, desk)
    other, companion = _composed(replace(order, language=beside), name, desk)
    pages = lay_out_pair(own, companion)
    return (
        Laid(one, own.manuscript, pages[0], own.pictures),
        Laid(other, companion.manuscript, pages[1], companion.pictures),
    )


def handed_out(order: Order, clinic: Clinic | None) -> Order:
    """The order with the clinic's own clinician, where it names nobody."""
    if order.clinician or clinic is None or not clinic.clinician:
        return order
    person = clinic.clinicians[clinic.clinician]
    return replace(order, clinician=Clinician(person.name, person.role))


def prescription_of(order: Order, name: str, desk: Desk) -> Prescription:
    """One sheet of an order as it would be printed, before its words. Raises what refuses it."""
    order = handed_out(order, desk.clinic)
    edition = localise(desk.library, desk.routine_of(name), order.language)
    edition = approved_edition(edition, desk.standing(name, order.language))
    return prescribe(edition, order, desk.clinic, desk.country, desk.today, name)


def _composed(order: Order, name: str, desk: Desk) -> tuple[Prescription, Partner]:
    """All that comes before the pages."""
    prescription = prescription_of(order, name, desk)
    manuscript = compose(prescription)
    theme = desk.theme(manuscript.style)
    pictures = draw(manuscript, prescription, theme, desk)
    return prescription, Partner(manuscript, pictures, theme, setting_of(prescription.edition.language, desk.country))


def publish(order: Order, name: str, desk: Desk) -> Publication:
    """One sheet of an order, written and read back. Raises ProofError when the file is not what was asked for."""
    laid = lay(order, name, desk)
    return finish(laid, desk.eye)


def finish(laid: Laid, eye: Eye | None = None) -> Publication:
    """A laid sheet written, read back by other libraries than wrote it, and looked at. Raises ProofError."""
    pdf = write(laid.pages)
    findings = errors_of(proofread(pdf, laid.manuscript, laid.pictures, eye))
    if findings:
        raise ProofError(findings)
    return Publication(laid, pdf)


def draw(manuscript: Manuscript, prescription: Prescription, theme: Theme, desk: Desk) -> dict[str, Picture]:
    """The pictures that the manuscript names, inked for this theme, and the clinic's logo."""
    ink = "mono" if manuscript.style == "mono" else "colour"
    drawn = desk.gallery.draw(manuscript.pictures, Look(ink, prescription.person, theme.pictures.height))
    return {**drawn, **desk.logo(manuscript.style)}


def setting_of(language: Language, country: Country | None) -> Setting:
    """How this language is set, with the digits of the clinic's country."""
    local = for_country(language, country)
    digits = "".join(number(local, digit) for digit in DIGITS)
    return Setting(language.tag, language.direction, language.faces, language.size, language.leading, digits)
