"""mandatory.yaml of every layer, joined so that it only ever grows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from typing import TypeVar

from handout.content.files import Shelf
from handout.content.library import called
from handout.content.mandatory.schema import MANDATORY, MORE
from handout.content.mandatory.types import STRENGTH, ExerciseClass, Mandatory, Pinned, Region
from handout.content.types import Effect
from handout.errors import Finding, HandoutError, Place
from handout.source import read

FILE = "handouts/safety/mandatory.yaml"
V = TypeVar("V", Region, ExerciseClass, Pinned)


def read_mandatory(shelf: Shelf) -> Mandatory | None:
    """The shipped file and what each library adds; None when the shipped one is missing or broken.

    A library's own broken file is a finding, and adds nothing.
    """
    found: Mandatory | None = None
    for index, layer in enumerate(shelf.layers):
        path, faults = layer / FILE, list[Finding]()
        if not path.is_file():
            continue
        try:
            own = (MORE if index else MANDATORY).read(read(path, called(shelf.layers, path)), "", faults)
        except HandoutError as error:
            own, faults = None, [*faults, *error.findings]
        shelf.findings.extend(faults)
        if not index:
            found = own
        elif found is not None and own is not None:
            found = with_more(found, own)
    if not (shelf.layers[0] / FILE).is_file():
        hint = "It says what no sheet may fall below. Install handout again."
        shelf.findings.append(Finding("the file is missing", hint, Place(FILE)))
    return found


def with_more(base: Mandatory, more: Mandatory) -> Mandatory:
    """`base`, and all that `more` asks for besides: of two effects the stronger, of two ceilings the lower."""
    return replace(
        base,
        general=_region(base.general, more.general),
        regions=_each(base.regions, more.regions, _region),
        routines={
            name: _both(base.routines.get(name, ()), more.routines.get(name, ()))
            for name in (*base.routines, *more.routines)
        },
        most=lowest((base.most, more.most)),
        classes=_each(base.classes, more.classes, _kind),
        exercises=_each(base.exercises, more.exercises, _pinned),
    )


def _each(base: Mapping[str, V], more: Mapping[str, V], join: object) -> dict[str, V]:
    assert callable(join)
    joined = {name: join(base[name], one) if name in base else one for name, one in more.items()}
    return {**base, **joined}


def _both(base: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*base, *more)))


def strongest(tables: tuple[Mapping[str, Effect], ...]) -> dict[str, Effect]:
    """Each condition with the strongest of its effects."""
    made: dict[str, Effect] = {}
    for table in tables:
        for name, effect in table.items():
            if STRENGTH[effect] > STRENGTH[made.get(name, "")]:
                made[name] = effect
    return made


def lowest(tables: tuple[Mapping[str, float], ...]) -> dict[str, float]:
    """Each field of a dose with the lowest of its ceilings."""
    return reduce(lambda one, two: {**one, **{name: min(n, one.get(name, n)) for name, n in two.items()}}, tables, {})


def _region(base: Region, more: Region) -> Region:
    safety = strongest((base.safety, more.safety))
    return Region(_both(base.signs, more.signs), _both(base.asks, more.asks), safety)


def _kind(base: ExerciseClass, more: ExerciseClass) -> ExerciseClass:
    """A kind keeps its own position: what finds it can only grow."""
    return ExerciseClass(
        position=base.position or more.position,
        equipment=_both(base.equipment, more.equipment),
        props=_both(base.props, more.props),
        base=_both(base.base, more.base),
        moves={**more.moves, **base.moves},
        regions=_both(base.regions, more.regions),
        signs=_both(base.signs, more.signs),
        ask_lines=base.ask_lines or more.ask_lines,
        safety=strongest((base.safety, more.safety)),
        most=lowest((base.most, more.most)),
    )


def _pinned(base: Pinned, more: Pinned) -> Pinned:
    return Pinned(
        _both(base.classes, more.classes),
        _both(base.regions, more.regions),
        _both(base.signs, more.signs),
        strongest((base.safety, more.safety)),
        lowest((base.most, more.most)),
    )
