"""How many of something: one whole phrase per use and plural form, by CLDR's plural rules."""

from __future__ import annotations

from typing import Literal

from handout.errors import Finding, LanguageError
from handout.language.cldr import plural_rule
from handout.language.filling import fill
from handout.language.numbers import number
from handout.language.phrase import Phrase
from handout.language.types import Forms, Language


def form_of(language: Language, n: float, forms: Forms) -> str:
    """The form for `n`: an exact one ("=1") before the plural rule's. Nobody knows which number a line to write on will
    hold: it takes the form for any."""
    if language.blank:
        return "other"
    if f"={n:g}" in forms:
        return f"={n:g}"
    rule = plural_rule(language)
    return rule(n) if rule else "other"


def count(language: Language, use: str, n: float) -> str:
    """`n` of something as a whole phrase, typeset: count(en, "for_seconds", 5) is "for 5 seconds".

    Raises `LanguageError` when the language has no such phrase, or not in the form that `n` needs.
    """
    said = wording(language, "counts", use, n)
    return fill(language, said.text, {"n": number(language, n)}, said.where, f"counts.{use}")


def wording(language: Language, table: Literal["counts", "strips"], use: str, n: float) -> Phrase:
    """The phrase for `n`, not filled yet; of `strips`, the dose strip of a card, "|" parts the two lines of its unit.
    Raises `LanguageError` as `count` does."""
    forms = (language.counts if table == "counts" else language.strips).get(use, {})
    form, path = form_of(language, n, forms), f"{table}.{use}"
    if form not in forms:
        what = f"{language.english_name} has no phrase {path} for {n} (form “{form}”)"
        raise LanguageError(Finding(what, f"Add {use}: {{{form}: ...}} under {table}:", language.where, path))
    said = language.texts.get(f"{path}.{form}")
    return Phrase(forms[form], said.where if said else language.where)
