"""Looks at a library by the rooms after `content`: can every pose be drawn, and does every sheet fit its pages?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from handout.content import SAFETY_FOLDER, Library, is_joined, sources_of
from handout.edition import complete_languages
from handout.errors import Finding, HandoutError
from handout.figure import Gallery
from handout.language import BLOCKS
from handout.layout import Partner, high_cards, overhangs
from handout.pipeline import Laid, lay
from handout.prescription import Order
from handout.shop import Shop
from handout.source import Mapping, Node, read

STYLES = ("standard", "large-print")


def poses(library: Library, cache: Path) -> Iterator[Finding]:
    """Impossible or unclear pictures of the exercises' own people."""
    try:
        gallery = Gallery(library, cache)
    except HandoutError as error:
        yield from error.findings
        return
    of_interest = touched(library)
    for name, exercise in sorted(library.exercises.items()):
        if of_interest is not None and name not in of_interest.exercises:
            continue
        try:
            yield from gallery.check(exercise)
        except HandoutError as error:
            yield from error.findings


def sheets(library: Library, cache: Path, today: date) -> Iterator[Finding]:
    """What keeps a routine's sheet from its pages, in every complete language: above all the safety panel."""
    shop = Shop(library, today, cache)
    of_interest = touched(library)
    for routine in sorted(library.routines if of_interest is None else of_interest.routines):
        for tag in complete_languages(library, routine):
            for style in STYLES:
                try:
                    laid = lay(Order(0, (routine,), tag, style=style), routine, shop)
                    found = (*overhangs(laid.pages), *(_high(laid, shop) if style == STYLES[0] else ()))
                except HandoutError as error:
                    found = error.findings
                yield from (_of_sheet(one, f"{routine} in {tag}, {style}") for one in found)


def _high(laid: Laid, shop: Shop) -> Iterator[Finding]:
    """Cards that are too high for three on a page."""
    setting = shop.setting(laid.prescription.edition.language)
    return high_cards(Partner(laid.manuscript, laid.pictures, shop.theme(STYLES[0]), setting))


@dataclass(frozen=True, slots=True)
class Touched:
    """The exercises and routines whose sheets the folders laid over the shipped content can change."""

    exercises: frozenset[str]
    routines: frozenset[str]


def touched(library: Library) -> Touched | None:
    """What has to be looked at for the folders laid over the shipped content; None where that is everything.

    A folder that holds exercises, routines and packs, and adds the safety lines, sources and equipment that they need,
    changes no other sheet. Any other file (words of a language, templates, themes, people, safety lines that are said
    in another way) may change each of them.
    """
    if len(library.layers) == 1 or library.reworded:  # what safety files say in another way is among the rewordings
        return None
    files = [_inside(path, layer) for layer in library.layers[1:] for path in layer.rglob("*") if path.is_file()]
    named: dict[str, set[str]] = {"exercises": set(), "routines": set(), "packs": set()}
    for parts in files:
        name = "/".join(parts)
        if name.startswith("handouts/") and is_joined(name):  # stands on the sheets that ask for it, and on no other
            if not name.startswith(SAFETY_FOLDER) and _says_again(library, name):
                return None
            continue
        if len(parts) == 1:  # clinic files, approvals, notes of the clinic's own: no sheet is set from them here
            continue
        if parts[0] != "handouts" or parts[1] not in named:
            return None
        named[parts[1]].add(parts[2])
    using = {
        name
        for name, routine in library.routines.items()
        if name in named["routines"] or any(use.exercise in named["exercises"] for use in routine.exercises)
    }
    shown = {use.exercise for name in using & named["routines"] for use in library.routines[name].exercises}
    return Touched(frozenset(named["exercises"] | shown), frozenset(using))


def _says_again(library: Library, name: str) -> bool:
    """Whether a library's file says something of a thing that the file under it says something of, too."""
    said = [frozenset(_said(read(path))) for path in sources_of(library.layers, name)]
    return sum(map(len, said)) > len(frozenset[str]().union(*said))


def _said(tree: Node) -> Iterator[str]:
    for key, group in tree.entries if isinstance(tree, Mapping) else ():
        if key.text not in BLOCKS and isinstance(group, Mapping):
            yield from (f"{key.text}.{name.text}" for name, _ in group.entries)


def _inside(path: Path, layer: Path) -> tuple[str, ...]:
    return path.relative_to(layer).parts


def _of_sheet(finding: Finding, sheet: str) -> Finding:
    """The finding with the sheet that it was made on; a fault of the template is that of every sheet."""
    if finding.where is not None and finding.where.file.endswith(".j2"):
        return finding
    return replace(finding, what=f"{sheet}: {finding.what}")
