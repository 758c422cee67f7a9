"""The file of a new language: what CLDR knows filled in, and a blank for every phrase a translator writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale

from handout.authoring.readability import FORMULAS
from handout.content import shipped_root
from handout.language import FORMS, RULES, Language, locale_of, pattern_faults, placeholders, read_language
from handout.source import BLANK, Mapping, Node, Scalar, read

# Script -> faces, size and leading, measured on Noto Sans: letters of equal height, marks that never touch.
_SETTING: dict[str, tuple[str, float, float]] = {
    "Latn": ("[noto-sans]", 1.0, 1.35),
    "Cyrl": ("[noto-sans]", 1.0, 1.4),
    "Grek": ("[noto-sans]", 1.0, 1.4),
    "Arab": ("[noto-sans-arabic, noto-sans]", 1.08, 1.5),
    "Hebr": ("[noto-sans-hebrew, noto-sans]", 1.05, 1.4),
    "Deva": ("[noto-sans-devanagari, noto-sans]", 1.05, 1.45),
    "Beng": ("[noto-sans-bengali, noto-sans]", 1.0, 1.5),
    "Taml": ("[noto-sans-tamil, noto-sans]", 0.92, 1.4),
    "Telu": ("[noto-sans-telugu, noto-sans]", 1.0, 1.4),
    "Thai": ("[noto-sans-thai, noto-sans]", 1.05, 1.6),
    "Laoo": ("[noto-sans-lao, noto-sans]", 1.05, 1.7),
    "Khmr": ("[noto-sans-khmer, noto-sans]", 1.08, 1.75),
    "Mymr": ("[noto-sans-myanmar, noto-sans]", 0.95, 1.6),
    "Ethi": ("[noto-sans-ethiopic, noto-sans]", 0.95, 1.4),
    "Hans": ("[noto-sans-sc]", 0.96, 1.55),
    "Hant": ("[noto-sans-tc]", 0.96, 1.55),
    "Jpan": ("[noto-sans-jp]", 0.96, 1.55),
    "Kore": ("[noto-sans-kr]", 0.96, 1.5),
}
_LANGUAGES_OF = {
    "Arab": "ar fa ur ps ckb sd ug",
    "Beng": "bn as",
    "Cyrl": "ru uk bg be sr mk kk ky mn tg",
    "Deva": "hi mr ne",
    "Ethi": "am ti",
    "Grek": "el",
    "Hans": "zh",
    "Hebr": "he yi",
    "Jpan": "ja",
    "Khmr": "km",
    "Kore": "ko",
    "Laoo": "lo",
    "Mymr": "my",
    "Taml": "ta",
    "Telu": "te",
    "Thai": "th",
}
# Where a preposition of one letter does not end a line.
_SHORT_WORDS = frozenset({"be", "cs", "pl", "ru", "sk", "uk"})
_SCRIPTS = {tag: script for script, tags in _LANGUAGES_OF.items() for tag in tags.split()}


def language_text(tag: str) -> str:
    """The text of `<tag>.yaml`, with the English above every blank."""
    path = shipped_root() / "assets/languages/en.yaml"
    english = read_language(path, "assets/languages/en.yaml")
    tree = read(path, "assets/languages/en.yaml")
    assert isinstance(tree, Mapping)
    forms = _forms(tag)
    lines = [*_head(tag, english)]
    for key, value in tree.entries:
        if key.text in {"counts", "strips"}:
            lines.extend(_counts(key.text, value, forms))
        elif key.text in {"sides", "roles", "places", "hours", "phrases", "screen"}:
            lines.append(f"{key.text}:")
            lines.extend(_table(value, "  "))
    return "\n".join(lines) + "\n"


def _forms(tag: str) -> tuple[str, ...]:
    locale = locale_of(tag)
    if locale is None:
        return ("other",)
    rule = locale.plural_form
    return tuple(form for form in FORMS if form in {*rule.tags, "other"})


def _head(tag: str, english: Language) -> Iterator[str]:
    locale = locale_of(tag)
    script = tag.split("-")[1] if re.search("-[A-Z][a-z]{3}", tag) else _SCRIPTS.get(tag.split("-")[0], "Latn")
    faces, size, leading = _SETTING.get(script, (f"[{BLANK}]", 1.0, 1.4))
    rtl = script in {"Arab", "Hebr"}
    yield "# All of one language. Fill in every ___ (the English stands above it), then run: handout check"
    yield "# A word in braces is a placeholder: keep it. Quote every text. No digits; numbers come in as {n}."
    yield f"tag: {tag}"
    yield f'autonym: "{_name(locale, tag) if locale else BLANK}"'
    yield f'english_name: "{_name(locale, "en") if locale else BLANK}"'
    yield f"direction: {'rtl' if rtl else 'ltr'}"
    yield f"script: {script}"
    yield "# In this order; a character that none of them covers is refused."
    yield f"faces: {faces}"
    yield f"size: {size}"
    yield f"leading: {leading}"
    yield "# Digits by the clinic's country, as {else: latn, EG: arab}."
    yield "digits: {else: latn}"
    yield "# The quotation marks of the language, opening and closing: these are the English ones."
    yield f'quotes: ["{english.quotes[0]}", "{english.quotes[1]}"]'
    if locale is None:
        yield "# CLDR does not know how this language counts, nor its months and days (Monday first)."
        yield "plurals: {other: always}"
        yield f"months: [{', '.join(f'{BLANK}{month}' for month in range(1, 13))}]"
        yield f"weekdays: [{', '.join(f'{BLANK}{day}' for day in range(1, 8))}]"
    yield f'date: "{_date(locale)}"'
    for key, style in (("list", "standard"), ("any_of", "or")):
        yield f"{key}: {_joining(locale, style)}"
    yield "# The first letters of its own alphabet, to name the lines of page 1 by: these are the Latin ones."
    yield f"letters: [{', '.join(english.letters)}]"
    yield f"# Typographic rules by name. All there are: {', '.join(RULES)}."
    yield f"rules: [{', '.join(_rules(tag, rtl=rtl))}]"
    yield "# How the reader is spoken to, decided once: The reader is “you”; steps are plain imperatives."
    yield f'polite: "{BLANK}"'
    yield f"# A formula of the language's own and the mark it aims at. Known: {', '.join(FORMULAS)}; else none."
    yield "readability: {formula: none, gate: none}"


def _rules(tag: str, *, rtl: bool) -> tuple[str, ...]:
    one_letter = ("one-letter-words",) if tag.split("-")[0] in _SHORT_WORDS else ()
    return (*(("isolate-numbers",) if rtl else ()), *one_letter, "number-keeps-unit")


def _name(locale: Locale, tag: str) -> str:
    return str(locale.get_display_name("en" if tag == "en" else locale) or BLANK)


def _date(locale: Locale | None) -> str:
    if locale is None:
        return "d MMMM y"
    pattern = str(locale.date_formats["long"].pattern)
    return "d MMMM y" if pattern_faults(pattern) else pattern


def _joining(locale: Locale | None, style: str) -> str:
    patterns = locale.list_patterns.get(style) if locale else None
    if patterns is None:
        return f'{{two: "{{a}} {BLANK} {{b}}", many: "{{a}}, {{b}}", last: "{{a}} {BLANK} {{b}}"}}'
    said = {"two": patterns["2"], "many": patterns["middle"], "last": patterns["end"]}
    parts = (f'{key}: "{text.replace("{0}", "{a}").replace("{1}", "{b}")}"' for key, text in said.items())
    return f"{{{', '.join(parts)}}}"


def _counts(table: str, node: Node, forms: tuple[str, ...]) -> Iterator[str]:
    yield '# One whole phrase per use and plural form. You may add "=1" and "=2", for once and twice.'
    yield f"{table}:"
    for key, value in node.entries if isinstance(node, Mapping) else ():
        said = value.get("other") if isinstance(value, Mapping) else None
        english = said.text if isinstance(said, Scalar) else ""
        yield f"  # {english}"
        yield f"  {key.text}:"
        yield from (f'    {form}: "{_blank(english)}"' for form in forms)


def _table(node: Node, indent: str) -> Iterator[str]:
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if isinstance(value, Mapping):
            yield f"{indent}{key.text}:"
            yield from _table(value, f"{indent}  ")
        elif isinstance(value, Scalar):
            yield f"{indent}# {value.text}"
            yield f'{indent}{key.text}: "{_blank(value.text)}"'


def _blank(english: str) -> str:
    """A blank that keeps the placeholders, and the bar between two lines."""
    names = " ".join(f"{{{name}}}" for name in dict.fromkeys(placeholders(english)))
    return f"{names} {BLANK}".strip() + (f"|{BLANK}" if "|" in english and "|{" not in english else "")
