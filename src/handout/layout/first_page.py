"""Page 1: the safety panel is set first, and everything else gives way to it.

The panel's lines stand in one column at their full leading where that fits; then at their least leading; then
stop and today in two columns; then so on a closer page 1, set as the front of a leaf. The plan is as high as a part of
the panel, so it stands on page 1 only where nothing has to give way. Then, in this order, each gives way: the clinic's
hours go to the next page, the column of icons narrows, who the sheet is for goes; in narrow letters also the second
sentence of the message (its first sentence stays), the logo is as high as the words beside it, then the clinic's e-mail
and web site go, and at last its address.
Where all that is not enough, "today" stands whole at the head of page 2, after page 1 in the same ways.

In large print page 1 holds "get help now" whole; the other parts follow it, each whole, before anything else.
There who handed the sheet out and when may go as well, then all of the clinic's row but its name, and at last the
whole message; where that is not enough, so again in narrow letters.
No type is made smaller and no word is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product, zip_longest

from handout.errors import Finding, LayoutError
from handout.layout.blocks.panel_parts import Panel
from handout.layout.blocks.safety import set_parted, set_safety
from handout.layout.flow import Passage
from handout.layout.kept import kept
from handout.layout.pages import Tag
from handout.layout.setup import Setup
from handout.layout.theme.distances import Gaps
from handout.manuscript import ORDERS, MastheadField, SafetyPanel

OPENING = ("stamp", "masthead", "patient", "title", "audience", "message", "safety", "plan")
ICONS = "icons"
LOGO = "logo"
GIVING = ("hours", ICONS, "audience", "follow", LOGO, "reached", "address")  # what gives way, in this order
ALONE = (*GIVING, "visit", "row", "message")  # in large print
GONE = ("message", "follow", "plan", "audience", "hours", "visit")  # and how that follows the panel
NARROW_BEFORE = frozenset({"follow", LOGO, "reached", "address"})  # narrow letters come before these give way
LEAVES: Mapping[str, frozenset[MastheadField]] = {  # what of the clinic's row leaves page 1 at these steps
    "hours": frozenset({"hours"}),
    LOGO: frozenset({"hours"}),  # and its height is that of the words, here and at the steps after it
    "reached": frozenset({"email", "website", "hours"}),
    "address": frozenset({"address", "email", "website", "hours"}),
    "row": frozenset({"logo", "address", "email", "website", "phones", "hours"}),
}


@dataclass(frozen=True, slots=True)
class Split:
    """A passage of page 1 in two: what stays there, and what gives way, if anything does."""

    kind: str  # of the passage: "masthead"
    stays: Passage
    goes: Passage | None


@dataclass(frozen=True, slots=True)
class Front:
    """What may stand on page 1 but for the panel, set in one way; what may give way in part, by what goes."""

    passages: tuple[Passage, ...]
    splits: Mapping[str, Split]
    setup: Setup


@dataclass(frozen=True, slots=True)
class Opening:
    """The passages of page 1, those that gave way to it, and the order of the panel's parts on the pages."""

    first: tuple[Passage, ...]
    then: tuple[Passage, ...]
    order: str  # of ORDERS

    @property
    def plan_moved(self) -> bool:
        """Whether the plan stands on a later page."""
        return any(passage.kind == "plan" for passage in self.then)


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: how tight the panel is, what gave way, whether the plan stays, the order."""

    tight: bool
    columns: bool
    given: tuple[str, ...]
    plan: bool
    order: str


def ladder(
    front: Front, safety: SafetyPanel, closer: Iterable[Front] = (), *, close: bool = False
) -> Iterator[Opening]:
    """Every way to open the sheet, best first; `closer` are other ways to set its front, the airiest first. What leaves
    page 1 is set as the later pages are; `close`: they are set closer."""
    two = front.setup.two
    opened = partial(_open, behind=front, safety=safety, close=close)
    if front.setup.theme.page.panel_alone:
        for way in (front, *closer):
            yield from opened(way, steps=_alone())
        return
    yield from opened(front, steps=_with_plan(two=two))
    whole = [*_with_plan(two=two), *_whole(two=two)]
    tried: list[Front] = []
    for other in closer:
        steps = whole if tried else [step for step in whole if not set(step.given) & NARROW_BEFORE]
        yield from opened(other, steps=steps)
        tried.append(other)
    over = [*_whole("today-over", two=two)]
    yield from opened(front, steps=(*_whole(two=two), *over))
    for other in tried:
        yield from opened(other, steps=over)


def _open(
    front: Front, *, behind: Front, safety: SafetyPanel, steps: Iterable[Rung], close: bool
) -> Iterator[Opening]:
    for step in steps:
        first, later = _panel(safety, front.setup, step, close=close)
        stay, then = _parted(front, behind, step)
        yield Opening((*_with_panel(stay, first),), (*later, *then), step.order)


def _levels(*, two: bool) -> list[tuple[bool, bool]]:
    """How close the panel is: whether at its least leading, whether in columns."""
    return [(False, False), (True, False), *([(True, True)] if two else [])]


def _with_plan(*, two: bool) -> Iterator[Rung]:
    """All of it on page 1."""
    for tight, columns in _levels(two=two):
        yield Rung(tight, columns, (), plan=True, order="front")


def _whole(order: str = "front", *, two: bool) -> Iterator[Rung]:
    """The panel in that order; the plan gives way, then one thing after the other."""
    levels = _levels(two=two)
    for tight, columns in levels:
        yield Rung(tight, columns, (), plan=False, order=order)
    for count in range(1, len(GIVING) + 1):
        yield Rung(*levels[-1], GIVING[:count], plan=False, order=order)
    if two:  # for a leaf, whose back may have no room for the hours
        yield Rung(*levels[-1], (ICONS,), plan=False, order=order)


def _alone() -> Iterator[Rung]:
    """Large print: get help now on page 1, the others after it."""
    for count, tight in product(range(len(ALONE) + 1), (False, True)):
        yield Rung(tight, False, ALONE[:count], plan=False, order="now-first")


def _panel(safety: SafetyPanel, setup: Setup, step: Rung, *, close: bool) -> tuple[Passage, tuple[Passage, ...]]:
    """What page 1 holds of the panel, and what follows before anything else."""
    setup = setup.with_narrow_icons() if ICONS in step.given else setup
    own = setup.tightened() if step.tight else setup
    behind = setup.tightened() if step.tight or close else setup
    parts, held = ORDERS[step.order]
    front = tuple(part for part in parts if part in held)
    first = _set(safety, own, Panel(front, columns=step.columns))
    others = (Panel((part,), titled=False, columns=step.columns) for part in parts if part not in held)
    over = [_set(safety, behind, panel) for panel in others]
    if not over:
        return first, ()
    tags = (first.tag, *(passage.tag for passage in over))
    opens = step.order == "today-over"
    pieces = tuple(replace(piece, opens=opens) for passage in over for piece in passage.pieces)
    return replace(first, tag=_joined(tags)), (Passage(None, pieces, "safety"),)


def _set(safety: SafetyPanel, setup: Setup, panel: Panel) -> Passage:
    make = set_parted if panel.parts == ("ask",) else set_safety  # alone, it is a list over the pages of large print
    return kept(safety, setup, panel, partial(make, safety, setup, panel))


def _joined(tags: Sequence[Tag | None]) -> Tag | None:
    """One section of the panel's parts, wherever they stand."""
    first, *others = (tag for tag in tags if tag is not None)
    return replace(first, children=(*first.children, *(child for tag in others for child in tag.children)))


def _parted(front: Front, behind: Front, step: Rung) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """What stays on page 1 but for the panel, and what gave way, in reading order."""
    parting = {split.kind: name for name, split in front.splits.items() if name in step.given}  # the last of a kind
    later = {passage.kind: passage for passage in behind.passages}
    stay: list[Passage] = []
    then: list[Passage] = []
    for passage in front.passages:
        if passage.kind in step.given or (passage.kind == "plan" and not step.plan):
            then.append(later[passage.kind])
        elif name := parting.get(passage.kind):
            stay.append(front.splits[name].stays)
            if goes := behind.splits[name].goes:
                then.append(goes)
        else:
            stay.append(passage)
    gap = behind.setup.theme.gap
    return tuple(stay), tuple(_as_sections(sorted(then, key=lambda passage: GONE.index(passage.kind)), gap))


def _as_sections(then: Sequence[Passage], gap: Gaps) -> Iterator[Passage]:
    """What gave way stands among sections, and has their white; who the sheet is for is said right below the
    plan."""
    for passage, after in zip_longest(then, then[1:]):
        first, *others = passage.pieces
        closed = passage.kind == "audience" and len(then) > 1
        made = [replace(first, before=gap.paragraph if closed else gap.section), *others]
        if after and after.kind == "audience":
            made[-1] = replace(made[-1], with_next=True)
        yield replace(passage, pieces=tuple(made))


def _with_panel(passages: Sequence[Passage], panel: Passage) -> Iterator[Passage]:
    yield from (passage for passage in passages if passage.kind != "plan")
    yield panel
    yield from (passage for passage in passages if passage.kind == "plan")


def too_high(excess: Mapping[str, float]) -> LayoutError:
    """The refusal: by how many points each order of the panel is too high."""
    over = ", ".join(f"{points:.0f} pt ({order})" for order, points in sorted(excess.items()))
    return LayoutError(
        Finding(
            f"the safety panel does not fit page 1: too high by {over}",
            "shorten the clinic's name or address, or its logo; type never shrinks and no line is left out",
            path="safety",
        )
    )
