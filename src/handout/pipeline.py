"""The table of contents: an order becomes a proofed handout in eight calls.

    load -> localise -> prescribe -> compose -> draw -> lay_out -> write -> proofread

`load` is called once for a run (`open_shop`), the others once for each sheet (`lay`, then `publish`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from handout.approval import approved_edition
from handout.cache import CacheRegion
from handout.content import Clinic, Library, grave, load
from handout.drawing import Drawing, Picture
from handout.edition import localise
from handout.errors import ContentError, HandoutError, LeafError, ProofError, errors_of
from handout.figure import look_of
from handout.frozen import remembered
from handout.language import for_country
from handout.layout import Pages, Partner, Theme, best_leaf, lay_out, lay_out_card, lay_out_pair, lowered
from handout.manuscript import Manuscript, Online, blank_manuscript, blanked, compose, compose_card, on_screen
from handout.masters import Copy, Masters, Model
from handout.pdf import write
from handout.prescription import Clinician, Likeness, Order, Prescription, as_sheet, no_leaf, prescribe
from handout.proof import Eye, proofread, proofread_page
from handout.shop import Shop, clinic_of, kept_of
from handout.store import Store

if TYPE_CHECKING:
    from handout.twin import About

CONTENT = "content"  # of the cache: libraries as they were read
CODE_SIZE = 72.0  # pt: 25 mm with its white margin, for a phone held over paper
# How a leaf is set, best first: cautions in the cells or in one place, letters wide or narrow; and with a card.
LEAF_WAYS = ((False, False), (True, False), (True, True))
CARD_WAYS = ((False, False), (False, True))
MASTERS: CacheRegion[Masters] = CacheRegion("masters by likeness", 24)
CARDS: CacheRegion[FridgeCard] = CacheRegion("fridge cards by likeness", 64)


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet on its pages, before it is written."""

    prescription: Prescription
    manuscript: Manuscript
    pages: Pages
    pictures: Mapping[str, Picture]
    symbols: Mapping[str, Drawing] | None = None  # the theme's, by name; for the proof
    notices: tuple[str, ...] = ()  # what whoever prints it must know


@dataclass(frozen=True, slots=True)
class Composed:
    """A sheet before it meets paper: what a page for a screen is made from."""

    prescription: Prescription
    manuscript: Manuscript
    pictures: Mapping[str, Picture]


@dataclass(frozen=True, slots=True)
class Publication:
    """A finished sheet that passed its proof."""

    laid: Laid
    pdf: bytes


@dataclass(frozen=True, slots=True)
class FridgeCard:
    """The fridge card of a sheet, that passed its proof. Nothing of a patient is on it."""

    manuscript: Manuscript
    pages: Pages
    pdf: bytes


def open_shop(
    layers: Sequence[Path], clinic: Path | None, today: date, cache: Path, tags: Sequence[str] | None = None
) -> Shop:
    """Read all content, or that of some languages only; what an earlier process found right in the same files is not
    read again. Raises ContentError with every error found."""
    kept = kept_of(Store(cache / CONTENT), layers)
    asked = f"{'all' if tags is None else sorted(tags)} {[str(one) for one in layers]}"  # a library knows its folders
    library = remembered(kept, f"library {asked}", lambda: _library(layers, tags))
    own, kept = clinic_of(clinic, library, kept) if clinic else (None, kept)
    return Shop(library, today, cache, own, read=kept)


def _library(layers: Sequence[Path], tags: Sequence[str] | None) -> Library:
    """Content without a grave error."""
    library, findings = load(layers, tags)
    if errors := grave(findings):
        raise ContentError(errors)
    return library


def lay(order: Order, name: str, shop: Shop) -> Laid:
    """One sheet of an order as pages; `name` is one of its routines or packs. Raises what refuses it."""
    try:
        prescription, partner = _composed(order, name, shop)
        pages = lay_out(partner.manuscript, partner.pictures, partner.theme, partner.setting)
    except LeafError as error:
        return replace(lay(as_sheet(order), name, shop), notices=(no_leaf(error),))
    return Laid(prescription, partner.manuscript, pages, partner.pictures, partner.theme.icons)


def lay_both(order: Order, name: str, beside: str, shop: Shop) -> tuple[Laid, Laid]:
    """The sheet, and the same order in the language `beside`, whose exercises stand at the same places."""
    try:
        one, own = _composed(order, name, shop)
        other, companion = _composed(replace(order, language=beside), name, shop)
        pages = lay_out_pair(own, companion)
    except LeafError as error:
        first, second = lay_both(as_sheet(order), name, beside, shop)
        return replace(first, notices=(no_leaf(error),)), second
    return (
        Laid(one, own.manuscript, pages[0], own.pictures, own.theme.icons),
        Laid(other, companion.manuscript, pages[1], companion.pictures, companion.theme.icons),
    )


def handed_out(order: Order, clinic: Clinic | None) -> Order:
    """The order with the clinic's own clinician, where it names nobody."""
    if order.clinician or clinic is None or not clinic.clinician:
        return order
    person = clinic.clinicians[clinic.clinician]
    return replace(order, clinician=Clinician(person.name, person.role))


def prescription_of(order: Order, name: str, shop: Shop) -> Prescription:
    """One sheet of an order as it would be printed, before its words. Raises what refuses it."""
    order = handed_out(order, shop.clinic)
    edition = localise(shop.library, shop.routine_of(name), order.language, shop.country)
    edition = approved_edition(edition, shop.standing(name, order.language))
    return prescribe(edition, order, shop.clinic, shop.country, shop.today, name)


def _composed(order: Order, name: str, shop: Shop) -> tuple[Prescription, Partner]:
    """All that comes before the pages. What a leaf looks like is found without what is one order's own."""
    prescription = prescription_of(order, name, shop)
    partner = _partner(prescription, shop)
    own = compose(prescription, shop.kept, gathered=partner.manuscript.gathered)
    return prescription, replace(partner, manuscript=own)


def _partner(prescription: Prescription, shop: Shop, likeness: Likeness | None = None) -> Partner:
    """What is laid out, its manuscript with blanks; a leaf in the best way that its two pages hold, which the shop
    remembers of a `likeness`. Raises LeafError where they hold it in none."""
    theme, setting = shop.theme(prescription.style), shop.setting(prescription.edition.language)
    kept = shop.values_of(likeness) if likeness else None

    def made(height: float, *, gathered: bool = False, narrow: bool = False) -> Partner:
        manuscript = blank_manuscript(prescription, shop.kept, gathered=gathered)
        pictures = draw(manuscript, prescription, theme, shop, height)
        return Partner(manuscript, pictures, theme, setting.closest() if narrow else setting)

    if prescription.length == "leaf":
        one, sizes = prescription.alone, theme.pictures
        ways = [partial(made, gathered=own, narrow=narrow) for own, narrow in (CARD_WAYS if one else LEAF_WAYS)]
        heights = (sizes.height, sizes.low) if one else theme.leaf.heights
        return shop.leaf_choice(lambda: best_leaf(ways, heights), likeness).made(ways)
    look = look_of(prescription.style, prescription.person, theme.pictures.low)
    low = partial(lowered, draw=partial(shop.drawn, look=look))
    pictures = remembered(kept, "pictures", lambda: shop.with_taller(low(made(theme.pictures.height)), look))
    return Partner(blank_manuscript(prescription, shop.kept), pictures, theme, setting)


def masters_of(order: Order, name: str, shop: Shop, beside: str = "") -> Masters:
    """The masters of all orders that are like this one, with a companion in the language `beside`. Raises what refuses
    them all."""
    alike = [order, replace(order, language=beside)] if beside else [order]
    likeness = Likeness.of(order, name, beside)

    def make() -> Masters:
        return Masters([_model(one, name, shop) for one in alike], shop.today, shop.eye, shop.values_of(likeness))

    return shop.kept.get(MASTERS, likeness, make)


def _model(order: Order, name: str, shop: Shop) -> Model:
    prescription = prescription_of(order, name, shop)
    return Model(blanked(prescription), _partner(prescription, shop, Likeness.of(order, name)))


def copies(orders: Sequence[Order], name: str, shop: Shop, beside: str = "") -> list[tuple[Copy, ...] | HandoutError]:
    """The sheets of orders that are like each other, written and proved; or what refuses one of them. What a leaf does
    not hold becomes a sheet, and says so."""
    made = _copies(orders, name, shop, beside)
    long = [index for index, one in enumerate(made) if isinstance(one, LeafError)]
    if long:
        again = _copies([as_sheet(orders[index]) for index in long], name, shop, beside)
        for index, one in zip(long, again, strict=True):
            made[index] = _noted(one, no_leaf(cast(LeafError, made[index])))
    return made


def _copies(orders: Sequence[Order], name: str, shop: Shop, beside: str) -> list[tuple[Copy, ...] | HandoutError]:
    try:
        masters = masters_of(orders[0], name, shop, beside)
    except HandoutError as error:
        return [error] * len(orders)
    return masters.copies([handed_out(order, shop.clinic) for order in orders])


def _noted(made: tuple[Copy, ...] | HandoutError, notice: str) -> tuple[Copy, ...] | HandoutError:
    """The sheet with what must be said of it."""
    return made if isinstance(made, HandoutError) else (replace(made[0], notices=(notice,)), *made[1:])


def publish(order: Order, name: str, shop: Shop) -> Publication:
    """One sheet of an order, written and read back. Raises ProofError when the file is not what was asked for."""
    (made,) = copies([order], name, shop)
    if isinstance(made, HandoutError):
        raise made
    (copy,) = made
    symbols = shop.theme(copy.manuscript.style).icons
    laid = Laid(copy.prescription, copy.manuscript, copy.pages, copy.pictures, symbols, copy.notices)
    return Publication(laid, copy.pdf)


def card_of(order: Order, name: str, shop: Shop) -> FridgeCard:
    """The fridge card of a sheet, written and read back; made once for all orders that are alike. Raises what
    refuses it."""
    return shop.kept.get(CARDS, Likeness.of(order, name), lambda: _card(order, name, shop))


def _card(order: Order, name: str, shop: Shop) -> FridgeCard:
    prescription = prescription_of(order, name, shop)
    theme = shop.theme(prescription.style)
    setting = shop.setting(prescription.edition.language)
    manuscript = compose_card(prescription, shop.kept)
    paper, pages = lay_out_card(manuscript, theme, setting)
    manuscript, pdf = replace(manuscript, paper=paper), write(pages, cache=shop.kept)
    if findings := errors_of(proofread(pdf, manuscript, {}, shop.eye, theme.icons)):
        raise ProofError(findings)
    return FridgeCard(manuscript, pages, pdf)


def finish(laid: Laid, eye: Eye | None = None) -> Publication:
    """A laid sheet written whole, read back by other libraries than wrote it, and looked at. Raises ProofError."""
    pdf = write(laid.pages)
    if findings := errors_of(proofread(pdf, laid.manuscript, laid.pictures, eye, laid.symbols)):
        raise ProofError(findings)
    return Publication(laid, pdf)


def composed(order: Order, name: str, shop: Shop) -> Composed:
    """One sheet of an order without its pages of paper: a screen has room for all there is to say. Raises what refuses
    it."""
    prescription, partner = _composed(as_sheet(order), name, shop)
    return Composed(prescription, partner.manuscript, partner.pictures)


def for_screen(sheet: Composed | Laid, shop: Shop, about: About | None = None) -> str:
    """The sheet as one page of HTML, read back by another parser than wrote it; of a leaf, the whole sheet. Raises
    ProofError."""
    from handout.twin import About, controls_of, page_of  # paper asks for none of it

    if sheet.manuscript.length == "leaf":
        sheet = composed(sheet.prescription.order, sheet.prescription.name, shop)
    language = for_country(sheet.prescription.edition.language, shop.country)
    controls, about = controls_of(language, sheet.prescription), about or About()
    manuscript = on_screen(sheet.manuscript, sheet.prescription)
    page = page_of(manuscript, sheet.pictures, controls, about)
    if findings := errors_of(proofread_page(page, manuscript, about.beside(controls.words))):
        raise ProofError(findings)
    return page


def draw(
    manuscript: Manuscript, prescription: Prescription, theme: Theme, shop: Shop, height: float = 0.0
) -> dict[str, Picture]:
    """The pictures that the manuscript names, inked for this theme or for a `height` in pt, and the clinic's logo."""
    look = look_of(manuscript.style, prescription.person, height or theme.pictures.height)
    size = theme.leaf.code if manuscript.length == "leaf" else CODE_SIZE
    drawn = shop.drawn(manuscript.pictures, look)
    return {**drawn, **shop.logo(manuscript.style), **_code(manuscript, prescription, size, shop)}


def _code(manuscript: Manuscript, prescription: Prescription, size: float, shop: Shop) -> dict[str, Picture]:
    """The code of the stock page, where the sheet has a place for it."""
    place, clinic = manuscript.first(Online), prescription.clinic
    if place is None or clinic is None:
        return {}
    address = clinic.page_of(prescription.edition.routine.id, prescription.edition.tag)
    return {place.code.ref: shop.code(address, size)}
