"""PDF: finished pages as one file that is PDF/UA-1 and PDF/A-2a at once. ReportLab's only room.

In: `Pages`. Out: bytes. It decides nothing about words or looks: it writes what layout placed, tags what
layout named, and refuses pages that cannot become a conforming file.
"""

from handout.pdf.metadata import About
from handout.pdf.writing import Member, write, write_volume

__all__ = ["About", "Member", "write", "write_volume"]
