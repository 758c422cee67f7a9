"""What a command loads: a sheet with shipped drawings needs neither arrays nor polygons."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SHIPPED = """
import sys
from datetime import date
import handout
LIGHT = {"handout.lazy", "handout.version"}
assert {name for name in sys.modules if name.startswith("handout.")} == LIGHT, "import handout is light"
shop = handout.open(languages=["en"], today=date(2026, 11, 20), cache=sys.argv[1])
for style in ("standard", "mono"):
    assert handout.render(handout.Order("back", "en", style=style), shop).pdf.startswith(b"%PDF")
print(*sorted({"numpy", "shapely", "fontTools", "openpyxl", "typer", "babel.messages"} & set(sys.modules)))
"""


def test_a_sheet_of_shipped_drawings_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SHIPPED, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
    assert {path.name for path in tmp_path.iterdir()} == {"content"}, "nothing was inked"
