"""Twelve mastheads and twelve patient lines as clinics have them, and small covers of their combinations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

LANGUAGES = ("en", "ar", "de", "es", "fil", "fr", "hi", "ht", "ko", "pl", "pt-BR", "ru", "vi", "zh-Hans")
STYLES = ("standard", "mono", "large-print")
PAPERS = ("a4", "letter")

_LUNCH = """\
hours:
  - {days: [mon, thu], from: "08:00", to: "12:30"}
  - {days: [mon, thu], from: "13:30", to: "18:00"}
  - {days: [fri], from: "08:00", to: "13:00"}
"""
_LINES = """\
hours:
  - {days: [mon, fri], from: "07:30", to: "19:00"}
  - {days: [sat], from: "09:00", to: "12:00"}
  - {days: [mon, wed, fri], from: "19:00", to: "20:30"}
"""
_CALL = 'telephone: "0113 496 0000"\n'
_PLACE = "address: 12 Station Road, Leeds LS1 4AB\n"
MASTHEADS: dict[str, str] = {
    "plain": f"name: Elm Street Physio\ncountry: GB\n{_CALL}{_PLACE}",
    "nothing": "name: Elm Street Physio\ncountry: IE\n",
    "logo": f"name: Elm Street Physio\ncountry: GB\nlogo: logo.png\n{_CALL}{_PLACE}",
    "apostrophe": f"name: Müller & O'Brien Physio-Plus\ncountry: GB\n{_CALL}address: King's Court, 1/2 St John's Rd\n",
    "lunch": f"name: Elm Street Physio\ncountry: DE\n{_CALL}{_PLACE}{_LUNCH}",
    "logo-lines": f"name: Elm Street Physio\ncountry: US\nlogo: logo.svg\n{_CALL}{_PLACE}{_LINES}",
    "long-address": "name: Elm Street Physio\ncountry: GB\n" + _CALL
    + "address: The Old Station House, Unit 4b, 12 King's Road / Station Yard, Headingley, Leeds LS1 4AB\n",
    "dashes": 'name: Elm Street Physio\ncountry: SA\ntelephone: "+966 (0)11-496-0000 ext. 12"\n' + _PLACE + _LUNCH,
    "everything": "name: Müller & O'Brien Physiotherapy\ncountry: CA\nlogo: logo.jpg\n"
    'telephone: "0113 496 0000 ext. 12"\nsecond_telephone: "+44 (0)7700 900-123"\n'
    "address: The Old Station House, Unit 4b, 12 King's Road, Headingley, Leeds LS1 4AB\n"
    f"email: hello@mueller-obrien.example\nwebsite: www.mueller-obrien.example\n{_LUNCH}"
    "clinicians: {anna: {name: Anna Müller, role: physiotherapist}}\nclinician: anna\n",
    "two-numbers": f'name: Elm Street Physio\ncountry: IN\n{_CALL}second_telephone: "0113-496-0001"\n{_PLACE}{_LINES}',
    "arabic": "name: عيادة النخيل للعلاج الطبيعي\ncountry: EG\ntelephone: \"02-2796-0000\"\n"
    f"address: شارع النيل 12، القاهرة\n{_LUNCH}",
    "reached": f"name: Elm Street Physio\ncountry: GB\n{_CALL}{_PLACE}"
    "email: hello@elm-street.example\nwebsite: www.elm-street.example/leeds\n",
}  # fmt: skip
_SENTENCE = "Go slowly, Zdenka: 5-7 times is plenty on a bad day, and call us if it gets no better. "
PATIENTS: dict[str, dict[str, str]] = {
    "name": {"name": "Zdenka Quillon", "reference": "A-1"},
    "born": {"name": "Zdenka Quillon", "born": "1980-05-17"},
    "both": {"name": "Zdenka Quillon", "reference": "A-002/17", "born": "1958-02-11", "clinician": "Ana Ruiz"},
    "hyphen": {"name": "Jean-Baptiste al-Sayed", "reference": "PHY-0231", "clinician": "Siân O'Hara-Jones"},
    "apostrophe": {"name": "D’Arcy O'Brien", "reference": "NHS 123 456 7890", "born": "2001-12-31"},
    "arabic": {"name": "محمد علي القحطاني", "reference": "A-2", "clinician": "د. ليلى حسن"},
    "hebrew": {"name": "דוד כהן-לוי", "reference": "12/7", "born": "1949-01-02"},
    "two-scripts": {"name": "Łukasz محمد 王小明", "reference": "№ 7"},
    "chinese": {"name": "王小明", "reference": "A-3", "note": "慢慢来，每天5–7次。"},
    "forty": {"name": "Wilhelmina Featherstonehaugh-Cholmondeley", "reference": "A-4", "born": "1931-08-08"},
    "mixed-note": {"name": "Zdenka Quillon", "reference": "A-5",
                   "note": "Easy: خذ وقتك يا محمد (please), 5-7.\nCall David דוד כהן on 0113-496-0000.\nمرحبا بك."},
    "long-note": {"name": "Zdenka Quillon", "reference": "A-6", "note": (_SENTENCE * 17).strip()},
}  # fmt: skip

Case = tuple[str, str, str, str, str]  # masthead, patient, language, style, paper


def factors(styles: Sequence[str] = STYLES) -> tuple[tuple[str, ...], ...]:
    """The values of each factor of a case."""
    return tuple(MASTHEADS), tuple(PATIENTS), LANGUAGES, tuple(styles), PAPERS


def pairwise(values: Sequence[Sequence[str]]) -> Iterator[Case]:
    """Cases in which every two values of two factors meet: greedily, the case with the most pairs that have not
    met among those that hold the next such pair."""
    open_pairs = {
        (one, a, other, b)
        for one, other in combinations(range(len(values)), 2)
        for a, b in product(values[one], values[other])
    }
    turn = 0
    while open_pairs:
        one, a, other, b = min(open_pairs)
        chosen: list[str] = [""] * len(values)
        chosen[one], chosen[other] = a, b
        for factor in range(len(values)):
            if not chosen[factor]:
                turn += 1
                ring = [values[factor][(turn + step) % len(values[factor])] for step in range(len(values[factor]))]
                chosen[factor] = max(ring, key=lambda value: len(_pairs(_with(chosen, factor, value)) & open_pairs))
        open_pairs -= _pairs(chosen)
        yield (chosen[0], chosen[1], chosen[2], chosen[3], chosen[4])


def _with(chosen: Sequence[str], factor: int, value: str) -> list[str]:
    return [*chosen[:factor], value, *chosen[factor + 1 :]]


def _pairs(chosen: Sequence[str]) -> set[tuple[int, str, int, str]]:
    known = [(factor, value) for factor, value in enumerate(chosen) if value]
    return {(one, a, other, b) for (one, a), (other, b) in combinations(known, 2)}


def every_value(values: Sequence[Sequence[str]], step: int = 5) -> Iterator[Case]:
    """Cases in which every value of every factor stands at least once: as many as the longest factor has values."""
    for turn in range(max(map(len, values))):
        yield (
            values[0][turn % len(values[0])],
            values[1][turn * step % len(values[1])],
            values[2][turn % len(values[2])],
            values[3][turn % len(values[3])],
            values[4][turn // 2 % len(values[4])],
        )
