"""How loath a line is to end at a place where it may: inside a scale, a compound, a Chinese word, after a hyphen.

Costs are those of `handout.text.fit`. No words are changed and none are joined for good: where nothing else can be
done, a line ends there all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from icu4py.breakers import WordBreaker

from handout.text.characters import utf16_positions
from handout.text.compounds import CHINESE, KOREAN, VIETNAMESE
from handout.text.fit import LOATH, POOR, SLIGHT, TIED

# “3 of 10”, “0 to 100”, “1 or 2”, “3 out of 10”, “10 में से 3”, “0에서 10”: two numbers and the short words between.
_LETTER = r"[^\s\d.,;:!?()·।،؛؟，。、；：]"  # or a mark on one
_SCALE = re.compile(
    rf"\d[\u2069%]?(?:[ \u00a0]?{_LETTER}{{1,3}}|[ \u00a0]{_LETTER}{{1,9}}(?:[ \u00a0]{_LETTER}{{1,5}})?)"
    r"[ \u00a0]?\u2066?(?=\d)"
)
_OUT_OF = re.compile(rf"\d[ \u00a0]?\({_LETTER}{{1,9}}[ \u00a0](?=\d)")  # 3 (of 10)
_SEPARATOR = re.compile(r" ?·[ \u00a0]?")
_HYPHEN = re.compile(r"(?<=[^\s\d])[-\u2010](?=[^\s\d])")
_DAY = re.compile(r"(?<!\d)\d\d?\. (?=[^\W\d_])")  # 21. November
_ALONE = re.compile(r"(?<![^\s(„«“])[^\W\d_] ")  # a word of one letter at a line's end
_SYLLABLE = re.compile(r"[^\W\d_]+")
_KOREAN_ALONE = re.compile(r" (?=[\uac00-\ud7a3](?:[ ,.]|$))")  # before a dependent noun of one syllable
_COSTS = ((_SCALE, TIED), (_OUT_OF, TIED), (_SEPARATOR, LOATH), (_HYPHEN, POOR), (_DAY, POOR), (_ALONE, SLIGHT))
_CHINESE = re.compile("|".join(sorted(CHINESE, reverse=True)))  # of two words that begin alike, the longer first
_KOREAN = re.compile("|".join(sorted(KOREAN, reverse=True)))
_PARTICLES = frozenset("的地得了着过们吗吧呢")  # they belong to the word before them


def reluctance(text: str, places: Sequence[int], language: str) -> list[float]:
    """What it costs to end a line at each of the places."""
    costs = dict.fromkeys(places, 0.0)
    for pattern, cost in _COSTS:
        for match in pattern.finditer(text):
            _raise(costs, range(match.start() + 1, match.end() + 1), cost)
    own = language.split("-")[0]
    if own in _OWN:
        _OWN[own](text, costs)
    return [costs[place] for place in places]


def _raise(costs: dict[int, float], places: Sequence[int], cost: float) -> None:
    for place in places:
        if costs.get(place, cost) < cost:
            costs[place] = cost


def _whole(words: re.Pattern[str], text: str, costs: dict[int, float]) -> None:
    for match in words.finditer(text):
        _raise(costs, range(match.start() + 1, match.end()), LOATH)


def _vietnamese(text: str, costs: dict[int, float]) -> None:
    """Words of two syllables stay together."""
    last = None
    for match in _SYLLABLE.finditer(text):
        near = last and text[last.end() : match.start()] == " "
        if last and near and f"{last.group()} {match.group()}".lower() in VIETNAMESE:
            _raise(costs, [match.start()], POOR)
        last = match


def _chinese(text: str, costs: dict[int, float]) -> None:
    """Words of ICU's dictionary and of ours stay together, particles with the word before them."""
    _whole(_CHINESE, text, costs)
    places = utf16_positions(text)
    for start, end in WordBreaker(text, "zh").segments():
        first, last = (places[start], places[end]) if places else (start, end)
        _raise(costs, range(first + 1, last), POOR)
        if last - first == 1 and text[first] in _PARTICLES:
            _raise(costs, [first], SLIGHT)


def _korean(text: str, costs: dict[int, float]) -> None:
    """“할 수 있다”: a noun of one syllable does not begin a line; nor does the second half of a compound."""
    _whole(_KOREAN, text, costs)
    for match in _KOREAN_ALONE.finditer(text):
        _raise(costs, [match.end()], POOR)


_OWN = {"vi": _vietnamese, "zh": _chinese, "ko": _korean}
