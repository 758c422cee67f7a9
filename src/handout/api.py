"""The library: what `import handout` offers. Its names and fields are stable; docs/api.md shows them at work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field, fields, replace
from datetime import UTC, datetime
from datetime import date as day
from pathlib import Path

from handout import pipeline
from handout.batch import known_of, note_of, read_fields, refuse_drafts, refuse_unchecked, unknown_language
from handout.content import layers_of
from handout.errors import Finding, PrescriptionError, UsageError
from handout.shop import Shop
from handout.store import cache_folder

ENGLISH = "en"  # every other language is held against it


@dataclass(frozen=True, slots=True)
class Order:
    """What a clinician asks for one person: the fields are the columns of a list, under the same names.

    Nothing is looked up before `render` does. What is the patient's is kept out of `repr`.
    """

    routine: str  # a routine or a pack
    language: str  # a tag, or a name that the clinic file maps
    _: KW_ONLY
    name: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    born: day | str = field(default="", repr=False)
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    doses: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # exercise -> dose field -> number
    side: str = ""
    flags: Sequence[str] = ()
    note: str = field(default="", repr=False)
    clinician: str = field(default="", repr=False)  # an id of the clinic file, or a name
    date: day | str = ""  # the day it is handed out; "" is the shop's
    style: str = ""  # standard | large-print | mono
    length: str = ""  # leaf | sheet; "" is the pack's, then the clinic's, then sheet
    card: bool | None = None  # with a fridge card; None is the pack's, then the clinic's
    paper: str = ""  # a4 | letter; "" is the clinic's, then the country's
    person: str = ""  # one figure in all pictures


@dataclass(frozen=True, slots=True)
class Handout:
    """A finished sheet that passed its proof. Only `pdf` and `html` hold anything of the patient."""

    pdf: bytes = field(repr=False)
    content_id: str  # names what is printed, without patient, clinician, date and note
    routine: str  # the routine or pack that was asked for
    language: str
    style: str
    paper: str
    length: str  # as printed; large print has one of its own, and says sheet
    pages: int
    swaps: tuple[str, ...]  # exercises that a flag made easier
    asks: tuple[str, ...]  # what must be asked before it is handed over
    approved: bool  # a clinician approved exactly this; otherwise it is stamped as a draft
    unsure: int  # texts that a translator was unsure of
    record: str  # plain English lines for the patient's record
    html: str = field(default="", repr=False)  # the same for a screen, where it was asked for
    card: bytes = field(default=b"", repr=False)  # the fridge card as PDF, where it was asked for


def open_shop(
    library: Iterable[Path | str] = (),
    clinic: Path | str | None = None,
    *,
    languages: Iterable[str] | None = None,
    today: day | None = None,
    cache: Path | str | None = None,
) -> Shop:
    """Read and check all content once: the shipped, the folders of `library` laid over it, the clinic's file.

    `languages` limits what is read. `today` is the day that sheets bear; left out, the clock is read now. `cache` is
    the folder of inked drawings. Raises HandoutError with every finding.
    """
    layers = layers_of(Path(folder) for folder in library)
    tags = None if languages is None else tuple(languages)
    _refuse_languages(tags or (), layers)
    file = None if clinic is None else Path(clinic)
    if file is not None and not file.is_file():
        raise UsageError(Finding(f"there is no clinic file {file}", "Check the name of the clinic file."))
    read = None if tags is None else tuple(dict.fromkeys((ENGLISH, *tags)))
    place = cache_folder() if cache is None else Path(cache)
    return pipeline.open_shop(layers, file, today or datetime.now(UTC).astimezone().date(), place, read)


def _refuse_languages(tags: Iterable[str], layers: Iterable[Path]) -> None:
    known = {path.stem for root in layers for path in (root / "assets" / "languages").glob("*.yaml")}
    strange = [tag for tag in tags if tag not in known]
    if strange:
        raise UsageError(unknown_language(tag, known) for tag in strange)


def render(order: Order, shop: Shop, *, final: bool = False, html: bool = False) -> Handout:
    """One sheet, written, read back by other software than wrote it, and only then handed over.

    `html` also makes it one page for a screen. `final` refuses drafts and what cannot be checked against PDF/UA-1 and
    PDF/A-2a. Raises HandoutError: its `findings` say where, what, and what to do next, and quote nothing of the
    patient; its `exit_code` is the command's.
    """
    told = {one.name: getattr(order, one.name) for one in fields(order)}
    asked, findings = read_fields(told, known_of(shop))
    if asked is None:
        raise PrescriptionError(findings)
    if len(asked.routines) > 1:
        raise PrescriptionError(Finding("routine: names several, and each is a sheet", "Render one order for each."))
    laid = pipeline.lay(asked, asked.routines[0], shop)
    refuse_drafts((laid,), shop, final=final)
    pdf = pipeline.finish(laid, shop.eye).pdf
    if final:
        refuse_unchecked(pdf)
    card = pipeline.card_of(asked, asked.routines[0], shop).pdf if laid.prescription.card else b""
    if final and card:
        refuse_unchecked(card)
    made = _handout(laid, pdf)
    return replace(made, html=pipeline.for_screen(laid, shop) if html else "", card=card)


def _handout(laid: pipeline.Laid, pdf: bytes) -> Handout:
    prescription, content_id = laid.prescription, laid.manuscript.content_id
    return Handout(
        pdf=pdf,
        content_id=content_id,
        routine=prescription.name,
        language=prescription.edition.tag,
        style=laid.manuscript.style,
        paper=laid.manuscript.paper,
        length=prescription.length,
        pages=len(laid.pages.pages),
        swaps=tuple(map(str, prescription.swaps)),
        asks=prescription.questions,
        approved=prescription.edition.approved,
        unsure=len(prescription.edition.unsure),
        record=note_of(prescription, content_id),
    )
