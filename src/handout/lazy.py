"""Faces of rooms whose names are loaded when they are first asked for: a command loads its own tools and no others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def attach(room: str, names: Mapping[str, str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a room: each of its modules, and the names that it gives, as one text;
    `open=begin` gives what the module calls `begin`.

    No name is that of a module of the room: Python would give the module, once it is loaded.
    """
    pairs = ((module, *one.partition("=")) for module, given in names.items() for one in given.split())
    places = {name: (module, own or name) for module, name, _, own in pairs}

    def load(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        module, own = places[name]
        value: object = getattr(import_module(f"{room}.{module}"), own)
        setattr(sys.modules[room], name, value)
        return value

    return load, lambda: sorted({*vars(sys.modules[room]), *places})
