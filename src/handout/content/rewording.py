"""Shipped safety words, and the facts behind them, that a library says in its own way: each is named.

Words of the panel and fixed phrases are joined over the layers; a routine's words file stands in the place of the
shipped one, and of it count what must not be done, what to do on a bad day, and when to come back.

Adding is free. What is changed is a clinician's affair (`mandatory.findings`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from handout.content.library import Reworded, called
from handout.errors import HandoutError
from handout.language import BLOCKS
from handout.source import Node, Scalar, read, texts_below

SAFETY_FOLDER = "handouts/safety"
ROUTINES = "handouts/routines"
REGIONS = "assets/regions"
ROUTINE = ("do_not", "bad_day", "see_us.")  # safety words of a routine's words file
# The fixed phrases of a language that are safety words: headings, what follows them, stamps.
FIXED = (
    "safety_", "ask_", "stop_", "now_", "today_", "call", "emergency_", "not_if", "easier_if", "yes_to", "do_not",
    "bad_day", "floor_", "running_stop", "zone_", "not_approved", "unsure", "reworded", "cautions_",
)  # fmt: skip
DOSES = ("counts", "strips", "sides")  # tables of a language that say what is to be done


def reworded(layers: Sequence[Path], tags: Collection[str]) -> tuple[Reworded, ...]:
    """Every change that an upper layer makes in the lowest one, file by file; broken files are passed over here."""
    files = [f"{SAFETY_FOLDER}/safety.yaml"]
    for tag in sorted(tags):
        files += [f"{SAFETY_FOLDER}/{tag}.yaml", f"assets/languages/{tag}.yaml", *routine_files(layers[0], tag)]
    return tuple(found for file in files for found in _changed(layers, file))


def routine_files(root: Path, tag: str) -> tuple[str, ...]:
    """The words files of the shipped routines in that language."""
    return tuple(path.relative_to(root).as_posix() for path in sorted((root / ROUTINES).glob(f"*/{tag}.yaml")))


def regional_files(root: Path, tag: str) -> tuple[str, ...]:
    """What countries say in another way in that language."""
    found = sorted((root / REGIONS).glob(f"{tag}-??.yaml"))
    return tuple(path.relative_to(root).as_posix() for path in found if path.stem.rpartition("-")[0] == tag)


def _changed(layers: Sequence[Path], file: str) -> Iterator[Reworded]:
    upper = [layer / file for layer in layers[1:] if (layer / file).is_file()]
    shipped = layers[0] / file
    if not upper or not shipped.is_file():
        return
    try:
        was = dict(wordings(read(shipped, file)))
        trees = [(path, read(path, called(layers, path))) for path in upper]
    except HandoutError:
        return
    for _, tree in trees:
        for key, said in wordings(tree):
            before = was.get(key)
            if before is not None and before.text != said.text and is_safety(file, key):
                yield Reworded(file, key, before.text, said.text, said.where)


def is_safety(file: str, key: str) -> bool:
    """Whether the text under that key is safety words, a heading over them, a stamp, or says a dose."""
    if file.startswith((SAFETY_FOLDER, REGIONS)):
        return True
    if file.startswith(ROUTINES):
        return key.startswith(ROUTINE)
    table, _, name = key.partition(".")
    return table in DOSES or (table == "phrases" and name.startswith(FIXED))


def wordings(node: Node) -> Iterator[tuple[str, Scalar]]:
    """Every text of a file by its path, without what is said of the texts; lists only ever grow."""
    return ((path, said) for path, said in texts_below(node) if path.partition(".")[0] not in BLOCKS)
