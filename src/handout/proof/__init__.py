"""Proof: strangers read the finished file back before it is handed out.

In: bytes, and the manuscript where there is one. Out: findings. It shares no code with layout or pdf: what
they did is read with pikepdf and pdfium, and compared with the words of the manuscript.
"""

from __future__ import annotations

from handout.proof.conformance import conformance
from handout.proof.copies import Claimed, KeptProof, Proven
from handout.proof.entries import Document, documents, proof_alone, proofread, prove
from handout.proof.eye import Eye
from handout.proof.printjob import Listed, proof_print
from handout.proof.readback import ReadBack, identity, read_back
from handout.proof.screen import proofread_page
from handout.proof.seal import BROKEN, is_as_written
from handout.proof.tree import TagNode

__all__ = [
    "BROKEN", "Claimed", "Document", "Eye", "KeptProof", "Listed", "Proven", "ReadBack", "TagNode", "conformance",
    "documents", "identity", "is_as_written", "proof_alone", "proof_print", "proofread", "proofread_page", "prove",
    "read_back",
]  # fmt: skip
