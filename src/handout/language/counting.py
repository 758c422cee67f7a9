"""How many of something: one whole phrase per use and plural form, by CLDR's plural rules."""

from __future__ import annotations

from collections.abc import Mapping

from handout.errors import Finding, LanguageError
from handout.language.cldr import plural_rule
from handout.language.filling import fill
from handout.language.numbers import number
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
    return _counted(language, "counts", language.counts, use, n, {})


def strip(language: Language, use: str, n: float, values: Mapping[str, str] | None = None) -> str:
    """The same for the dose strip of a card; "|" still parts the two lines of its unit."""
    return _counted(language, "strips", language.strips, use, n, values or {})


def _counted(
    language: Language, table: str, uses: Mapping[str, Forms], use: str, n: float, values: Mapping[str, str]
) -> str:
    forms = uses.get(use, {})
    form = form_of(language, n, forms)
    path = f"{table}.{use}"
    if form not in forms:
        what = f"{language.english_name} has no phrase {path} for {n} (form “{form}”)"
        hint = f"Add {use}: {{{form}: ...}} under {table}:"
        raise LanguageError(Finding(what, hint, language.where, path))
    said = language.texts.get(f"{path}.{form}")
    where = said.where if said else language.where
    return fill(language, forms[form], {**values, "n": number(language, n)}, where, f"{path}.{form}")
