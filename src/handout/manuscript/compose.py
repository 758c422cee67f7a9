"""From a prescription to a manuscript: its blocks, their order after the template, the grammar."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from handout.cache import Cache, CacheRegion
from handout.content import Library, sources_of
from handout.errors import ManuscriptError, Private
from handout.manuscript.blanks import blanked, filled
from handout.manuscript.blocks import DETAILS, Colophon
from handout.manuscript.grammar import PlacedBlock, blank_faults, faults
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.sheet.after import colophon
from handout.manuscript.sheet.building import Blocks, blocks_of
from handout.manuscript.sheet.first_page import own_values
from handout.manuscript.sheet.voice import Voice
from handout.manuscript.templates import Placement, State, Templates, placements, templates
from handout.manuscript.words import LARGE_PRINT
from handout.prescription import Length, Prescription, content_id, content_of
from handout.version import __version__

# What a sheet looks like beside its content: a change of any of these makes another content id.
THEMES = "assets/themes"
FIGURES = ("assets/people.yaml", "assets/poses.yaml")


LOOKS: CacheRegion[str] = CacheRegion("hashes of all that a sheet looks like, by path and time of the files", 4)
FORMS: CacheRegion[tuple[Prescription, Manuscript]] = CacheRegion("manuscripts with a patient's values blank", 128)


def compose(prescription: Prescription, cache: Cache | None = None, *, gathered: bool = False) -> Manuscript:
    """The manuscript of one handout; `cache` keeps what it has in common with others. `gathered`: a leaf says its
    cautions in one place, which takes less room than in its cells.

    Raises `ManuscriptError` with all findings when words are missing, when the template cannot be used, or
    when what it yields is not a handout with its mandatory panels.
    """
    kept = cache or Cache()
    return filled(blank_manuscript(prescription, kept, gathered=gathered), values_of(prescription))


def values_of(prescription: Prescription) -> dict[str, Private]:
    """What the order has of its own, by the keys of the blanks. Raises `ManuscriptError` for what cannot be said."""
    voice = Voice(prescription)
    values = own_values(voice, prescription)
    if voice.findings:
        raise ManuscriptError(dict.fromkeys(voice.findings))
    return values


def blank_manuscript(prescription: Prescription, cache: Cache, *, gathered: bool = False) -> Manuscript:
    """The manuscript with blanks; equal but for what is an order's own, prescriptions of one library have the same, so
    it is kept."""
    own, keys = blanked(prescription), tuple(values_of(prescription))

    def make() -> tuple[Prescription, Manuscript]:
        return own, _compose(own, keys, cache, gathered=gathered)

    of, form = cache.get(FORMS, (gathered, *_key(own, keys, cache)), make)
    return form if of.edition.library is own.edition.library and of == own else make()[1]


def _key(prescription: Prescription, keys: tuple[str, ...], cache: Cache) -> tuple[object, ...]:
    """What tells most sheets apart, and the state of the files that are read for each."""
    order, library = prescription.order, prescription.edition.library
    files = (template_of(library, cache, prescription.length).digest, looks_hash(library, cache))
    looks = (order.language, order.style, order.paper, prescription.length, order.stock, order.person, order.clinician)
    content = (prescription.name, order.include, order.exclude, order.side, order.flags, repr(order.doses))
    return (*files, keys, *looks, *content)


def _compose(prescription: Prescription, keys: tuple[str, ...], cache: Cache, *, gathered: bool) -> Manuscript:
    """The manuscript of a prescription that was blanked."""
    name = id_of(prescription, cache)
    blocks = blocks_of(prescription, name, gathered=gathered)
    use = template_of(prescription.edition.library, cache, prescription.length)
    placed = tuple(_placed(blocks, placements(use, facts_of(prescription))))
    own = tuple(one.block for one in placed)
    findings = [*faults(placed, blocks, prescription), *blank_faults(own, keys)]
    if findings:
        raise ManuscriptError(dict.fromkeys(findings))
    edition = prescription.edition
    return Manuscript(
        blocks=own,
        running=blocks.running,
        tag=edition.written,
        direction=edition.language.direction,
        title=blocks.title,
        description=blocks.description,
        content_id=name,
        style=prescription.style,
        paper=prescription.paper,
        stock=prescription.stock,
        length=prescription.length,
    )


def on_screen(manuscript: Manuscript, prescription: Prescription) -> Manuscript:
    """The same for a screen, which has room for its sources by their full names."""
    full = colophon(Voice(prescription), prescription, manuscript.content_id, full=True)
    blocks = tuple(full if isinstance(block, Colophon) else block for block in manuscript.blocks)
    return replace(manuscript, blocks=blocks)


def facts_of(prescription: Prescription) -> dict[str, bool]:
    """What a template may ask: one answer for each of `allowed.FACTS`."""
    return {
        "personal": prescription.personal,
        "clinic": prescription.clinic is not None,
        "large_print": prescription.style == LARGE_PRINT,
        "mono": prescription.style == "mono",
        "letter": prescription.paper == "letter",
        "one_exercise": prescription.alone,
    }


def _placed(blocks: Blocks, order: Iterable[Placement]) -> Iterator[PlacedBlock]:
    """The blocks in the template's order, each in the detail that it asks for; a place without blocks holds none."""
    for one in order:
        name, _, detail = one.name.partition(" ") if one.name not in blocks.placed else (one.name, "", "")
        for block in blocks.placed[name]:
            made = block.at(next(own for own in DETAILS if own == detail)) if detail else block
            yield PlacedBlock(name, made, one.where)


def template_of(library: Library, cache: Cache, length: Length = "sheet") -> Templates:
    """The template of a library for a length, which may place the library's own texts."""
    return templates(library.layers, cache, tuple(library.texts), length)


def id_of(prescription: Prescription, cache: Cache | None = None) -> str:
    """The content id: of the content, the templates, the looks and the engine; of nothing private."""
    library, kept = prescription.edition.library, cache or Cache()
    made_with = (template_of(library, kept, prescription.length).digest, looks_hash(library, kept), __version__)
    return content_id(content_of(prescription), *made_with)


def looks_hash(library: Library, cache: Cache) -> str:
    """SHA-256 over every file that says how a sheet or a figure looks."""
    files = {f"{THEMES}/{name}": path for name, path in library.files(THEMES, ".yaml").items()}
    for name in FIGURES:
        files |= {f"{index}/{name}": path for index, path in enumerate(sources_of(library.layers, name))}
    state = tuple((name, path, path.stat().st_mtime_ns) for name, path in sorted(files.items()))
    return cache.get(LOOKS, state, lambda: _hash_of(state))


def _hash_of(files: State) -> str:
    digest = hashlib.sha256()
    for name, path, _ in files:
        digest.update(f"{name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()

