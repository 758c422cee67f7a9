"""The hand-set pages of the PDF tests and the laid-out specimen serve the proof, too."""

from __future__ import annotations

import sys
from pathlib import Path

for room in ("pdf", "layout"):
    sys.path.insert(0, str(Path(__file__).parents[1] / room))
