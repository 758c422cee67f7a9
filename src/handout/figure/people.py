"""The people in the drawings: invented, held as data, so that a handout shows varied patients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handout.errors import FigureError, Finding, Place
from handout.figure.body.anatomy import BUILDS, Build
from handout.figure.styles import HAIR, RGB, SKIN, Style, rgb

HAIR_STYLES = ("short", "crop", "bob", "bun", "pony", "curly", "scarf", "bald", "long")
Locate = Callable[[tuple[str | int, ...]], Place]


@dataclass(frozen=True, slots=True)
class Person:
    """One person: skin, hair, build, lines of age in the face, and what they wear."""

    id: str
    skin: str
    hair: str
    hair_style: str
    build: str
    age_lines: bool = False
    sleeves: str = "short"
    bottoms: str = "trousers"

    @property
    def body(self) -> Build:
        """The build's factors."""
        return BUILDS[self.build]

    def skin_colour(self, style: Style) -> RGB:
        """Skin as drawn; white in line art."""
        return rgb(style.colours["skin"] if style.line_art else SKIN[self.skin])

    def hair_colour(self, style: Style) -> RGB:
        """Hair as drawn; two greys in line art."""
        if style.line_art:
            return rgb(style.colours["pale_hair" if self.hair in ("white", "grey", "blond") else "hair"])
        return rgb(HAIR[self.hair])


_CHOICES: dict[str, tuple[str, ...]] = {
    "skin": tuple(SKIN), "hair": tuple(HAIR), "hair_style": HAIR_STYLES, "build": tuple(BUILDS),
}  # fmt: skip
# These may be left out.
_CLOTHES: dict[str, tuple[str, ...]] = {"sleeves": ("short", "long"), "bottoms": ("trousers", "skirt")}
_WORDS = _CHOICES | _CLOTHES


def read_people(data: Mapping[str, object], locate: Locate) -> dict[str, Person]:
    """People by id. Raises FigureError with every unknown key, missing key and unknown word."""
    findings: list[Finding] = []
    people: dict[str, Person] = {}
    for name, entry in data.items():
        if not isinstance(entry, Mapping):
            findings.append(
                Finding(f"{name} is not a person", "give skin, hair, hair_style and build", locate((name,)))
            )
            continue
        wrong = _wrong_keys(name, entry, locate)
        findings += wrong
        if not wrong:
            words = {key: str(entry[key]) for key in _WORDS if key in entry}
            people[name] = Person(id=name, age_lines=bool(entry.get("age_lines", False)), **words)
    if findings:
        raise FigureError(findings)
    return people


def _wrong_keys(name: str, entry: Mapping[str, object], locate: Locate) -> list[Finding]:
    findings = []
    for key, value in entry.items():
        if key == "age_lines":
            if not isinstance(value, bool):
                findings.append(
                    Finding("age_lines is true or false", "write true or false", locate((name, key)))
                )
        elif key not in _WORDS:
            hint = f"use one of: {', '.join((*_WORDS, 'age_lines'))}"
            findings.append(Finding(f"unknown key {key}", hint, locate((name, key))))
        elif value not in _WORDS[key]:
            hint = f"use one of: {', '.join(_WORDS[key])}"
            findings.append(Finding(f"{key} cannot be {value}", hint, locate((name, key))))
    for key in _CHOICES:
        if key not in entry:
            findings.append(
                Finding(f"{name} has no {key}", f"add {key}: {' | '.join(_CHOICES[key])}", locate((name,)))
            )
    return findings
