"""The shop: what every sheet of a run, or of a server, is made from - content, clinic, day - and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from handout.approval import Standing, standing_of
from handout.cache import Cache, CacheRegion
from handout.content import Clinic, Library, read_clinic, rewording_findings
from handout.drawing import Box, Drawing, Picture, code_of, load_picture, name_at
from handout.edition import localise
from handout.errors import Finding, Severity
from handout.figure import MIRRORED, Gallery, Look
from handout.frozen import KeptValues, remembered
from handout.language import Country, Language, alphabet_of, for_country, number
from handout.layout import LeafChoice, Partner, Setting, Theme, load_theme
from handout.manuscript import LOGO
from handout.prescription import Likeness
from handout.proof import Eye
from handout.store import Store, content_hash, content_stamp, engine

THEMES: CacheRegion[Theme] = CacheRegion("themes by style", 8)
CODES: CacheRegion[Drawing] = CacheRegion("codes of stock pages by address and size", 64)
LOGOS: CacheRegion[Picture] = CacheRegion("the clinic's logo by style", 8)


def kept_of(store: Store, layers: Sequence[Path], files: Sequence[Path] = ()) -> KeptValues:
    """What a store holds of what is made by this program from these libraries and other files as they are now: ask
    before they are read."""
    stamp = content_stamp(layers, files)
    return KeptValues(store, f"{engine()} {content_hash(layers, files)}", partial(_unchanged, layers, files, stamp))


def clinic_of(path: Path, library: Library, kept: KeptValues) -> tuple[Clinic, KeptValues]:
    """The clinic of a file, and what is kept of what is made from it as well. Raises ContentError."""
    files = read_clinic(path, library).files  # it names its logo
    kept = kept.beside(kept_of(kept.store, (), files))
    return read_clinic(path, library), kept  # read once what it is known by


def _unchanged(layers: Sequence[Path], files: Sequence[Path], stamp: str) -> bool:
    return content_stamp(layers, files) == stamp


@dataclass(frozen=True)
class Shop:
    """What every sheet of a run shares: the library, the clinic, today's date, and the drawings made so far."""

    library: Library
    today: date
    cache: Path  # inked drawings
    clinic: Clinic | None = None
    kept: Cache = field(default_factory=Cache, init=False, compare=False, repr=False)  # what its sheets share
    eye: Eye = field(default_factory=Eye, compare=False)  # remembers the pages that it found right
    store: Store | None = field(default=None, compare=False)  # outlasts the run
    standings: dict[tuple[str, str], Standing] = field(default_factory=dict, compare=False)  # by routine and language
    read: KeptValues | None = field(default=None, compare=False)  # of all its files as they were when they were read

    @cached_property
    def gallery(self) -> Gallery:
        """The pictures of the library."""
        return Gallery(self.library, self.cache)

    @property
    def made_from(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """What its sheets are made from: folders of libraries, and other files."""
        return self.library.layers, self.clinic.files if self.clinic else ()

    @cached_property
    def values(self) -> KeptValues | None:
        """What outlasts the run of what is made from program, libraries and clinic as they were read."""
        if self.store is None:
            return None
        return replace(self.read, store=self.store) if self.read else kept_of(self.store, *self.made_from)

    def values_of(self, likeness: Likeness) -> KeptValues | None:
        """What outlasts the run of what sheets of a likeness share. The name holds all that they depend on, and
        nothing of a patient."""
        if self.values is None:
            return None
        tags = filter(None, (likeness.language, likeness.beside))
        return self.values.of(f"{[self.standing(likeness.name, tag) for tag in tags]!r} {likeness!r}")

    def leaf_choice(self, choose: Callable[[], LeafChoice], likeness: Likeness | None) -> LeafChoice:
        """How sheets of a likeness are set as a leaf: as the store remembers, else chosen by many trials, and
        remembered."""
        return remembered(self.values_of(likeness) if likeness else None, "leaf", choose)

    @property
    def country(self) -> Country | None:
        """The clinic's country; without a clinic nobody knows which number to print."""
        return self.library.countries[self.clinic.country] if self.clinic else None

    def theme(self, style: str) -> Theme:
        """The theme of a style, read once."""
        load = partial(load_theme, style, self.library)
        return self.kept.get(THEMES, style, lambda: remembered(self.values, f"theme {style}", load))

    def setting(self, language: Language) -> Setting:
        """How a language is set, with the digits of the clinic's country and what was set before."""
        local = for_country(language, self.country)
        digits = "".join(number(local, digit) for digit in range(10))
        own = (language.tag, language.direction, language.faces, language.size, language.leading)
        return Setting(*own, digits, alphabet_of(language), self.kept)

    def drawn(self, references: Collection[str], look: Look) -> dict[str, Picture]:
        """The pictures of a manuscript, read or inked once for all sheets that show the same. Raises FigureError."""
        told = f"drawings {look!r} {sorted(references)}"
        return remembered(self.values, told, lambda: self.gallery.draw(references, look))

    def with_taller(self, sheet: Partner, look: Look) -> dict[str, Picture]:
        """The pictures of a sheet, and those of its exercises in the heights to which they may grow, by their names at
        these; none that would be inked for one order, whose person or side is not the usual one. Raises FigureError."""
        shared = [] if look.person else [one for one in sheet.manuscript.pictures if not one.endswith(MIRRORED)]
        found = dict(sheet.pictures)
        for height in sheet.theme.pictures.taller:
            drawn = self.gallery.draw(shared, replace(look, height=height))
            found |= {name_at(name, height): picture for name, picture in drawn.items()}
        return found

    def logo(self, style: str) -> Mapping[str, Picture]:
        """The clinic's logo under the name the manuscript has for it, read once a style; none without one.
        Raises DrawingError."""
        if self.clinic is None or self.clinic.logo is None:
            return {}
        logo, size = self.clinic.logo, self.theme(style).masthead
        box = Box(size.logo_width, size.logo)
        picture = self.kept.get(LOGOS, style, lambda: load_picture(logo, box, grey=style == "mono"))
        return {LOGO: picture}

    def code(self, address: str, size: float) -> Drawing:
        """The QR code of an address, `size` pt wide."""
        return self.kept.get(CODES, (address, size), lambda: code_of(address, size))

    def standing(self, name: str, tag: str) -> Standing:
        """Whether a routine, or that of a pack, is approved in that language as this shop prints it; looked at once.
        Raises what refuses such a sheet."""
        key = self.routine_of(name), tag
        if key not in self.standings:
            code = self.country.code if self.country else ""
            values = self.values if self.library.approvals.edition(*key, code) else None  # a draft is quickly seen
            stands = partial(self._standing, *key)
            self.standings[key] = remembered(values, f"standing {key} {self.today}", stands)
        return self.standings[key]

    def _standing(self, routine: str, tag: str) -> Standing:
        edition = localise(self.library, routine, tag, self.country)
        gallery = Gallery(self.library, self.cache)  # the shop's own keeps only what it prints
        return standing_of(edition, self.country, gallery, self.today)

    def warnings(self) -> tuple[Finding, ...]:
        """What the person who prints must know: safety words that are not the shipped ones, a number nobody
        confirmed, content whose review is overdue."""
        found: list[Finding] = [*rewording_findings(self.library)]
        country, clinic = self.country, self.clinic
        unsure = country is not None and country.emergency.status == "unconfirmed"
        if unsure and country is not None and clinic is not None and not clinic.emergency:
            what = f"the emergency number of {country.code}, {country.emergency.number}, is not confirmed by a source"
            hint = "Check it, and write it as emergency: in the clinic file."
            found.append(Finding(what, hint, clinic.where, severity=Severity.WARNING))
        for _, routine in sorted(self.library.routines.items()):
            if routine.review_by < self.today.isoformat():
                what = f"{routine.id} was due for review by {routine.review_by}"
                hint = "Have a clinician read it again."
                found.append(Finding(what, hint, routine.where, severity=Severity.WARNING))
        return tuple(found)

    def routine_of(self, name: str) -> str:
        """The routine behind the name of a routine or a pack."""
        pack = self.library.packs.get(name)
        return pack.routine if pack else name
