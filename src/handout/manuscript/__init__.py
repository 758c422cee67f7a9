"""A sheet as typed blocks in reading order: what is set on paper, shown on a screen, and looked for by the proof.

In: `Prescription`. Out: `Manuscript`: every word that will be printed, each with the content path it came from.
`compose.compose` makes it: `sheet` writes the blocks, `templates` says their order, `grammar` what none may lack.
`kinds` is the one table of what each is in the PDF and in HTML, `walk` the one way through them.
"""

from handout.manuscript.blocks import Block, CautionFrame, Cautions, Colophon, Concerned, Days, Exercise, Online, Strip
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.text import Inline, Text
from handout.manuscript.walk import nodes

__all__ = [
    "Block",
    "CautionFrame",
    "Cautions",
    "Colophon",
    "Concerned",
    "Days",
    "Exercise",
    "Inline",
    "Manuscript",
    "Online",
    "Strip",
    "Text",
    "nodes",
]
