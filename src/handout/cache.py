"""What a run, or a server, keeps of what it made, so that equal things are made once.

A `Shop` owns one `Cache` and hands it down; nothing is found by import, so two shops in one process share nothing. A
key is made of everything that the value depends on, by its content: frozen values are equal by what they hold, and a
drawing or a set of icons stands by its `digest`. What is a patient's cannot be part of a key: `Private` has no hash.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CacheRegion(Generic[T]):
    """One kind of kept values, and the most that are kept of it: then the one longest unused goes."""

    name: str
    most: int


def key_of(*parts: object) -> Hashable:
    """The key of what depends on these parts: a value with many parts stands in it by its `digest`, the hash of its
    content. Raises TypeError for a part that holds something of a patient."""
    key = tuple(getattr(part, "digest", part) for part in parts)
    hash(key)
    return key


class Cache:
    """Values by kind and key. It goes with its owner; a copy for another process begins empty."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[CacheRegion[Any], dict[Hashable, Any]] = {}

    def get(self, kind: CacheRegion[T], key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under the key, or what `make` makes. Raises TypeError for a key that cannot be one."""
        kept = self._kept.setdefault(kind, {})
        if key in kept:
            value = kept[key] = kept.pop(key)  # it is the latest used now
            return cast("T", value)
        value = make()
        while len(kept) >= kind.most:
            del kept[next(iter(kept))]
        kept[key] = value
        return value

    def count(self, kind: CacheRegion[Any]) -> int:
        """How many values of a kind are kept."""
        return len(self._kept.get(kind, {}))

    def __reduce__(self) -> tuple[type[Cache], tuple[()]]:
        return Cache, ()
