"""The folder for a clinic's own site: stock pages, and the list of them by language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from handout.language import Language
from handout.twin.page import environment, shell

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One page of the folder."""

    language: Language
    title: str
    name: str  # of its file


def index_of(entries: Sequence[FolderEntry], clinic: str) -> str:
    """The list of pages by language, each named in its own; `clinic` heads it."""
    by_language = (list(group) for _, group in groupby(entries, key=lambda one: one.language.tag))
    groups = [(own[0].language, own) for own in by_language]
    return environment().get_template("index.html.j2").render(groups=groups, clinic=clinic, shell=shell())
