"""What the strip of a card must say, worked out from the dose alone: each number that is given, field by field.

It knows nothing of how the strip is put together, so that a field which nobody prints is found.
"""

from __future__ import annotations

from handout.content import FIELDS, Dose, DoseField, given
from handout.language import Language, form_of, number, placeholders, typeset
from handout.prescription import Measured, lasting

Figure = tuple[str, ...]  # how the language may say it: the number, or words such as "once a day"


def figures(language: Language, dose: Dose) -> tuple[tuple[str, Figure], ...]:
    """Field of the dose -> how it may be said. One set goes without saying."""
    return tuple(
        (name, _figure(language, FIELDS[name], amount))
        for name, amount in given(dose).items()
        if not (name == "sets" and amount == 1)
    )


def _figure(language: Language, row: DoseField, amount: float) -> Figure:
    measured = lasting(amount) if row.clocked else Measured(amount, row.counted_as)
    spelled = (text for use in row.said_by if (text := _spelled(language, use, measured.amount)))
    return tuple(dict.fromkeys((typeset(language, number(language, measured.amount)), *spelled)))


def _spelled(language: Language, use: str, amount: float) -> str:
    """The words of a form that has no {n}, up to the first placeholder; "" where the number stands."""
    table, _, name = use.partition(".")
    forms = (language.strips if table == "strips" else language.counts).get(name, {})
    text = forms.get(form_of(language, amount, forms), "{n}")
    return "" if "n" in placeholders(text) else typeset(language, text.partition("|")[0].partition("{")[0].strip())
