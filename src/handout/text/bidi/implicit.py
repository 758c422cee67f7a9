"""Rules W1 to W7, N0 to N2 and I1, I2 over one isolating run sequence.

`types` are the classes of the sequence's characters, changed in place from rule to rule.
"""

from __future__ import annotations

from handout.text.bidi.classes import CLOSING, ISOLATE_INITIATORS, NEUTRAL, OPENING, STRONG, direction_of
from handout.text.bidi.explicit import IsolatingRun

BRACKET_STACK = 63  # BD16


def resolve_sequence(sequence: IsolatingRun, text: str, classes: list[str], types: list[str]) -> list[int]:
    """The level of each character of the sequence."""
    sos = direction_of(max(sequence.level, sequence.before))
    eos = direction_of(max(sequence.level, sequence.after))
    embedding = direction_of(sequence.level)
    _weak_marks_and_numbers(types, sos)
    _weak_separators(types)
    _weak_terminators(types)
    _weak_rest(types, sos)
    marks = [classes[index] == "NSM" for index in sequence.indices]
    characters = [text[index] for index in sequence.indices]
    _brackets(types, characters, marks, embedding, sos)
    _neutrals(types, sos, eos, embedding)
    if sequence.level & 1:  # I2
        return [sequence.level + (kind in ("L", "EN", "AN")) for kind in types]
    return [sequence.level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0) for kind in types]  # I1


def _weak_marks_and_numbers(types: list[str], sos: str) -> None:
    """W1, W2, W3."""
    before = sos
    for index, kind in enumerate(types):
        if kind == "NSM":
            types[index] = "ON" if before in ISOLATE_INITIATORS or before == "PDI" else before
        before = types[index]
    strong = sos
    for index, kind in enumerate(types):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[index] = "AN"
    types[:] = ["R" if kind == "AL" else kind for kind in types]


def _weak_separators(types: list[str]) -> None:
    """W4."""
    for index in range(1, len(types) - 1):
        before, kind, after = types[index - 1], types[index], types[index + 1]
        if before != after:
            continue
        if (kind in ("ES", "CS") and before == "EN") or (kind == "CS" and before == "AN"):
            types[index] = before


def _weak_terminators(types: list[str]) -> None:
    """W5."""
    start = 0
    while start < len(types):
        if types[start] != "ET":
            start += 1
            continue
        end = start
        while end < len(types) and types[end] == "ET":
            end += 1
        if (start and types[start - 1] == "EN") or (end < len(types) and types[end] == "EN"):
            types[start:end] = ["EN"] * (end - start)
        start = end


def _weak_rest(types: list[str], sos: str) -> None:
    """W6, W7."""
    strong = sos
    for index, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[index] = "L"


def _bracket_pairs(types: list[str], characters: list[str]) -> list[tuple[int, int]]:
    """BD16: the bracket pairs, by their opening position."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, character in enumerate(characters):
        if types[index] != "ON":
            continue
        if character in OPENING:
            if len(opened) == BRACKET_STACK:
                return []
            opened.append((OPENING[character], index))
        elif character in CLOSING:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == CLOSING[character]:
                    pairs.append((opened[depth][1], index))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _brackets(types: list[str], characters: list[str], marks: list[bool], embedding: str, sos: str) -> None:
    """N0."""
    for first, last in _bracket_pairs(types, characters):
        inside = {STRONG.get(kind) for kind in types[first + 1 : last]} - {None}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            before = (STRONG[kind] for kind in reversed(types[:first]) if kind in STRONG)
            direction = next(before, sos)
        for bracket in (first, last):
            types[bracket] = direction
            after = bracket + 1
            while after < len(types) and marks[after]:
                types[after] = direction
                after += 1


def _neutrals(types: list[str], sos: str, eos: str, embedding: str) -> None:
    """N1, N2."""
    start = 0
    while start < len(types):
        if types[start] not in NEUTRAL:
            start += 1
            continue
        end = start
        while end < len(types) and types[end] in NEUTRAL:
            end += 1
        before = STRONG[types[start - 1]] if start else sos
        after = STRONG[types[end]] if end < len(types) else eos
        types[start:end] = [before if before == after else embedding] * (end - start)
        start = end
