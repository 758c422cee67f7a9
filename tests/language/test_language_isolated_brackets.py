"""Numbers in right-to-left text keep their order, and brackets their partners."""

from __future__ import annotations

import pytest

from handout.language.rules import RULES

APPLY = RULES["isolate-numbers"].apply


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("0113 496 0000", "\u20660113 496 0000\u2069"),
        ("+44 (0)113 496 0000", "\u2066+44 (0)113 496 0000\u2069"),
        ("(العيادة 2).", "(العيادة \u20662\u2069)."),
        ("Apixaban (5 mg)", "Apixaban (\u20665 mg\u2069)"),
        ("PHY-0231", "PHY-0231"),
    ],
)
def test_a_bracket_is_isolated_with_its_partner_or_not_at_all(text: str, isolated: str) -> None:
    assert APPLY(text) == isolated
    assert APPLY(isolated) == isolated
