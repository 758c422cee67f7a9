"""What a patient reads of a sheet as sentences: paragraphs, items, answers, and each line of the panel and of a card
with the words that it follows. Headings, doses, captions and cells have no verb, and steps are one action each."""

from __future__ import annotations

from collections.abc import Iterator

from handout.manuscript import ExerciseCard, Manuscript, SafetyPanel, SeeUs, words_of

KINDS = frozenset({"lead", "follow", "item", "answer", "p"})
# What is read with a frame, names things, or asks: no sentences of their own.
LEFT_OUT = frozenset({"colophon", "safety", "needs", "running", "see-us", "diary", "in-short", "teach-back"})
# Between the conditions of a card: each is read with the frame; a verb said once stays with the first.
ALTERNATIVES = " · "


def prose_of(manuscript: Manuscript) -> list[str]:
    """The sentences of a sheet."""
    running = [one.text for one in words_of(manuscript) if one.kind in KINDS and one.section not in LEFT_OUT]
    return [*running, *framed(manuscript)]


def framed(manuscript: Manuscript) -> Iterator[str]:
    """Each line of the panel, of the box and of the cards as the sentence that it makes with its frame."""
    for block in manuscript.blocks:
        match block:
            case SafetyPanel():
                for part in block.parts:
                    heading = "" if part.name == "now" else f"{part.heading.plain} "
                    yield from (f"{heading}{line.plain}" for line in part.lines)
            case SeeUs():
                yield from (f"{block.title.plain} {text.plain}" for text in block.texts)
            case ExerciseCard():
                for caution in block.cautions:
                    alternatives = caution.plain.replace("\u00a0", " ").split(ALTERNATIVES)
                    yield from (f"{caution.label} {one}" for one in alternatives)
