"""The people in the drawings: invented, held as data, so that a handout shows varied patients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handout.errors import FigureError
from handout.figure.body.builds import BUILDS, Build
from handout.figure.styles import HAIR, RGB, SKIN, Style, rgb
from handout.source import Bool, Choice, Field, Node, Record, TableOf, optional, values_only

HAIR_STYLES = ("short", "crop", "bob", "bun", "pony", "curly", "scarf", "bald", "long")


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


PEOPLE: TableOf[dict[str, Any]] = TableOf(
    Record(
        values_only,
        (
            Field("skin", Choice(tuple(SKIN)), "the tone of skin"),
            Field("hair", Choice(tuple(HAIR)), "its colour"),
            Field("hair_style", Choice(HAIR_STYLES), "its cut"),
            Field("build", Choice(tuple(BUILDS)), "the body"),
            optional("age_lines", Bool(), "lines of age in the face"),
            optional("sleeves", Choice(("short", "long"))),
            optional("bottoms", Choice(("trousers", "skirt"))),
        ),
    ),
    about="a table of people",
)


def read_people(node: Node) -> dict[str, Person]:
    """People by id. Raises FigureError with every finding."""
    return {name: Person(id=name, **told) for name, told in PEOPLE.whole(node, FigureError).items()}
