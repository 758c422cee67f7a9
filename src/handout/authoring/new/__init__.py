"""`handout new`: files that already pass `handout check` once their blanks are filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from handout.authoring.new.language import language_text
from handout.authoring.schema import schema_of
from handout.content import Library
from handout.errors import Finding, UsageError
from handout.language import TAG
from handout.source import ID, suggestion

_BLANKS = Path(__file__).parent / "blanks"
SCHEMAS = ".schema"  # beside handouts/ and packs/: the forms of files, for editors
EXERCISE_FILES = ("exercise.yaml", "en.yaml", "picture.yaml")


def new_files(kind: str, name: str, folder: Path, like: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Writes the files of a new thing under `folder` and says which. `like`: the files of an exercise to
    begin with (`files_like`).

    Raises `UsageError` for an unknown kind, an id that cannot be one, or a file that is there already.
    """
    if kind not in _KINDS:
        raise UsageError(Finding(f"there is nothing called “{kind}” to begin", suggestion(kind, _KINDS)))
    if not re.fullmatch(TAG if kind == "language" else ID, name):
        hint = "Use a language tag, such as uk or pt-BR." if kind == "language" else "Use a to z, 0 to 9 and -."
        raise UsageError(Finding(f"“{name}” cannot be the id of a {kind}", hint))
    begun = _copied(name, like) if like is not None else _KINDS[kind](name)
    texts = {folder / relative: text for relative, text in begun.items()}
    there = [path for path in texts if path.exists()]
    if there:
        hint = "Choose another id, or take the file away first."
        raise UsageError(Finding(f"there is a file {path} already", hint) for path in there)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    for form in sorted(set(re.findall(rf"{re.escape(SCHEMAS)}/(\w+)\.json$", "\n".join(texts.values()), re.M))):
        (folder / SCHEMAS).mkdir(parents=True, exist_ok=True)
        (folder / SCHEMAS / f"{form}.json").write_text(schema_of(form) + "\n", "utf-8", newline="\n")
    return tuple(texts)


def _blank(file: str, name: str) -> str:
    text = (_BLANKS / file).read_text("utf-8")
    code = _code(name)
    return text.replace("@id@", name).replace("@code@", code)


def _code(name: str) -> str:
    """A code for clinics' own exercises: X and the id's letters as a number, so that two rarely meet."""
    return f"X{sum(ord(letter) * (place + 1) for place, letter in enumerate(name))}"


def files_like(library: Library, exercise: str) -> dict[str, str]:
    """The files of an exercise, to begin another with: facts, English words, picture. UsageError for an unknown one."""
    if exercise not in library.exercises:
        what, known = f"there is no exercise “{exercise}”", library.exercises
        raise UsageError(Finding(what, suggestion(exercise, known) or "See: handout list exercises"))
    paths = {file: library.file(f"handouts/exercises/{exercise}/{file}") for file in EXERCISE_FILES}
    return {file: path.read_text("utf-8") for file, path in paths.items() if path is not None}


def _copied(name: str, like: Mapping[str, str]) -> dict[str, str]:
    """Another exercise's files under an id and a code of their own; lines of the articles stay where they live."""
    facts = re.sub(r"(?m)^id: .*$", f"id: {name}", like["exercise.yaml"])
    facts = re.sub(r"(?m)^code: .*$", f"code: {_code(name)}", facts)
    facts = re.sub(r"(?m)^covers: .*\n(?:[ -].*\n)*", "", facts)
    files = {**like, "exercise.yaml": _schema_line("exercise", 3) + facts}
    if "picture.yaml" in like:
        files["picture.yaml"] = _schema_line("picture", 3) + like["picture.yaml"]
    return {f"handouts/exercises/{name}/{file}": text for file, text in files.items()}


def _schema_line(kind: str, depth: int) -> str:
    """What tells an editor where the form of the file stands."""
    return f"# yaml-language-server: $schema={'../' * depth}{SCHEMAS}/{kind}.json\n"


def _exercise(name: str) -> dict[str, str]:
    folder = f"handouts/exercises/{name}"
    return {
        f"{folder}/exercise.yaml": _schema_line("exercise", 3) + _blank("exercise.yaml", name),
        f"{folder}/en.yaml": _schema_line("words", 3) + _blank("exercise.en.yaml", name),
        f"{folder}/picture.yaml": _schema_line("picture", 3) + _blank("exercise.picture.yaml", name),
    }


def _routine(name: str) -> dict[str, str]:
    folder = f"handouts/routines/{name}"
    return {
        f"{folder}/routine.yaml": _schema_line("routine", 3) + _blank("routine.yaml", name),
        f"{folder}/en.yaml": _schema_line("words", 3) + _blank("routine.en.yaml", name),
    }


def _language(name: str) -> dict[str, str]:
    return {f"assets/languages/{name}.yaml": _schema_line("language", 2) + language_text(name)}


def _clinic(name: str) -> dict[str, str]:
    return {f"{name}.yaml": _schema_line("clinic", 0) + _blank("clinic.yaml", name)}


def _pack(name: str) -> dict[str, str]:
    return {f"packs/{name}.yaml": _schema_line("pack", 1) + _blank("pack.yaml", name)}


_KINDS: dict[str, Callable[[str], dict[str, str]]] = {
    "routine": _routine,
    "exercise": _exercise,
    "language": _language,
    "clinic": _clinic,
    "pack": _pack,
}
