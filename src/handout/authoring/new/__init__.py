"""`handout new`: files that already pass `handout check` once their blanks are filled in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

from handout.authoring.new.language import language_text
from handout.batch.roster import COLUMNS
from handout.errors import Finding, UsageError
from handout.language.schema import TAG
from handout.source.shapes import ID, meant

_BLANKS = Path(__file__).parent / "blanks"


def new(kind: str, name: str, folder: Path) -> tuple[Path, ...]:
    """Writes the files of a new thing under `folder` and says which.

    Raises `UsageError` for an unknown kind, an id that cannot be one, or a file that is there already.
    """
    if kind not in _KINDS:
        raise UsageError(Finding(f"there is nothing called “{kind}” to begin", meant(kind, _KINDS)))
    if not re.fullmatch(TAG if kind == "language" else ID, name):
        hint = (
            "Use a language tag, such as uk or pt-BR." if kind == "language" else "Use a to z, 0 to 9 and -."
        )
        raise UsageError(Finding(f"“{name}” cannot be the id of a {kind}", hint))
    texts = {folder / relative: text for relative, text in _KINDS[kind](name).items()}
    there = [path for path in texts if path.exists()]
    if there:
        hint = "Choose another id, or take the file away first."
        raise UsageError(Finding(f"there is a file {path} already", hint) for path in there)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return tuple(texts)


def _blank(file: str, name: str) -> str:
    text = (_BLANKS / file).read_text("utf-8")
    # A code for clinics' own exercises: X and the id's letters as a number, so that two rarely meet.
    code = f"X{sum(ord(letter) * (place + 1) for place, letter in enumerate(name))}"
    return text.replace("@id@", name).replace("@code@", code)


def _exercise(name: str) -> dict[str, str]:
    folder = f"handouts/exercises/{name}"
    return {
        f"{folder}/exercise.yaml": _blank("exercise.yaml", name),
        f"{folder}/en.yaml": _blank("exercise.en.yaml", name),
        f"{folder}/picture.yaml": _blank("exercise.picture.yaml", name),
    }


def _routine(name: str) -> dict[str, str]:
    folder = f"handouts/routines/{name}"
    return {
        f"{folder}/routine.yaml": _blank("routine.yaml", name),
        f"{folder}/en.yaml": _blank("routine.en.yaml", name),
    }


def _language(name: str) -> dict[str, str]:
    return {f"assets/languages/{name}.yaml": language_text(name)}


def _clinic(name: str) -> dict[str, str]:
    return {f"{name}.yaml": _blank("clinic.yaml", name)}


def _roster(name: str) -> dict[str, str]:
    """A list with its heads and one invented person, to be replaced."""
    example = {"name": "Sam Taylor", "reference": "A-001", "language": "en", "routine": "back"}
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerow(example)
    return {f"{name}.csv": text.getvalue()}


_KINDS: dict[str, Callable[[str], dict[str, str]]] = {
    "routine": _routine,
    "exercise": _exercise,
    "language": _language,
    "clinic": _clinic,
    "roster": _roster,
}
