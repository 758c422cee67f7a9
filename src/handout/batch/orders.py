"""What orders may name in this shop; the clinic's plain sheets, and those of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from handout.batch.columns import Known
from handout.batch.roster import Roster, read_orders
from handout.batch.tables import read_table
from handout.edition import complete_languages
from handout.errors import Finding, UsageError
from handout.language import date_order, language_names, region_of
from handout.prescription import Clinician, Order
from handout.shop import Shop
from handout.source import suggestion


def stock_orders(
    shop: Shop, routines: Sequence[str], lang: Sequence[str] | None, sheet: tuple[str, str, str], length: str = ""
) -> Roster:
    """The clinic's plain sheets: every routine asked for in every language asked for. `sheet` is style, paper and
    person. Raises UsageError."""
    style, paper, person = sheet
    refuse_unknown(shop, routines, person)
    known = shop.library.routines
    orders = tuple(
        Order(0, (name,), tag, style=style, paper=paper, length=length, person=person)
        for name in routines or sorted(known)
        for tag in lang or complete_languages(shop.library, shop.routine_of(name))
    )
    return Roster("", orders, ())


def roster_orders(path: Path, shop: Shop) -> Roster:
    """The orders of a list, and the rows that were refused. Raises BatchError."""
    known = known_of(shop)
    encoding = shop.clinic.roster.encoding if shop.clinic else ""
    return listed(read_orders(read_table(path, known.means, encoding), known))


def listed(found: Roster) -> Roster:
    """The orders as those of a list: they are leaves where nobody says how long they are."""
    return replace(found, orders=tuple(replace(order, listed=True) for order in found.orders))


def refuse_unknown(shop: Shop, routines: Sequence[str], person: str) -> None:
    """Raises UsageError for routines and a person that nobody knows."""
    known = {*shop.library.routines, *shop.library.packs}
    strange = (name for name in routines if name not in known)
    findings = [Finding(f"there is no routine “{name}”", suggestion(name, known)) for name in strange]
    people = shop.gallery.people if person else {}
    if person not in people and person:
        findings.append(Finding(f"there is no person “{person}”", suggestion(person, people)))
    if findings:
        raise UsageError(findings)


def unknown_language(tag: str, known: Iterable[str]) -> Finding:
    """What to say of a tag nobody knows; of a language by its name, which tag it has."""
    tags = sorted(known)
    # "English", "EN" and "pt" are led to en and pt-BR: the tag whose first part is that of what was written.
    folded = language_names(tags).get(tag.casefold(), tag).casefold()
    alike = (one for one in tags if one.casefold() == folded or one.split("-")[0] == folded.split("-")[0])
    near = next(alike, "")
    hint = f"Did you mean “{near}”?" if near else suggestion(tag, tags)
    country = tag.rpartition("-")[2]
    if near and country.isupper() and region_of(near, country) == tag:
        hint = f"Write {near}: a clinic file with country: {country} makes it {tag}."
    return Finding(f"there is no language “{tag}”", hint)


def known_of(shop: Shop) -> Known:
    """What an order may name here."""
    library, clinic = shop.library, shop.clinic
    words = clinic.roster if clinic else None
    people = clinic.clinicians if clinic else {}
    autonyms = {language.autonym.casefold(): tag for tag, language in library.languages.items()}
    english = {language.english_name.casefold(): tag for tag, language in library.languages.items()}
    return Known(
        routines={*library.routines, *library.packs},
        exercises=library.exercises.keys(),
        flags={condition.flag for condition in library.safety.conditions.values() if condition.flag},
        languages=library.languages.keys(),
        people=shop.gallery.people.keys(),
        today=shop.today,
        clinicians={key: Clinician(entry.name, entry.role) for key, entry in people.items()},
        columns=words.columns if words else {},
        language_names={**autonyms, **english, **(words.languages if words else {})},
        ignore=words.ignore if words else (),
        date_order=date_order(clinic.country) if clinic else "",
    )
