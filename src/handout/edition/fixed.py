"""The fixed phrases of a language, held against the English they were translated from.

A phrase with a number is one text, all its plural forms together: another form in English makes it stale.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handout.edition.hashing import english_hash
from handout.errors import Finding
from handout.language import Language, Phrase

COUNTED = ("counts.", "strips.")
OWN = frozenset({"autonym"})  # said by each language for itself


def fixed_key(path: str) -> str:
    """The text that a string belongs to: "counts.times.one" to "counts.times", any other to itself."""
    form = path.startswith(COUNTED) and path.count(".") > 1
    return path.rpartition(".")[0] if form else path


def fixed_texts(texts: Mapping[str, Phrase]) -> dict[str, str]:
    """What is hashed for each text of a language file, in the order of the file."""
    found: dict[str, str] = {}
    for path, said in texts.items():
        if path in OWN:
            continue
        key = fixed_key(path)
        line = said.text if key == path else f"{path.rpartition('.')[2]}: {said.text}"
        found[key] = f"{found[key]} | {line}" if key in found else line
    return found


def fixed_faults(language: Language, english: Language) -> Iterator[tuple[bool, Finding]]:
    """Each fixed phrase that does not stand on the English of today: whether it is stale, and what to say."""
    accepted = language.marks.english
    places = {fixed_key(path): said.where for path, said in reversed(language.texts.items())}
    for key, said in fixed_texts(english.texts).items():
        if accepted.get(key) == english_hash(said):
            continue
        if key not in places:
            continue  # a library's own phrase, which this language does not say: a sheet that prints it is refused
        where, path = places[key], f"languages.{language.tag}.{key}"
        if key in accepted:
            what = f'"{key}" is stale in {language.tag}: its English is now: {said}'
            hint = f"Mend the translation, then run: handout translate accept {language.tag}"
            yield True, Finding(what, hint, where, path)
        else:
            what = f'"{key}" is not accepted in {language.tag} yet'
            hint = f"Look at it beside the English, then run: handout translate accept {language.tag}"
            yield False, Finding(what, hint, where, path)
