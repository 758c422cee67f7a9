"""The manuscript of the hand-set specimen pages."""

from __future__ import annotations

from handout.errors import Private
from handout.manuscript.elements import Element, Manuscript


def e(kind: str, /, *children: str | Private | Element, **attributes: str) -> Element:
    """An element; `_` in an attribute's name stands for `-`."""
    return Element(kind, children, {key.replace("_", "-"): value for key, value in attributes.items()})


def line(name: str, text: str) -> Element:
    return e("line", text, id=name, path=f"safety.lines.{name}")


def panel() -> Element:
    ask = line("fracture", "Ask first if you have had a new fracture or a fall in the last six weeks.")
    return e(
        "safety",
        e("panel-title", "Your safety"),
        e("part", e("lines", ask), kind="ask"),
        e("part", e("lines", line("leg", "Stop if pain shoots down your leg.")), kind="stop"),
        e("part", e("lines", line("call", "Get help now: call 999.")), kind="now"),
    )


def manuscript(name: str = "Ann Ó Brien", style: str = "standard") -> Manuscript:
    """What `pdf_specimens.handout` prints."""
    root = e(
        "handout",
        e("title", "Ease a stiff back"),
        e("patient", e("for", Private(name, "name"), ", from the clinic.", label="For:")),
        panel(),
        e(
            "balance",
            e("heading2", "Good points and bad points"),
            e("pros", e("list", e("item", "Most people move more easily after some weeks."))),
            e("cons", e("list", e("item", "Your muscles may ache for a day or two."))),
        ),
        e(
            "plan",
            e(
                "table",
                e("head", e("cell", "Move"), e("cell", "How often")),
                e("row", e("cell", "Cat and cow"), e("cell", "10 times, twice a day")),
            ),
        ),
        e(
            "exercise",
            e("name", "Cat and cow"),
            e("steps", e("step", "Kneel on hands and knees. Breathe out: office, flüssig.")),
            e("pictures", e("picture", alt="A person sits tall on a chair.", path="exercises.cat-cow.alt")),
            id="cat-cow",
        ),
        e("running", e("running-start", "Clinic sheet"), e("folio", "page {page} of {pages}")),
    )
    return Manuscript(
        root=root,
        tag="en",
        direction="ltr",
        title="Ease a stiff back",
        content_id="ABCDEFGH23",
        style=style,
        paper="a4",
    )
