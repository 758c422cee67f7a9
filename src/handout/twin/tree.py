"""What the page is made of: blocks by their role, with words, patients' values and blocks inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from handout.errors import Private


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """One block of the page. `role` names a row of the table in `page`."""

    role: str
    children: tuple[str | Private | HtmlBlock, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)

    def walk(self) -> Iterator[HtmlBlock]:
        """Itself and every block below, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, HtmlBlock):
                yield from child.walk()

    def words(self) -> str:
        """Its words; a patient's value as what it is."""
        return "".join(child.words() if isinstance(child, HtmlBlock) else str(child) for child in self.children)
