"""What each placeholder says: numbers from fields, in whole phrases of the language.

The unit comes from the name of the field: `hold_s` is {hold} "5 seconds" and {for_hold} "for 5 seconds",
`judge_after_weeks` is {judge_after_weeks} "2 weeks". A name with no unit is the plain number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from handout.content import FIELDS, SHORTENED, unit_of
from handout.language import Country, Language, count, number, opened

MINUTE_S = 60
NO_COUNTRY_PLACE = "hospital"


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and the phrase of `counts` that says it; "" is the plain number."""

    amount: float
    use: str
    open: bool = False  # a line to write on stands for the number


class Spoken(Mapping[str, str]):
    """Placeholder -> what is printed for it. Only what a text asks for is worked out."""

    def __init__(self, language: Language, measured: Mapping[str, Measured], texts: Mapping[str, str]) -> None:
        self._language = language
        self._say: dict[str, Callable[[], str]] = {}
        for name, one in measured.items():
            self._say[name] = self._saying(one)
            if one.use:
                self._say[f"for_{name}"] = self._saying(replace(one, use=f"for_{one.use}"))
        for name, text in texts.items():
            self._say[name] = text.__str__

    def _saying(self, one: Measured) -> Callable[[], str]:
        language = opened(self._language) if one.open else self._language
        if one.use:
            return lambda: count(language, one.use, one.amount)
        return lambda: number(language, one.amount)

    def __getitem__(self, name: str) -> str:
        return self._say[name]()

    def __contains__(self, name: object) -> bool:
        return name in self._say

    def __iter__(self) -> Iterator[str]:
        return iter(self._say)

    def __len__(self) -> int:
        return len(self._say)


def lasting(seconds: float) -> Measured:
    """Seconds as whole minutes where they are whole minutes."""
    if seconds >= MINUTE_S and seconds % MINUTE_S == 0:
        return Measured(seconds // MINUTE_S, "minutes")
    return Measured(seconds, "seconds")


def of_values(values: Mapping[str, int]) -> dict[str, Measured]:
    """The numbers of a `values:` block by placeholder."""
    found: dict[str, Measured] = {}
    for name, amount in values.items():
        use = unit_of(name)
        found[name] = lasting(amount) if use == "seconds" else Measured(amount, use)
        for suffix in SHORTENED:
            if use and name.endswith(suffix):
                found[name.removesuffix(suffix)] = found[name]
    return found


def of_dose(fields: Mapping[str, float], prefix: str = "") -> dict[str, Measured]:
    """The numbers of a dose by placeholder: {times}, {hold}, {easier_times}, {build_duration}."""
    found: dict[str, Measured] = {}
    for name, amount in fields.items():
        row = FIELDS[name]
        found[f"{prefix}{row.placeholder}"] = lasting(amount) if row.clocked else Measured(amount, row.counted_as)
    return found


def of_country(country: Country | None, language: Language, emergency: str, advice: str) -> dict[str, str]:
    """{emergency} {advice} {advice_name} {emergency_place}. A number that is not given is never guessed."""
    place = country.emergency_place if country else NO_COUNTRY_PLACE
    texts = {"emergency_place": language.places[place]} if place in language.places else {}
    if emergency:
        texts["emergency"] = emergency
    if advice:
        texts["advice"] = advice
        named = country.advice.name if country and country.advice else ""
        texts["advice_name"] = named or advice
    return texts


def of_sides(language: Language, side: str) -> dict[str, str]:
    """{side} {to_side} {to_other_side} {on_side}: the person's own left or right."""
    tables = {"side": "name", "to_side": "to", "to_other_side": "to_other", "on_side": "on"}
    said = {name: language.sides.get(table, {}).get(side) for name, table in tables.items()}
    return {name: text for name, text in said.items() if text is not None}
