"""Page 1: the safety panel is set first, and everything else gives way to it.

The ladder, tried in order: everything with the panel's lines in full; then the message moves to page 2; then
the plan; then both; then who it is for as well; then the same with the panel's least white; then all of it
with all lines in their short form. Where even that is too high the sheet is refused: no type is made smaller
and no word is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from handout.errors import Finding, LayoutError
from handout.layout.blocks.panel_parts import Panel
from handout.layout.blocks.safety import set_safety
from handout.layout.flow import Passage, Piece
from handout.layout.kept import kept
from handout.layout.pages import Tag
from handout.layout.setup import Setup
from handout.manuscript.elements import Element

OPENING = ("stamp", "masthead", "patient", "title", "audience", "message", "safety", "plan")
ALL = ("ask", "stop", "now", "today")
SHARES = (0.5, 0.47, 0.53, 0.44, 0.56)  # of the panel's first column, where white is short
RUNGS: tuple[tuple[str, ...], ...] = (
    (),
    ("message",),
    ("plan",),
    ("message", "plan"),
    ("audience", "message", "plan"),
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The passages of page 1, those that gave way to it, and the form of the panel's lines."""

    first: tuple[Passage, ...]
    then: tuple[Passage, ...]
    form: str

    @property
    def plan_moved(self) -> bool:
        """Whether the plan stands on a later page."""
        return any(passage.kind == "plan" for passage in self.then)


def ladder(passages: Sequence[Passage], safety: Element, setup: Setup) -> Iterator[Opening]:
    """Every way to open the sheet, best first. `passages` are those of page 1 but for the panel."""
    alone = bool(setup.theme.page.panel_alone)
    for form in ("full", "short"):
        for panel, rest in _panels(safety, setup, form, alone=alone):
            for moved in RUNGS[2:] if alone else RUNGS:
                stay, then = _parted(passages, moved, setup.theme.gap.section)
                yield Opening((*_with_panel(stay, panel),), (*rest, *then), form)


Panels = tuple[Passage, tuple[Passage, ...]]  # what page 1 holds of the panel, and what opens page 2


def _panels(safety: Element, setup: Setup, form: str, *, alone: bool) -> Iterator[Panels]:
    """The panel with its white as the theme has it, then with its least white."""
    tight = setup.tightened()
    if alone:
        for split in (("ask",), ("ask", "today")):
            yield _apart_from(safety, setup, form, split)
        yield _apart_from(safety, tight, form, ("ask", "today"))
        return
    yield _set(safety, setup, Panel(form, ALL)), ()
    tried = [_set(safety, tight, Panel(form, ALL, share=share)) for share in SHARES]
    yield min(tried, key=lambda panel: round(panel.height, 1)), ()


def _set(safety: Element, setup: Setup, panel: Panel) -> Passage:
    return kept(safety, setup, panel, partial(set_safety, safety, setup, panel))


def _apart_from(safety: Element, setup: Setup, form: str, later: tuple[str, ...]) -> Panels:
    """Large print: stop and get help now on page 1; ask first opens page 2 before anything else."""
    first = _set(safety, setup, Panel(form, tuple(kind for kind in ALL if kind not in later)))
    then = _set(safety, setup, Panel(form, later, titled=False))
    opened = tuple(replace(piece, opens=index == 0) for index, piece in enumerate(then.pieces))
    return replace(first, tag=_joined(first.tag, then.tag)), (Passage(None, opened, "safety"),)


def _joined(one: Tag | None, other: Tag | None) -> Tag | None:
    if one is None or other is None:
        return one
    return replace(one, children=(*one.children, *other.children))


def _parted(
    passages: Sequence[Passage], moved: tuple[str, ...], before: float
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    stay = tuple(passage for passage in passages if passage.kind not in moved)
    then = (passage for passage in passages if passage.kind in moved)
    return stay, tuple(replace(passage, pieces=_white(passage.pieces, before)) for passage in then)


def _white(pieces: tuple[Piece, ...], before: float) -> tuple[Piece, ...]:
    """What gave way stands among sections, and has their white."""
    return tuple(replace(piece, before=before) if index == 0 else piece for index, piece in enumerate(pieces))


def _with_panel(passages: Sequence[Passage], panel: Passage) -> Iterator[Passage]:
    before = [passage for passage in passages if passage.kind != "plan"]
    yield from before
    yield panel
    yield from (passage for passage in passages if passage.kind == "plan")


def too_high(safety: Element, excess: Mapping[str, float]) -> LayoutError:
    """The refusal: by how many points each form is too high."""
    over = ", ".join(f"{form} lines {points:.0f} pt" for form, points in sorted(excess.items()))
    return LayoutError(
        Finding(
            f"the safety panel does not fit page 1: too high by {over}",
            "give its lines shorter words, or short forms that a clinician approves; type never shrinks",
            path=safety.path or "safety",
        )
    )
