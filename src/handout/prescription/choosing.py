"""Which exercises are printed, and how: the routine, then the clinic, the pack and the order over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handout.content import Routine, Use
from handout.errors import Finding
from handout.prescription.types import Version

VERSIONS: dict[str, Version] = {"easier": "easier", "harder": "harder"}


@dataclass(frozen=True, slots=True)
class Layer:
    """What one of them changes. A clinic speaks of all its routines; a pack and an order of these alone."""

    asked_in: str  # "the clinic", "the pack after-desk-work", "the order"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    doses: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    everywhere: bool = False

    def names(self) -> Iterator[tuple[str, str]]:
        """Every exercise it names, with the field that names it."""
        for name in self.include:
            yield "include", name.partition("/")[0]
        for name in self.exclude:
            yield "exclude", name
        for name in sorted(self.doses):
            yield "doses", name


@dataclass(frozen=True, slots=True)
class Chosen:
    """An exercise of the sheet: its version, and the dose changes to lay over its own, first to last."""

    exercise: str
    version: Version
    changes: tuple[tuple[str, Mapping[str, float]], ...]  # asked_in, fields; the routine's own first
    version_before: int  # the version's dose goes under the changes of the layer that chose it


def strangers(layers: tuple[Layer, ...], known: frozenset[str]) -> Iterator[Finding]:
    """A finding for each exercise that is named and is in none of the order's routines."""
    for layer in layers:
        if layer.everywhere:
            continue
        for key, name in layer.names():
            if name not in known:
                yield Finding(
                    f'{layer.asked_in} names "{name}", which is no exercise of the routine',
                    f"Its exercises: {', '.join(sorted(known))}.",
                    path=f"order.{key}",
                )
        for name in layer.include:
            exercise, slash, version = name.partition("/")
            if slash and version not in VERSIONS:
                yield Finding(
                    f'{layer.asked_in} asks for the version "{version}" of {exercise}',
                    f"Write {exercise}/easier or {exercise}/harder.",
                    path="order.include",
                )


def contradictions(layers: tuple[Layer, ...]) -> Iterator[Finding]:
    """A finding for each exercise that one layer both includes and leaves out."""
    for layer in layers:
        included = {name.partition("/")[0] for name in layer.include}
        for name in sorted(included & set(layer.exclude)):
            yield Finding(
                f"{layer.asked_in} both includes and leaves out {name}",
                "Keep one of the two.",
                path="order.include",
            )


def idle(layers: tuple[Layer, ...], known: frozenset[str], printed: frozenset[str]) -> Iterator[Finding]:
    """A finding for each dose that is changed and would not be printed: a change must never vanish."""
    for layer in layers:
        for name in sorted(known & set(layer.doses) - printed) if not layer.everywhere else ():
            yield Finding(
                f"{layer.asked_in} changes the dose of {name}, which is not printed",
                f"Include {name}, or leave its dose out.",
                path=f"order.doses.{name}",
            )


def choose(routine: Routine, layers: tuple[Layer, ...]) -> tuple[Chosen, ...]:
    """The exercises of the sheet in the routine's order."""
    printed = {use.exercise for use in routine.exercises if not use.optional}
    versions: dict[str, tuple[int, Version]] = {}
    for index, layer in enumerate(layers, 1):
        for name in layer.include:
            exercise, _, version = name.partition("/")
            printed.add(exercise)
            if version in VERSIONS:
                versions[exercise] = (index, VERSIONS[version])
        printed -= set(layer.exclude)
    return tuple(
        _chosen(use, layers, versions.get(use.exercise, (0, "")))
        for use in routine.exercises
        if use.exercise in printed
    )


def _chosen(use: Use, layers: tuple[Layer, ...], version: tuple[int, Version]) -> Chosen:
    own = ((layer.asked_in, layer.doses.get(use.exercise, {})) for layer in layers)
    return Chosen(use.exercise, version[1], (("the routine", use.dose), *own), version[0])
