"""The icons of a theme by name: a mapping that is equal by what the icons look like, not by what they are called."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from handout.drawing import Drawing


class Icons(Mapping[str, Drawing]):
    """Drawings by name, never changed after they are given."""

    __slots__ = ("_drawings", "_sum")

    def __init__(self, drawings: Mapping[str, Drawing]) -> None:
        self._drawings = dict(drawings)
        self._sum = ""

    @property
    def digest(self) -> str:
        """A hash of every name and every drawing."""
        if not self._sum:
            told = "".join(f"{name}\0{icon.digest}\0" for name, icon in sorted(self._drawings.items()))
            self._sum = hashlib.sha256(told.encode()).hexdigest()
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
