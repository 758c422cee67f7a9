"""Frozen values as bytes and back, so that what was made of content need not be made again by the next process.

A value is a tree of frozen dataclasses of this program and of plain Python values. In the bytes, which are marshal's, a
dataclass is its number in a table of names and the values of its fields. Nothing that is read is run: a name leads to a
dataclass of this program or to nothing. What is a patient's is never written: `Private` is refused by its type.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import partial
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, TypeVar

from handout.errors import Private
from handout.store import Store

PROGRAM = "handout."
FORM = 4  # of marshal's forms the last that all supported Pythons read and write
QUICK = 1  # of zlib's levels
_PLAIN = (str, int, float, bool, bytes, type(None))
_TUPLE, _LIST, _DICT, _SET, _FROZEN, _PATH, _DATE, _ENUM, _READ = range(-9, 0)  # where a dataclass has its number
_KINDS: dict[type, int] = {tuple: _TUPLE, list: _LIST, set: _SET, frozenset: _FROZEN}


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KeptValues:
    """Values in a store, under names that all begin with what the values are made of."""

    store: Store
    name: str
    stands: Callable[[], bool]  # whether that still is what it was: what is made of anything else is not kept

    def get(self, what: str) -> Any:
        """The value of that name; None where there is none."""
        kept = self.store.get(f"{what} {self.name}")
        return None if kept is None else frozen_value(zlib.decompress(kept))

    def put(self, what: str, value: object) -> None:
        """Keep it. Raises TypeError for what cannot be kept."""
        data = zlib.compress(frozen_bytes(value), QUICK)
        if self.stands():
            self.store.put(f"{what} {self.name}", data)

    def of(self, more: str) -> KeptValues:
        """Values that are made of more."""
        return KeptValues(self.store, f"{self.name} {more}", self.stands)

    def beside(self, other: KeptValues) -> KeptValues:
        """Values that are made of what either is made of."""
        return KeptValues(self.store, f"{self.name} {other.name}", partial(_both, self.stands, other.stands))


def _both(one: Callable[[], bool], other: Callable[[], bool]) -> bool:
    return one() and other()


def remembered(kept: KeptValues | None, what: str, make: Callable[[], T]) -> T:
    """The value of that name, or what `make` makes, which is then kept; where nothing is kept, that alone."""
    if kept is None:
        return make()
    found: T | None = kept.get(what)
    if found is None:
        found = make()
        kept.put(what, found)
    return found


def frozen_bytes(value: object) -> bytes:
    """The value as bytes. Raises TypeError for what cannot be kept, `Private` before all."""
    writer = _Writer()
    told = writer.told(value)
    return marshal.dumps((list(writer.names), told), FORM)


def frozen_value(data: bytes) -> Any:
    """The value again. Raises ValueError, TypeError, EOFError, LookupError or AttributeError for other bytes."""
    names, told = marshal.loads(data)  # a store hands on what it marked itself, and no code is run
    return _reader([_class(name) for name in names])(told)


class _Writer:
    """One value on its way into bytes. What stands in it more than once is written once."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self._told_of: dict[type, tuple[str, ...]] = {}
        self._told: dict[int, tuple[object, Any]] = {}  # by identity, held so that no other takes its place

    def told(self, value: object) -> Any:
        """It as marshal writes it: plain values and tuples of them as they are, all else as a list that says what."""
        if type(value) in _PLAIN or (type(value) is tuple and _is_plain(value)):
            return value
        if id(value) not in self._told:
            self._told[id(value)] = value, self._list(value)
        return self._told[id(value)][1]

    def _list(self, value: object) -> list[Any]:
        if type(value) in _KINDS:
            return [_KINDS[type(value)], *map(self.told, value)]  # type: ignore[call-overload]
        if type(value) is dict:
            return [_DICT, *(self.told(one) for pair in value.items() for one in pair)]
        if isinstance(value, PurePath):
            return [_PATH, str(value)]
        if type(value) is date:
            return [_DATE, value.isoformat()]
        if isinstance(value, Enum):
            return [_ENUM, self._number(type(value)), value.name]
        if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Private):
            return [self._number(type(value)), *(self.told(getattr(value, one)) for one in self._fields(type(value)))]
        raise TypeError(type(value).__name__)

    def _fields(self, kind: type) -> tuple[str, ...]:
        if kind not in self._told_of:
            self._told_of[kind] = _told_of(kind)
        return self._told_of[kind]

    def _number(self, kind: type) -> int:
        name = f"{kind.__module__}:{kind.__qualname__}"
        if _class(name) is not kind:
            raise TypeError(name)
        return self.names.setdefault(name, len(self.names))


def _told_of(kind: type) -> tuple[str, ...]:
    """The fields that a dataclass is made of, those that go by name alone last. Raises TypeError for one that is
    compared by what cannot be given to it."""
    told = [one for one in fields(kind) if one.init]
    if lost := [one.name for one in fields(kind) if one.compare and not one.init]:
        raise TypeError(*lost)
    return tuple(one.name for one in sorted(told, key=lambda one: one.kw_only is True))


def _maker(kind: type) -> Callable[..., Any]:
    """What makes a value of a class from the values of its fields in that order."""
    if not is_dataclass(kind) or not any(one.kw_only for one in fields(kind)):
        return kind
    names, first = _told_of(kind), sum(one.init and not one.kw_only for one in fields(kind))
    return lambda *parts: kind(*parts[:first], **dict(zip(names[first:], parts[first:], strict=True)))


def _is_plain(value: tuple[object, ...]) -> bool:
    return all(type(one) in _PLAIN or (type(one) is tuple and _is_plain(one)) for one in value)


def _class(name: str) -> type:
    """The dataclass or enumeration of this program that has the name. Raises ValueError where there is none."""
    module, _, inside = name.partition(":")
    if not module.startswith(PROGRAM):
        raise ValueError(name)
    found = getattr(import_module(module), inside)
    if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, Enum)):
        raise ValueError(name)
    return found


def _reader(classes: list[type]) -> Callable[[Any], Any]:
    """What turns lists back into values."""
    makers = [_maker(one) for one in classes]
    others: dict[int, Callable[[list[Any]], Any]] = {
        _TUPLE: tuple,
        _LIST: list,
        _DICT: lambda parts: dict(zip(parts[::2], parts[1::2], strict=True)),
        _SET: set,
        _FROZEN: frozenset,
        _PATH: lambda parts: Path(*parts),
        _DATE: lambda parts: date.fromisoformat(*parts),
        _ENUM: lambda parts: classes[parts[0]][parts[1]],
    }

    def read(told: Any) -> Any:
        if type(told) is not list:
            return told
        kind = told[0]
        if kind == _READ:
            return told[1]
        parts = [read(one) if type(one) is list else one for one in told[1:]]
        value = makers[kind](*parts) if kind >= 0 else others[kind](parts)
        told[:] = (_READ, value)  # the same list stands wherever the same value stood
        return value

    return read
