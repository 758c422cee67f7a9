"""Where the clinic's site has the exercises: a code for a phone, what it is for, and the address to type."""

from __future__ import annotations

from collections.abc import Mapping

from handout.drawing import Picture
from handout.errors import Finding, LayoutError
from handout.layout.flow import Passage, Piece, stack, words
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript import Online


def set_online(online: Online, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The code at the start of the line, the words beside its middle. Raises LayoutError without its picture."""
    picture = pictures.get(online.code.ref)
    if picture is None:
        raise LayoutError(Finding("there is no picture of the code", "draw it"))
    gap, types = setup.theme.gap, setup.theme.type
    left = picture.width + gap.paragraph
    measure = setup.width - left
    said = compose(setup, [Part(online.say, types.strong, "online/say")], measure)
    address = compose(setup, [Part(online.address or "", types.body, "online/address")], measure)
    block = stack(setup, measure, [(0.0, words(setup, said)), (gap.small, words(setup, address))])
    height = max(picture.height, block.height)
    frame = setup.frame(setup.width)
    frame.picture(0, (height - picture.height) / 2, picture, "online/code")
    frame.place(left, (height - block.height) / 2, block)
    code = Tag("online/code", online.code.kind.pdf, alt=online.code.alt)
    tag = Tag("online", online.kind.pdf, (code, *said.tags, *address.tags))
    return Passage(tag, (Piece(frame.block(height), gap.section, stretch=gap.stretch),), "online")
