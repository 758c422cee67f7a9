"""What a proof looks for is every word of the manuscript, as the manuscript's language is compared."""

from __future__ import annotations

from dataclasses import replace

import proof_specimens as script
import pytest

from handout.proof import asked as asking
from handout.proof.asked import Asked


def test_every_text_is_looked_for_in_reading_order_and_the_patients_are_marked() -> None:
    said = Asked(script.manuscript()).words()
    assert [one.text for one in said[:3]] == ["Ease a stiff back", "For: Ann Ó Brien, from the clinic.", "Your safety"]
    assert [one.private for one in said[:3]] == [False, True, False]
    assert said[-1].text == "Kneel on hands and knees. Breathe out: office, flüssig."


@pytest.mark.parametrize(("tag", "text"), [("en", "坐 直5 6"), ("zh-Hans", "坐直5 6")])
def test_a_text_is_compared_as_its_language_is(tag: str, text: str) -> None:
    assert Asked(replace(script.manuscript(), tag=tag)).alike(" 坐  直\u00ad 5 6 ") == text


def test_a_text_is_made_comparable_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, made = Asked(script.manuscript()), list[str]()
    monkeypatch.setattr(asking, "alike", lambda text, _: made.append(text) or text.lower())
    assert [asked.alike(text) for text in ("Sit", "Stand", "Sit")] == ["sit", "stand", "sit"]
    assert made == ["Sit", "Stand"]
