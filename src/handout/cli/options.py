"""Options that several commands share, and what they turn into: the content of a run."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from handout.content import Library


class StyleOption(StrEnum):
    """How a sheet is set."""

    standard = "standard"
    large_print = "large-print"
    mono = "mono"


class Length(StrEnum):
    """How long a sheet is."""

    leaf = "leaf"
    sheet = "sheet"


class PaperOption(StrEnum):
    """Sheet sizes."""

    a4 = "a4"
    letter = "letter"


Libraries = Annotated[
    list[Path] | None,
    typer.Option(
        "--library", metavar="DIR", help="A folder of your own content, laid over the shipped one. May be repeated."
    ),
]
ClinicFile = Annotated[
    Path | None, typer.Option("--clinic", metavar="FILE", help="Your clinic file (handout new clinic).")
]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--lang", metavar="TAG", help="A language tag, such as es. May be repeated. Left out: every complete one."
    ),
]


def loaded(libraries: Sequence[Path] | None) -> Library:
    """The library. Raises ContentError with all of its errors."""
    from handout.content import grave, layers_of, load
    from handout.errors import ContentError

    library, findings = load(layers_of(libraries or ()))
    errors = grave(findings)
    if errors:
        raise ContentError(errors)
    return library
