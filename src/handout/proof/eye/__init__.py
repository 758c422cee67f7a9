"""An eye on the finished pages: they are rendered, and looked at as a reader's eye would.

In: the bytes of a file, and the manuscript and drawings it was made from, where they are at hand. Out: findings.
Whatever the operators of a page claim, the words must have ink, contrast, size and a place of their own, the figures
must look like their drawings, and nothing may stand there that the manuscript does not say.
"""

from handout.proof.eye.verdict import Drawn, Eye

__all__ = ["Drawn", "Eye"]
