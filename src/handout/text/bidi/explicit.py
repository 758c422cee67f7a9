"""Rules X1 to X8 (explicit levels and isolates) and X10 (isolating run sequences)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from handout.text.bidi.classes import EMBEDDINGS, ISOLATE_INITIATORS, REMOVED, first_strong_level

MAX_DEPTH = 125  # BD2


@dataclass(slots=True)
class _Status:
    """The directional status stack and the three counters of rule X1."""

    base: int
    stack: list[tuple[int, str | None, bool]] = field(default_factory=list)  # level, override, isolate
    overflow_isolates: int = 0
    overflow_embeddings: int = 0
    valid_isolates: int = 0

    def __post_init__(self) -> None:
        self.stack.append((self.base, None, False))

    def next_level(self, right_to_left: bool) -> int | None:
        """The next odd or even level; None where the stack would overflow."""
        level = self.stack[-1][0]
        level = (level + 1) | 1 if right_to_left else (level + 2) & ~1
        full = level > MAX_DEPTH or self.overflow_isolates or self.overflow_embeddings
        return None if full else level

    def embed(self, kind: str) -> None:
        """X2 to X5."""
        level = self.next_level(kind[0] == "R")
        if level is not None:
            self.stack.append((level, kind[0] if kind[2] == "O" else None, False))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def isolate(self, right_to_left: bool) -> None:
        """X5a to X5c."""
        level = self.next_level(right_to_left)
        if level is None:
            self.overflow_isolates += 1
        else:
            self.valid_isolates += 1
            self.stack.append((level, None, True))

    def end_isolate(self) -> None:
        """X6a."""
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def end_embedding(self) -> None:
        """X7."""
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1][2] and len(self.stack) >= 2:
            self.stack.pop()


def explicit_levels(classes: list[str], base: int, matches: dict[int, int]) -> tuple[list[int], list[str]]:
    """Levels and classes after rules X1 to X8 (overrides change classes)."""
    status = _Status(base)
    levels = [base] * len(classes)
    resolved = list(classes)
    for index, kind in enumerate(classes):
        if kind == "PDI":
            status.end_isolate()
        level, override, _ = status.stack[-1]
        if kind != "B":
            levels[index] = level
        if override and kind not in REMOVED and kind != "B":
            resolved[index] = override
        if kind in EMBEDDINGS:
            status.embed(kind)
        elif kind in ISOLATE_INITIATORS:
            status.isolate(_is_right_to_left(kind, index, classes, matches))
        elif kind == "PDF":
            status.end_embedding()
    return levels, resolved


def _is_right_to_left(kind: str, index: int, classes: list[str], matches: dict[int, int]) -> bool:
    if kind != "FSI":
        return kind == "RLI"
    return first_strong_level(classes, index + 1, matches.get(index, len(classes)), matches) == 1


@dataclass(frozen=True, slots=True)
class IsolatingRun:
    """An isolating run sequence (BD13): its characters' indices, its level, and the types at its ends."""

    indices: list[int]
    level: int
    before: int  # level that sets sos
    after: int  # level that sets eos


def sequences(
    classes: list[str], levels: list[int], base: int, matches: dict[int, int]
) -> Iterator[IsolatingRun]:
    """X9, X10: the isolating run sequences over the characters that rule X9 keeps."""
    kept = [index for index, kind in enumerate(classes) if kind not in REMOVED]
    position = {index: place for place, index in enumerate(kept)}
    runs = [list(run) for _, run in groupby(kept, key=levels.__getitem__)]
    run_at = {run[0]: run for run in runs}
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in matches:
            continue
        indices = list(run)
        while classes[indices[-1]] in ISOLATE_INITIATORS and indices[-1] in matches:
            indices += run_at[matches[indices[-1]]]
        first, last = position[indices[0]], position[indices[-1]]
        open_end = last + 1 == len(kept) or classes[indices[-1]] in ISOLATE_INITIATORS
        yield IsolatingRun(
            indices,
            levels[indices[0]],
            before=levels[kept[first - 1]] if first else base,
            after=base if open_end else levels[kept[last + 1]],
        )
