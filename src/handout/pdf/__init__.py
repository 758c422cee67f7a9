"""PDF: finished pages as one file that is PDF/UA-1 and PDF/A-2a at once. ReportLab's only room.

In: `Pages`. Out: bytes. It decides nothing about words or looks: it writes what layout placed, tags what
layout named, and refuses pages that cannot become a conforming file.
"""

from handout.pdf.characters import UnknownGlyphError
from handout.pdf.master import Filling, KeptMaster, Master, write, write_blank
from handout.pdf.metadata import DocumentProperties
from handout.pdf.volume import Member, write_volume

__all__ = [
    "DocumentProperties", "Filling", "KeptMaster", "Master", "Member", "UnknownGlyphError", "write", "write_blank",
    "write_volume",
]  # fmt: skip
