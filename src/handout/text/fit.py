"""Which of the places where a line may end it does end at: chosen for the whole paragraph.

The fewest lines, and among those the ones that are ragged least, with as much on the last that it does not look
forgotten. Dynamic programming over breaks (Knuth and Plass, Breaking paragraphs into lines, 1981), for lines that are
not justified: what is paid for is white at their ends.
"""

from __future__ import annotations

from collections.abc import Sequence

SLACK = 1e-3  # pt; sums of advances differ in the last bits
LINE = 10_000.0  # one line more is worse than anything that the lines of a paragraph may cost
TIED = 15_000.0  # parting what is tied is worse than one line more
LOATH = 2_000.0  # a separator at a line's end: only where that saves a line
RAGGED = 100.0  # an empty line; a line pays by the square of its white
SHORT, SHORT_SHARE = 300.0, 0.25  # a last line under that share of the measure, and as much again by how short it is
ALONE, ALONE_SHARE = 20.0, 0.45  # a word alone on the last line, where it is no long one
POOR = 150.0  # parting a compound
SLIGHT = 30.0  # ending a line with a word of one letter


def ends_of(
    widths: Sequence[float], tails: Sequence[float], costs: Sequence[float], measure: float, *, level: bool = False
) -> list[int]:
    """How many units each line has reached at its end. `widths` are those of units, `tails` the spaces that hang
    where a unit ends a line, `costs` what it costs to end one there. A unit wider than the measure stands alone.
    `level`: the last line counts as all others, as centred lines want it."""
    greedy = _greedy(widths, tails, measure)
    if len(greedy) == 1 or (len(greedy) == 2 and not level and _is_good(greedy[0], widths, tails, (costs, measure))):
        return greedy
    return _fitted(widths, tails, costs, measure, level=level)


def _greedy(widths: Sequence[float], tails: Sequence[float], measure: float) -> list[int]:
    ends: list[int] = []
    width, start = 0.0, 0
    for index, own in enumerate(widths):
        if index > start and width + own - tails[index] > measure + SLACK:
            ends.append(index)
            width, start = 0.0, index
        width += own
    return [*ends, len(widths)]


def _is_good(
    cut: int, widths: Sequence[float], tails: Sequence[float], given: tuple[Sequence[float], float]
) -> bool:
    """Whether nothing is better than two lines of which the first is full."""
    costs, measure = given
    share = (sum(widths[cut:]) - tails[-1]) / measure
    return not costs[cut - 1] and (share >= ALONE_SHARE or (share >= SHORT_SHARE and cut < len(widths) - 1))


def _fitted(
    widths: Sequence[float], tails: Sequence[float], costs: Sequence[float], measure: float, *, level: bool
) -> list[int]:
    count = len(widths)
    places = [0.0]
    for width in widths:
        places.append(places[-1] + width)
    best = [0.0] * (count + 1)
    before = [0] * (count + 1)
    for end in range(1, count + 1):
        last = end == count
        edge, own = places[end] - tails[end - 1], LINE + (0.0 if last else costs[end - 1])
        least = float("inf")
        for start in range(end - 1, -1, -1):
            width = edge - places[start]
            if width > measure + SLACK and start < end - 1:
                break
            cost = best[start] + own + (_short(width / measure, end - start) if last and start else 0.0)
            if (level or not last) and width < measure:
                cost += RAGGED * (1 - width / measure) ** 2
            if cost < least:
                least, before[end] = cost, start
        best[end] = least
    ends, at = [], count
    while at:
        ends.append(at)
        at = before[at]
    return ends[::-1]


def _short(share: float, units: int) -> float:
    """What it costs that the last line takes that share of the measure, in so many units."""
    if share < SHORT_SHARE:
        return SHORT * (2 - share / SHORT_SHARE)
    return ALONE if units == 1 and share < ALONE_SHARE else 0.0
