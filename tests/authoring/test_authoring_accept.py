"""The stale lock: one changed English string stops every translation of it until somebody has looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from handout.authoring.listing import listing_of
from handout.authoring.translation.accepting import accept_changes, changes_since
from handout.content import Library, load, shipped_root
from handout.edition import localise
from handout.errors import ContentError, EditionError

TAGS = ["en", "es", "ar"]
MARCH = "handouts/exercises/march"
FIXED = "assets/languages/en.yaml"


def overlaid(folder: Path, name: str, old: str, new: str) -> Library:
    """The shipped library with one file changed in a folder laid over it."""
    text = (shipped_root() / name).read_text("utf-8")
    assert old in text
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    return again(folder)


def again(folder: Path) -> Library:
    return load([shipped_root(), folder], tags=TAGS)[0]


def row(library: Library, tag: str) -> dict[str, str]:
    table = listing_of("languages", library)
    return next(dict(zip(table.head, row, strict=True)) for row in table.rows if row[0] == tag)


CHANGES = [
    (f"{MARCH}/en.yaml", "purpose: ", "purpose: Something new. ", "exercises.march.purpose"),
    (FIXED, "do_it: Do it", "do_it: Do this", "language.phrases.do_it"),
    (FIXED, 'other: "{n} breaths"}', 'other: "{n} slow breaths"}', "language.counts.breaths"),
    ("handouts/safety/en.yaml", "blood: ", "blood: now and then ", "safety.lines."),
]


@pytest.mark.parametrize(("name", "old", "new", "context"), CHANGES)
def test_a_changed_english_string_refuses_other_languages_until_it_is_accepted(
    tmp_path: Path, name: str, old: str, new: str, context: str
) -> None:
    library = overlaid(tmp_path, name, old, new)
    localise(library, "upper-back", "en")
    for tag in ("es", "ar"):
        with pytest.raises(EditionError, match="is stale"):
            localise(library, "upper-back", tag)
        assert row(library, tag)["stale"] == "1"
        (change,) = changes_since(library, tag)
        assert change.context.startswith(context)
        (written,) = accept_changes(library, tag)
        assert written.is_relative_to(tmp_path)
        localise(again(tmp_path), "upper-back", tag)
        assert row(again(tmp_path), tag)["stale"] == "0"
        assert changes_since(again(tmp_path), tag) == ()


def test_accepting_changes_only_the_hash(tmp_path: Path) -> None:
    library = overlaid(tmp_path, f"{MARCH}/en.yaml", "purpose: ", "purpose: Something new. ")
    accept_changes(library, "es")
    before = (shipped_root() / MARCH / "es.yaml").read_text("utf-8").splitlines()
    after = (tmp_path / MARCH / "es.yaml").read_text("utf-8").splitlines()
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert [one.split(":")[0] for pair in changed for one in pair] == ["  purpose", "  purpose"]


def test_the_list_shows_what_is_missing_and_in_doubt(tmp_path: Path) -> None:
    name = f"{MARCH}/es.yaml"
    lacking = overlaid(tmp_path, name, "purpose:", "# purpose:")
    assert (row(lacking, "es")["missing"], row(lacking, "es")["complete"]) == ("1", "0 of 2")
    doubtful = overlaid(tmp_path, name, "translated:", 'unsure:\n  name: "another word?"\ntranslated:')
    shipped_doubts = int(row(load([shipped_root()], tags=TAGS)[0], "es")["unsure"])
    assert int(row(doubtful, "es")["unsure"]) == shipped_doubts + 1
    assert row(doubtful, "es")["complete"] == "2 of 2"


def test_english_and_unknown_languages_are_no_translations(tmp_path: Path) -> None:
    library = again(tmp_path)
    for tag in ("en", "tlh"):
        with pytest.raises(ContentError, match="there is no translation"):
            accept_changes(library, tag)
