"""The formulas: one for one language each, with constants as published.

ASL: words in a sentence. ASW: syllables in a word. Where a formula was fitted to school grades, less is
easier; where it is an ease on a scale of 100, more is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handout.authoring.readability.measure import Measure


@dataclass(frozen=True, slots=True)
class Formula:
    """What it is called, which language it was made for, what it computes, and where it is from."""

    name: str
    language: str  # ISO 639
    value: Callable[[Measure], float]
    grade: bool  # a school grade: less is easier
    source: str


def _flesch_kincaid(of: Measure) -> float:
    return 0.39 * of.sentence_words + 11.8 * of.word_syllables - 15.59


def _inflesz(of: Measure) -> float:
    return 206.835 - 62.3 * of.word_syllables - of.sentence_words


def _kandel_moles(of: Measure) -> float:
    return 207.0 - 1.015 * of.sentence_words - 73.6 * of.word_syllables


def _amstad(of: Measure) -> float:
    return 180.0 - of.sentence_words - 58.5 * of.word_syllables


def _flesch_martins(of: Measure) -> float:
    return 248.835 - 1.015 * of.sentence_words - 84.6 * of.word_syllables


def _oborneva(of: Measure) -> float:
    return 206.835 - 1.3 * of.sentence_words - 60.1 * of.word_syllables


def _fog_pl(of: Measure) -> float:
    return 0.4 * (of.sentence_words + of.share(4))


FORMULAS: dict[str, Formula] = {
    formula.name: formula
    for formula in (
        Formula("flesch-kincaid", "en", _flesch_kincaid, True, "Kincaid et al. 1975, Navy Research Branch Report 8-75"),
        Formula("inflesz", "es", _inflesz, False, "Szigriszt 1993; bands by Barrio-Cantalejo et al. 2008 (INFLESZ)"),
        Formula("kandel-moles", "fr", _kandel_moles, False, "Kandel & Moles 1958"),
        Formula("amstad", "de", _amstad, False, "Amstad 1978"),
        Formula("flesch-martins", "pt", _flesch_martins, False, "Martins et al. 1996"),
        Formula("oborneva", "ru", _oborneva, False, "Oborneva 2006"),
        Formula("fog-pl", "pl", _fog_pl, True, "Pisarek 1969, after Gunning's fog: words of four syllables are long"),
    )
}
