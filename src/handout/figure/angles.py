"""Cosine and sine by series: the same to the last bit on every processor, and without numpy."""

from __future__ import annotations

from typing import Any, TypeVar

Number = TypeVar("Number")  # a float, or an array of them

RADIAN = 0.017453292519943295
# Taylor series up to 45 degrees, highest power first: the next term is below 1e-18.
COSINE = (1 / 20922789888000, -1 / 87178291200, 1 / 479001600, -1 / 3628800, 1 / 40320, -1 / 720, 1 / 24, -1 / 2, 1.0)
SINE = (1 / 355687428096000, -1 / 1307674368000, 1 / 6227020800, -1 / 39916800, 1 / 362880, -1 / 5040, 1 / 120,
         -1 / 6, 1.0)  # fmt: skip


def cosine_and_sine(angle: float) -> tuple[float, float]:
    """Of one angle in degrees; exact at every right angle."""
    quarters = round(angle / 90.0)
    x = (angle - 90.0 * quarters) * RADIAN
    square = x * x
    c, s = series(COSINE, square), x * series(SINE, square)
    return ((c, s), (-s, c), (-c, -s), (s, -c))[quarters % 4]


def series(terms: tuple[float, ...], x: Number) -> Number:
    """The sum of a series at x, by additions and products alone."""
    at: Any = x
    total = at * terms[0]
    for term in terms[1:-1]:
        total = (total + term) * at
    result: Number = total + terms[-1]
    return result
