"""Proof: strangers read the finished file back before it is handed out.

In: bytes, and the manuscript where there is one. Out: findings. It shares no code with layout or pdf: what
they did is read with pikepdf and pdfium, and compared with the words of the manuscript.
"""

from handout.proof.conformance import conformance
from handout.proof.copies import Claimed, Proven
from handout.proof.entries import proof_alone, proofread, prove
from handout.proof.eye import Eye
from handout.proof.printjob import Listed, proof_print
from handout.proof.screen import proofread_page
from handout.proof.seal import is_as_written

__all__ = [
    "Claimed",
    "Eye",
    "Listed",
    "Proven",
    "conformance",
    "is_as_written",
    "proof_alone",
    "proof_print",
    "proofread",
    "proofread_page",
    "prove",
]  # fmt: skip
