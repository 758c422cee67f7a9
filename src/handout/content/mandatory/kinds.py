"""Which kinds an exercise is of: those it is pinned to, those it names, and those that its own facts tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from handout.content.mandatory.types import ExerciseClass, Mandatory
from handout.content.picture import Said
from handout.content.types import Exercise


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
    picture = exercise.picture
    props = frozenset(prop["type"] for prop in picture.props()) if picture else frozenset()
    poses = tuple(picture.poses()) if picture else ()  # the easier version is often done on a chair
    bases = frozenset(base for pose in poses for base in _bases(pose))
    bends = [bend for pose in poses for bend in _bends(pose)]
    for name, kind in mandatory.classes.items():
        moved = any(joint in kind.moves and _reaches(degrees, kind.moves[joint]) for joint, degrees in bends)
        if moved or _tells(kind, exercise, props, bases):
            yield name


def _reaches(degrees: float, least: float) -> bool:
    """Whether a joint goes at least so far, in the same direction."""
    return degrees <= least if least < 0 else degrees >= least


def _bases(pose: Said) -> tuple[str, ...]:
    """The named poses that it starts from."""
    base = pose.get("base", ())
    return (base,) if isinstance(base, str) else tuple(base)


def _bends(pose: Said) -> Iterator[tuple[str, float]]:
    """Every angle of a pose by joint and way, "neck-twist"; a turn to either side is one."""
    for joint, ways in pose.items():
        for way, degrees in ways.items() if isinstance(ways, Mapping) else ():
            if isinstance(degrees, float):
                yield f"{joint}-{way}", abs(degrees) if way in {"twist", "side"} else degrees


def _tells(kind: ExerciseClass, exercise: Exercise, props: Collection[str], bases: Collection[str]) -> bool:
    return (
        (kind.position != "" and exercise.position == kind.position)
        or any(thing in kind.equipment for thing in exercise.equipment)
        or any(prop in kind.props for prop in props)
        or any(base in kind.base for base in bases)
    )
