"""The hand-set pages of the PDF tests, the laid-out specimen and the small morning serve the proof, too."""

from __future__ import annotations

import sys
from pathlib import Path

for room in ("pdf", "layout", "masters"):
    sys.path.insert(0, str(Path(__file__).parents[1] / room))
