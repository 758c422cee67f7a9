"""The icons of a theme by name: a mapping that is equal by what the icons look like, not by what they are called."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handout.drawing import Drawing


@dataclass(frozen=True, slots=True, eq=False)
class Icons(Mapping[str, Drawing]):
    """Drawings by name, never changed after they are given."""

    _drawings: dict[str, Drawing]
    _sum: str = field(default="", init=False, compare=False, repr=False)

    @property
    def digest(self) -> str:
        """A hash of every name and every drawing."""
        if not self._sum:
            told = "".join(f"{name}\0{icon.digest}\0" for name, icon in sorted(self._drawings.items()))
            object.__setattr__(self, "_sum", hashlib.sha256(told.encode()).hexdigest())
        return self._sum

    def __getitem__(self, name: str) -> Drawing:
        return self._drawings[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._drawings)

    def __len__(self) -> int:
        return len(self._drawings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Icons) and (self is other or self.digest == other.digest)

    def __hash__(self) -> int:
        return hash(self.digest)
