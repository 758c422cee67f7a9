"""What paper leaves out where its pages have no room: questions with their answers, from the last to the second; what
is good to know; what a clinician asks; lines to write on.

Either stands whole or is not there at all. Whatever else is missing is a finding of the checks that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handout.manuscript import Manuscript, ManuscriptBlock, Notes, Questions, Section, TeachBack
from handout.proof.readback import ReadBack

TIPS = re.compile(r"section-\d+/tips")  # the id of that section


def as_printed(manuscript: Manuscript, read: ReadBack) -> Manuscript:
    """The manuscript without what the file had no room for."""
    return replace(manuscript, blocks=tuple(_blocks(manuscript, read)))


def _blocks(manuscript: Manuscript, read: ReadBack) -> Iterator[ManuscriptBlock]:
    for block in manuscript.blocks:
        match block:
            case Notes() | TeachBack() if not read.block(block.kind.label):
                continue
            case Section(name="tips") if not any(TIPS.fullmatch(name) for name in read.by_id):
                continue
            case Questions():
                there = [bool(read.block(f"question/{one.name}")) for one in block.questions]
                last = max((number for number, found in enumerate(there, 1) if found), default=1)
                yield replace(block, questions=block.questions[:last])
            case _:
                yield block
