"""The hand-set pages of the PDF tests serve the proof, too."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "pdf"))
