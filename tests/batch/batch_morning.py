"""An invented morning: as many patients as asked for, and one row of every kind that must be refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from handout.batch.roster import COLUMNS

ROUTINES = ("back", "upper-back")
NAMES = {
    "ar": ("ليلى", "حداد"), "de": ("Jörg", "Weiß"), "es": ("Íñigo", "Núñez"), "fr": ("Anaïs", "Lefèvre"),
    "hi": ("आशा", "शर्मा"), "ko": ("지민", "김"), "pl": ("Łucja", "Żak"), "ru": ("Ольга", "Щукина"),
    "vi": ("Nguyễn", "Thị Ánh"), "zh-Hans": ("李", "小明"),
}  # fmt: skip
NOTES = {
    "ar": "أحضر هذه الورقة يوم 4 ديسمبر (العيادة 2). اتصل على 0113 496 0000.",
    "en": "Bring this on 4 December.\nRing the bell at door 2.",
}
FILLER = {"name": "Quillon Zebedee", "reference": "QZ-000", "language": "en", "routine": "back"}

# What is wrong with each row, and the column that a message names.
BAD: dict[str, tuple[str, dict[str, str]]] = {
    "unknown language": ("language", {"language": "Klingon"}),
    "missing routine": ("routine", {"routine": ""}),
    "clash of flags": ("", {"routine": "upper-back", "flags": "osteoporosis"}),
    "no face": ("", {"name": "Quillon 𒀀𒁀"}),
    "long note": ("", {"note": "Zebedee must read this. " * 125}),
    "hidden marks": ("name", {"name": "Quillon \u202eeedebeZ"}),
    "markup": ("name", {"name": "<b>Quillon</b>"}),
    "formula": ("reference", {"reference": "=cmd|' /C calc'!A0"}),
    "wrong dose": ("", {"doses": "cat-cow.repetitions=900"}),
    "wrong decoding": ("name", {"name": "Quillon ZebedÃ©e"}),
    "no routine, no language": ("routine", dict.fromkeys(("language", "routine"), "")),
    "duplicate row": ("row", {}),
}
PRIVATE = ("Quillon", "Zebed", "QZ-0", "Brynhild", "Oxenford", "REF-", "door 2", "العيادة 2", "حداد")


def good(number: int, language: str) -> dict[str, str]:
    """The patient of a row that can be printed; every invented value is found by `PRIVATE`."""
    first, last = NAMES.get(language, ("Brynhild", "Oxenford"))
    return {
        "name": f"{first} {last}",
        "reference": f"REF-{number:04d}",
        "language": language,
        "routine": "back, upper-back" if number % 10 == 0 else ROUTINES[number % 2],
        "doses": "seated-twist.repetitions=4" if number % 2 and number % 3 == 0 else "",
        "flags": "unsteady" if number % 7 == 0 and number % 2 == 0 and number % 10 else "",
        "note": NOTES.get(language, NOTES["en"]) if number % 4 == 0 else "",
        "clinician": ("ana", "ben", "")[number % 3],
        "date": "2026-11-20",
        "style": {5: "large-print", 8: "mono"}.get(number % 12, ""),
        "copies": "2" if number % 11 == 0 else "",
    }


def rows(patients: int, languages: Sequence[str], *, bad: bool = True) -> list[dict[str, str]]:
    """Good rows with the bad ones strewn among them."""
    made = [good(number, languages[number % len(languages)]) for number in range(patients)]
    for index, (_, change) in enumerate(BAD.values() if bad else ()):
        made.insert(2 + index * 2, {**FILLER, "reference": f"QZ-{index:03d}", **change})
    if bad:  # the last of them repeats the row before them, whole
        at = next(index for index, row in enumerate(made) if row.get("reference") == "QZ-011")
        made[at] = dict(made[0])
    return made


def as_csv(table: Sequence[dict[str, str]], delimiter: str = ";", *, quoted: bool = False) -> str:
    """A roster as text."""
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter, quoting=quoting, restval="")
    writer.writeheader()
    writer.writerows(table)
    return text.getvalue()
