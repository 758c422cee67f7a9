"""Words of a language that are said in another way in one country: assets/regions/en-US.yaml.

Each stands beside the words that it takes the place of. When those change, it no longer holds, and says so: an
overlay is read by a person once more, and never drifts from what it was written for. A clinic's own words stand in a
library; regions are shipped, because safety words among them are held by mandatory.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handout.content.files import Facts, Shelf
from handout.content.library import Library, listed
from handout.content.rewording import REGIONS
from handout.content.schema.safety import REGIONAL
from handout.content.types import Phrase, Regional
from handout.errors import Finding, Place
from handout.language import asked, region_of
from handout.source import Mapping as Table
from handout.source import Node, one_spaced

LANGUAGE = "language"  # before the path of a fixed phrase: language.phrases.see_clinician


def read_regions(shelf: Shelf, needed: Mapping[str, object]) -> dict[str, tuple[Facts[dict[str, Any]], str]]:
    """Every shipped region of the languages needed: its tag, and the language that it is a way to write."""
    found: dict[str, tuple[Facts[dict[str, Any]], str]] = {}
    for file in listed(shelf.layers[:1], REGIONS, ".yaml"):
        tag = file.removesuffix(".yaml")
        language = next((one for one in needed if region_of(one, tag.rpartition("-")[2]) == tag), "")
        if language and (facts := shelf.facts(f"{REGIONS}/{file}", REGIONAL)) is not None:
            if facts.value["tag"] != tag:
                shelf.find(facts.place("tag"), "tag", f"the file is {file}", f"Write tag: {tag}.")
            found[tag] = facts, language
    return found


def regional_words(library: Library, shelf: Shelf) -> dict[str, Regional]:
    """The regions of a library, without what no longer holds; each such text is a finding."""
    made: dict[str, Regional] = {}
    for tag, (facts, language) in read_regions(shelf, library.languages).items():
        found = [*_faults(facts, phrases_of(library, language))]
        shelf.findings.extend(found)
        wrong = {one.path.removeprefix("words.") for one in found}
        kept = {
            path: Phrase(one.now, facts.place(f"words.{path}"))
            for path, one in facts.value["words"].items()
            if path not in wrong
        }
        fixed = {path.removeprefix(f"{LANGUAGE}."): one for path, one in kept.items() if path.startswith(LANGUAGE)}
        made[tag] = Regional(tag, language, kept, fixed)
    return made


def _faults(facts: Facts[dict[str, Any]], known: Mapping[str, Phrase]) -> Iterator[Finding]:
    for path, one in facts.value["words"].items():
        place, key = _place(facts.node, path) or facts.place("words"), f"words.{path}"
        said = known.get(path)
        if said is None:
            yield Finding(f"no words stand under “{path}”", "Take it away, or mend the path.", place, key)
        elif one_spaced(said.text) != one_spaced(one.was):
            hint = f"They are now: {said.text}. Write that under was:, and look at now: once more."
            yield Finding(f"the words of “{path}” have changed", hint, place, key)
        elif asked(one.was) != asked(one.now):
            yield Finding(f"“{path}” says other numbers than its words", f"In full: {one.was}", place, key)
        elif one.was == one.now:
            yield Finding(f"“{path}” says what its words say", "Take it away.", place, key)


def _place(node: Node, path: str) -> Place | None:
    """Where the text of a path stands; the paths hold full stops themselves."""
    words = node.get("words") if isinstance(node, Table) else None
    entries = words.entries if isinstance(words, Table) else ()
    return next((key.where for key, _ in entries if key.text == path), None)


def phrases_of(library: Library, tag: str) -> dict[str, Phrase]:
    """Every text of a language by content path; fixed phrases under "language"."""
    found = {f"{LANGUAGE}.{key}": said for key, said in library.languages[tag].texts.items()}
    owners: tuple[tuple[str, Mapping[str, Any]], ...] = (
        *((f"routines.{name}", one.words) for name, one in library.routines.items()),
        *((f"exercises.{name}", one.words) for name, one in library.exercises.items()),
        ("safety", library.safety.words),
        ("equipment", library.equipment.words),
    )
    for owner, words in owners:
        own = words.get(tag)
        found |= {f"{owner}.{key}": said for key, said in own.phrases.items()} if own is not None else {}
    return found
