"""All slots of an edition: what is bound by an approval, and nothing that it does not print.

Not bound: the clinic's own name, address, hours and numbers, a patient's values, doses within their limits, and
the engine's version, which is recorded. What the engine makes of the rest is bound as composed texts and drawings.
"""

from __future__ import annotations

from collections.abc import Iterator

from handout.approval.facts import country_facts, language_facts, looks, poses, routine_facts, words
from handout.approval.measure import PREFIX, measured
from handout.approval.printed import printed
from handout.approval.record import Slots
from handout.content import Library
from handout.drawing import load_svg
from handout.edition import Edition
from handout.figure import Gallery, Look
from handout.language import Country, for_country


def slots_of(edition: Edition, country: Country | None, gallery: Gallery) -> Slots:
    """Every slot by its name. Raises what refuses a sheet of the edition: it could not be printed at all."""
    language = for_country(edition.language, country)
    found = {
        **dict(routine_facts(edition)),
        **dict(words(edition)),
        **dict(language_facts(language)),
        **dict(country_facts(country)),
        **dict(looks(edition.library)),
        **dict(poses(edition)),
        **printed(edition, country),
    }
    return found | dict(_drawings(edition, gallery))


def _drawings(edition: Edition, gallery: Gallery) -> Iterator[tuple[str, str]]:
    """Every picture of every exercise, measured at the size and with the person that are shipped; every icon."""
    for name, exercise in edition.exercises.items():
        for frame, picture in gallery.pictures(exercise, Look()).items():
            yield f"{PREFIX}{name}/{frame}", measured(picture)
    yield from _icons(edition.library)


def _icons(library: Library) -> Iterator[tuple[str, str]]:
    for name, path in library.files("assets/icons", ".svg").items():
        yield f"{PREFIX}icons/{name.removesuffix('.svg')}", measured(load_svg(path))
