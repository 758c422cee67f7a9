"""From a prescription to a manuscript: the words, the template, the grammar."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from handout.content import Library
from handout.content.library import sources_of
from handout.errors import Finding, ManuscriptError, Private
from handout.manuscript.blanks import blanked, blanks, filled
from handout.manuscript.elements import Element, Manuscript
from handout.manuscript.grammar import Tree, faults
from handout.manuscript.grammar.whole import whole_faults
from handout.manuscript.markup import read_tree
from handout.manuscript.sheet.building import sheet_of
from handout.manuscript.sheet.first_page import privates
from handout.manuscript.sheet.types import Sheet
from handout.manuscript.templates import MAIN, State, Templates, render, templates
from handout.prescription import Prescription
from handout.prescription.content import content_id, content_of
from handout.version import __version__

# What a sheet looks like beside its content: a change of any of these makes another content id.
THEMES = "assets/themes"
FIGURES = ("assets/people.yaml", "assets/poses.yaml")


# Manuscripts with blanks, by what made them; nothing of a patient is in them.
_KEPT: dict[tuple[object, ...], tuple[Prescription, Manuscript]] = {}
_MOST = 128


def compose(prescription: Prescription) -> Manuscript:
    """The manuscript of one handout.

    Raises `ManuscriptError` with all findings when words are missing, when the template cannot be used, or
    when what it yields is not a handout with its mandatory panels.
    """
    values = privates(prescription)
    form = _form(blanked(prescription), tuple(values))
    return replace(form, root=filled(form.root, values))


def _form(prescription: Prescription, keys: tuple[str, ...]) -> Manuscript:
    """The manuscript with blanks of these keys; equal prescriptions have the same, so it is kept."""
    key = _key(prescription, keys)
    kept = _KEPT.get(key)
    if kept is None or not _same(kept[0], prescription):
        while len(_KEPT) >= _MOST:
            del _KEPT[next(iter(_KEPT))]
        kept = _KEPT[key] = (prescription, _compose(prescription, keys))
    return kept[1]


def _key(prescription: Prescription, keys: tuple[str, ...]) -> tuple[object, ...]:
    """What tells most sheets apart, and the state of the files that are read for each."""
    order, library = prescription.order, prescription.edition.library
    files = (templates(library.layers).digest, looks_hash(library))
    looks = (order.language, order.style, order.paper, order.person, order.clinician, order.date)
    content = (prescription.name, order.include, order.exclude, order.side, order.flags, repr(order.doses))
    return (*files, keys, *looks, *content)


def _same(one: Prescription, other: Prescription) -> bool:
    """Whether two prescriptions make the same manuscript: of one library, and equal in everything."""
    return one.edition.library is other.edition.library and one == other


def _compose(prescription: Prescription, keys: tuple[str, ...]) -> Manuscript:
    """The manuscript of a prescription that was blanked."""
    use = templates(prescription.edition.library.layers)
    name = id_of(prescription)
    sheet = sheet_of(prescription, name)
    values = blanks(privates(prescription))
    if tuple(values) != keys:
        raise ManuscriptError(Finding("a patient's value was lost", "Please report it."))
    read = read_tree(render(sheet, use), values, MAIN)
    findings = list(read.findings)
    if read.root is not None:
        tree = Tree(read.root, read.places, MAIN)
        findings.extend(faults(tree, sheet))
        if not findings:
            findings.extend(_unlike_the_shipped(tree, sheet, use, prescription, values))
    if findings or read.root is None:
        raise ManuscriptError(dict.fromkeys(findings))
    return Manuscript(
        root=read.root,
        tag=sheet.tag,
        direction=sheet.direction,
        title=str(sheet.title),
        content_id=name,
        style=prescription.style,
        paper=prescription.paper,
        pictures=_pictures(read.root),
    )


def _unlike_the_shipped(
    tree: Tree, sheet: Sheet, use: Templates, prescription: Prescription, values: Mapping[str, Private]
) -> Iterator[Finding]:
    """What templates of a library's own make of the sheet beside an arrangement of its blocks."""
    shipped = templates(prescription.edition.library.layers[:1])
    if use.digest == shipped.digest:
        return
    model = read_tree(render(sheet, shipped), values, MAIN).root
    assert model is not None
    yield from whole_faults(tree, model)


def id_of(prescription: Prescription) -> str:
    """The content id: of the content, the templates, the looks and the engine; of nothing private."""
    library = prescription.edition.library
    made_with = (templates(library.layers).digest, looks_hash(library), __version__)
    return content_id(content_of(prescription), *made_with)


def looks_hash(library: Library) -> str:
    """SHA-256 over every file that says how a sheet or a figure looks."""
    files = {f"{THEMES}/{name}": path for name, path in library.files(THEMES, ".yaml").items()}
    for name in FIGURES:
        files |= {f"{index}/{name}": path for index, path in enumerate(sources_of(library.layers, name))}
    return _hash_of(tuple((name, path, path.stat().st_mtime_ns) for name, path in sorted(files.items())))


@lru_cache(maxsize=4)
def _hash_of(files: State) -> str:
    digest = hashlib.sha256()
    for name, path, _ in files:
        digest.update(f"{name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _pictures(root: Element) -> tuple[str, ...]:
    refs = (element.attributes["ref"] for element in root.walk() if element.kind == "picture")
    return tuple(dict.fromkeys(refs))
