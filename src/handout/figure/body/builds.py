"""Builds: factors by which a body differs from the average one."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Build:
    """How a body differs from the tables: factors, and two bulges (bust, belly) as amounts."""

    mass: float = 1.0
    limb: float = 1.0
    shoulder: float = 1.0
    hip: float = 1.0
    bust: float = 0.0
    belly: float = 0.0
    head: float = 1.0
    neck: float = 1.0
    jaw: float = 1.0


_WOMAN = Build(shoulder=0.93, hip=1.05, bust=1.0, neck=0.88, limb=0.95, jaw=0.86)
_MAN = Build(shoulder=1.05, hip=0.95, neck=1.08, limb=1.05)
BUILDS: dict[str, Build] = {
    "woman": _WOMAN,
    "man": _MAN,
    "woman-large": replace(
        _WOMAN, shoulder=0.97, hip=1.08, bust=1.15, belly=0.7, mass=1.22, neck=1.02, jaw=0.97, limb=1.0
    ),
    "man-large": replace(_MAN, shoulder=1.03, hip=1.0, mass=1.22, belly=1.0, neck=1.15, limb=1.0),
    "woman-slight": replace(_WOMAN, shoulder=0.91, hip=1.0, bust=0.7, mass=0.95, limb=0.93),
    "man-slight": replace(_MAN, shoulder=1.0, mass=0.94, neck=1.02, limb=0.98),
}
