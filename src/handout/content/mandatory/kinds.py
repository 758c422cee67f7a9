"""Which kinds an exercise is of: those it is pinned to, those it names, and those that its own facts tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from handout.content.mandatory.types import Kind, Mandatory
from handout.content.types import Exercise
from handout.source.node import Mapping, Node, Scalar, Sequence
from handout.source.scalars import NUMBER


def kinds_of(exercise: Exercise, mandatory: Mandatory) -> tuple[str, ...]:
    """Ids of its kinds. Of a shipped exercise that no library touches, those it is pinned to: clinicians chose
    them by more than the first pose tells."""
    pinned = mandatory.exercises.get(exercise.id)
    told = () if pinned and _as_shipped(exercise) else tuple(_told(exercise, mandatory))
    named = (name for name in exercise.classes if name in mandatory.classes)
    return tuple(dict.fromkeys((*(pinned.classes if pinned else ()), *named, *told)))


def _as_shipped(exercise: Exercise) -> bool:
    """Whether facts and picture are those of the project: its files are called by their place in it."""
    folder = f"handouts/exercises/{exercise.id}/"
    pictures = [exercise.picture.where.file] if exercise.picture is not None else []
    return all(file.startswith(folder) for file in (exercise.where.file, *pictures))


def _told(exercise: Exercise, mandatory: Mandatory) -> Iterator[str]:
    props = frozenset(_values(exercise.picture, "type"))
    bases = frozenset(_values(_main(exercise.picture), "base"))
    bends = [*_bends(_main(exercise.picture))]
    for name, kind in mandatory.classes.items():
        moved = any(joint in kind.moves and _reaches(degrees, kind.moves[joint]) for joint, degrees in bends)
        if moved or _tells(kind, exercise, props, bases):
            yield name


def _reaches(degrees: float, least: float) -> bool:
    """Whether a joint goes at least so far, in the same direction."""
    return degrees <= least if least < 0 else degrees >= least


def _bends(node: Node | None) -> Iterator[tuple[str, float]]:
    """Every angle of the poses by joint and way, "neck-twist"; a turn to either side is one."""
    if isinstance(node, Mapping):
        for name, value in node.entries:
            yield from _bends(value)
            for way, degrees in value.entries if isinstance(value, Mapping) else ():
                if isinstance(degrees, Scalar) and NUMBER.fullmatch(degrees.text):
                    angle = float(degrees.text)
                    yield f"{name.text}-{way.text}", abs(angle) if way.text in {"twist", "side"} else angle
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _bends(item)


def _tells(kind: Kind, exercise: Exercise, props: Collection[str], bases: Collection[str]) -> bool:
    return (
        (kind.position != "" and exercise.position == kind.position)
        or any(thing in kind.equipment for thing in exercise.equipment)
        or any(prop in kind.props for prop in props)
        or any(base in kind.base for base in bases)
    )


def _main(picture: Node | None) -> Node | None:
    """The picture without its easier version, which is often done on a chair."""
    if not isinstance(picture, Mapping):
        return None
    entries = tuple((key, value) for key, value in picture.entries if key.text not in {"easier", "harder"})
    return Mapping(entries, picture.where)


def _values(node: Node | None, key: str) -> Iterator[str]:
    """Every word that stands under that key, however deep."""
    if isinstance(node, Mapping):
        for name, value in node.entries:
            if name.text == key:
                yield from _words(value)
            else:
                yield from _values(value, key)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _values(item, key)


def _words(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _words(item)
