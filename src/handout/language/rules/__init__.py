"""The typographic rules, one file each; a language names those it keeps, and they act in this order."""

from __future__ import annotations

from handout.language.rules import (
    cjk_spacing,
    danda,
    french_spaces,
    isolate_numbers,
    number_keeps_unit,
    one_letter_words,
    spanish_marks,
)
from handout.language.rules.rule import Rule

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        french_spaces.RULE,
        spanish_marks.RULE,
        danda.RULE,
        cjk_spacing.RULE,
        one_letter_words.RULE,
        isolate_numbers.RULE,
        number_keeps_unit.RULE,
    )
}

__all__ = ["RULES", "Rule"]
