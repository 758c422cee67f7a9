"""Where a picture is seen from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """Where the reader stands, in degrees: yaw round the person, pitch down on to the floor."""

    yaw: float = 0.0
    pitch: float = 8.0
