"""CLDR's facts, by Babel, without its silent fallbacks: a language CLDR does not know has none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from babel.localedata import exists
from babel.plural import PluralRule

from handout.language.types import Language

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FORMS = ("zero", "one", "two", "few", "many", "other")


# Two tags of one language: Norwegian.
_ONE_LANGUAGE = {"nb": ("no",), "nn": ("no",)}


@cache
def locale_of(tag: str) -> Locale | None:
    """Babel's locale for a language tag; None where CLDR has nothing of the language's own."""
    try:
        locale = Locale.parse(tag.partition("-x-")[0], sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    language = tag.split("-")[0]
    return locale if locale.language == language and exists(language) and not _borrowed(language) else None


def _borrowed(language: str) -> bool:
    """Whether CLDR takes its names and plurals from another language, as Haitian Creole's from French."""
    parent = str(get_global("parent_exceptions").get(language, language)).split("_")[0]
    return parent not in {language, "root", *_ONE_LANGUAGE.get(language, ())}


def plural_rule(language: Language) -> PluralRule | None:
    """The rule of the language: its own file's, else CLDR's; None when neither has one."""
    return rule_for(language.tag, language.plurals)


def rule_for(tag: str, own: Mapping[str, str]) -> PluralRule | None:
    """The plural rule of a tag whose language file brings these rules of its own."""
    if own:
        return PluralRule({form: rule for form, rule in own.items() if form != "other"})
    locale = locale_of(tag)
    return locale.plural_form if locale else None


def plural_forms(language: Language) -> tuple[str, ...]:
    """The forms a phrase with a number needs, in CLDR's order."""
    return forms_of(plural_rule(language))


def forms_of(rule: PluralRule | None) -> tuple[str, ...]:
    """The forms of a rule, in CLDR's order; without a rule there is one."""
    tags = {*rule.tags, "other"} if rule else {"other"}
    return tuple(form for form in FORMS if form in tags)


def counting_forms(rule: PluralRule | None) -> tuple[str, ...]:
    """The forms that whole numbers take, in CLDR's order; others are for fractions and for millions."""
    taken = {rule(n) for n in range(1000)} if rule else {"other"}
    return tuple(form for form in forms_of(rule) if form in taken)


def months(language: Language) -> tuple[str, ...]:
    """The names of the months as they stand in a date, January first; empty when nobody knows them."""
    if language.months:
        return language.months
    locale = locale_of(language.tag)
    return tuple(str(locale.months["format"]["wide"][month]) for month in range(1, 13)) if locale else ()


def weekdays(language: Language) -> dict[str, str]:
    """The names of the days, mon to sun; empty when nobody knows them."""
    if language.weekdays:
        return dict(zip(DAYS, language.weekdays, strict=True))
    locale = locale_of(language.tag)
    if locale is None:
        return {}
    return {day: str(locale.days["format"]["wide"][index]) for index, day in enumerate(DAYS)}
