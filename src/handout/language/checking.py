"""What a language file must hold beyond its form: plural forms, known placeholders, no digit in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from babel.plural import PluralRule, RuleError

from handout.errors import Finding, Place, Severity
from handout.language.cldr import locale_of, months, plural_forms, weekdays
from handout.language.counting import form_of
from handout.language.dates import pattern_faults
from handout.language.filling import placeholders, stray_braces
from handout.language.rules import RULES
from handout.language.types import Forms, Language
from handout.source import Mapping, place_of

# Bigger than any number a sheet counts (a dose, a number of weeks, a number of people).
_COUNTED = range(1, 121)


def own_faults(language: Language, node: Mapping) -> Iterator[Finding]:
    """Everything that can be seen in the file alone, without the English beside it."""
    if "else" not in language.digits:
        yield _finding(node, "digits", "no digits are given for other countries", "Add `else: latn`.")
    if faults := pattern_faults(language.date_pattern):
        hint = "Put words in single quotes; known letters: d, M, MMMM, y, EEEE."
        yield _finding(node, "date", f"“{faults[0]}” in the date pattern is not known", hint)
    yield from _plurals(language, node)
    yield from _names(language, node)
    for path, said in language.texts.items():
        for what, hint in word_faults(said.text, language.rules):
            yield Finding(what, hint, said.where, path)


def _plurals(language: Language, node: Mapping) -> Iterator[Finding]:
    for form, rule in language.plurals.items():
        try:
            if form != "other":
                PluralRule({form: rule})
        except RuleError:
            hint = 'Write it as CLDR does: "n = 1"; and other: always.'
            yield _finding(node, f"plurals.{form}", f"“{rule}” is not a plural rule", hint)
            return
    if not language.plurals and locale_of(language.tag) is None:
        hint = "Add `plurals: {other: always}`, or one rule for each form."
        yield _finding(node, "counts", f"nothing is known of how {language.tag} counts", hint)
        return
    needed = plural_forms(language)
    for table, uses in (("counts", language.counts), ("strips", language.strips)):
        for use, forms in uses.items():
            yield from _forms(language, node, (table, use), forms, needed)


def _forms(
    language: Language, node: Mapping, path: tuple[str, str], forms: Forms, needed: tuple[str, ...]
) -> Iterator[Finding]:
    where, said = place_of(node, path), ".".join(path)
    for form in needed:
        if form not in forms:
            what = f"the form “{form}” is missing: {language.tag} needs {', '.join(needed)}"
            yield Finding(what, f"Add {form}: to {said}.", where, said)
    for form in forms:
        inside = place_of(node, (*path, form))
        if form not in needed and not form.startswith("="):
            hint = f"Take it away; {language.tag} has {', '.join(needed)}."
            yield Finding(f"the form “{form}” is never used", hint, inside, f"{said}.{form}")
        elif "n" not in placeholders(forms[form]) and len(_numbers(language, form, forms)) > 1:
            what = f"the form “{form}” stands for several numbers and does not say which"
            yield Finding(what, "Write {n} where the number belongs.", inside, f"{said}.{form}")


def _numbers(language: Language, form: str, forms: Forms) -> list[int]:
    return [n for n in _COUNTED if form_of(language, n, forms) == form]


def _names(language: Language, node: Mapping) -> Iterator[Finding]:
    if not months(language):
        yield _finding(node, "months", "the names of the months are not known", "Add `months:`, twelve names.")
    if not weekdays(language):
        hint = "Add `weekdays:`, Monday first."
        yield _finding(node, "weekdays", "the names of the days of the week are not known", hint)


def word_faults(text: str, rules: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with words as written, in any file: (what, hint)."""
    if digit := next((sign for sign in text if unicodedata.category(sign) in {"Nd", "Nl", "No"}), None):
        hint = "Numbers are fields: write a placeholder such as {hold}, and the number among the facts."
        yield f"a digit ({digit}) stands among the words", hint
    if stray_braces(text):
        yield "a brace is open, or holds no placeholder", "Write {name}, in small letters: {for_hold}"
    for name in rules:
        for fault in RULES[name].check(text):
            yield fault, f"See the rule {name} of the language."


def asked(text: str) -> frozenset[str]:
    """What a text says by placeholders: {for_hold} and {hold} are one number, {to_side} and {side} a side."""
    names = (name.removeprefix("for_") for name in placeholders(text))
    return frozenset({"to_side": "side", "on_side": "side"}.get(name, name) for name in names)


def missing_texts(language: Language, english: Language) -> Iterator[Finding]:
    """Strings that English has and this language has not, or the other way round; and other placeholders."""
    for path, said in english.texts.items():
        if _is_form(path):
            continue
        if path not in language.texts:
            what = f"“{path}” is missing; in English: {said.text}"
            # Sheets of paper do not need the words for a screen.
            severity = Severity.WARNING if path.startswith("screen.") else Severity.ERROR
            yield Finding(what, "Translate it.", _nearest(language, path), path, severity)
        elif asked(said.text) != asked(language.texts[path].text):
            yield _differing(path, said.text, language)
    for path, said in language.texts.items():
        if not _is_form(path) and path not in english.texts:
            yield Finding(f"“{path}” is not known in English", "Take it away.", said.where, path)
    yield from _missing_uses(language, english)


def _missing_uses(language: Language, english: Language) -> Iterator[Finding]:
    tables = (("counts", language.counts, english.counts), ("strips", language.strips, english.strips))
    for table, own, others in tables:
        for use, forms in others.items():
            path = f"{table}.{use}"
            if use not in own:
                what = f"“{path}” is missing; in English: {forms['other']}"
                yield Finding(what, "Translate it.", _nearest(language, path), path)
                continue
            wanted = asked(forms["other"]) - {"n"}
            for form, text in own[use].items():
                if asked(text) - {"n"} != wanted:
                    yield _differing(f"{path}.{form}", forms["other"], language)
        for use in own:
            if use not in others:
                path = f"{table}.{use}"
                yield Finding(f"“{path}” is not known in English", "Take it away.", _nearest(language, path), path)


def _differing(path: str, english: str, language: Language) -> Finding:
    names = ", ".join(f"{{{name}}}" for name in dict.fromkeys(placeholders(english))) or "none"
    what = f"the placeholders of “{path}” differ from the English, which has {names}"
    return Finding(what, f"In English: {english}", language.texts[path].where, path)


def _is_form(path: str) -> bool:
    return path.startswith(("counts.", "strips."))


def _nearest(language: Language, path: str) -> Place:
    """The first string of the same group, or the start of the file."""
    group = path.rpartition(".")[0]
    for own, said in language.texts.items():
        if own.startswith((f"{group}.", f"{path}.")):
            return said.where
    return language.where


def _finding(node: Mapping, path: str, what: str, hint: str) -> Finding:
    return Finding(what, hint, place_of(node, path), path)
