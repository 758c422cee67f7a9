"""What paper leaves out where its pages have no room: questions with their answers, from the last to the second; what
is good to know; what a clinician asks; lines to write on. And beside the one exercise of a leaf: headed sections, what
is needed, when to come back.

Either stands whole or is not there at all. Whatever else is missing is a finding of the checks that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handout.manuscript import Floor, Manuscript, ManuscriptBlock, Needs, Notes, Questions, Section, SeeUs, TeachBack
from handout.proof.readback import ReadBack


def as_printed(manuscript: Manuscript, read: ReadBack) -> Manuscript:
    """The manuscript without what the file had no room for."""
    return replace(manuscript, blocks=tuple(_blocks(manuscript, read)))


def _headed(read: ReadBack, name: str) -> bool:
    """Whether there is a section of that name."""
    return any(re.fullmatch(rf"section-\d+/{name}", own) for own in read.by_id)


def _blocks(manuscript: Manuscript, read: ReadBack) -> Iterator[ManuscriptBlock]:
    leaf = manuscript.length == "leaf"
    for block in manuscript.blocks:
        match block:
            case Notes() | TeachBack() if not read.block(block.kind.label):
                continue
            case Section(name="tips") if not _headed(read, "tips"):
                continue
            case (Section() | Floor()) if leaf and not _headed(read, block.name):
                continue
            case (SeeUs() | Needs()) if leaf and not read.block(block.kind.label):
                continue
            case Questions():
                there = [bool(read.block(f"question/{one.name}")) for one in block.questions]
                last = max((number for number, found in enumerate(there, 1) if found), default=1)
                yield replace(block, questions=block.questions[:last])
            case _:
                yield block
