"""Write docs/architecture.md anew."""

from __future__ import annotations

from tests.architecture.page import PAGE, with_parts

PAGE.write_text(with_parts(PAGE.read_text("utf-8")), "utf-8", newline="\n")
