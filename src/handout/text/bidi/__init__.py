"""The Unicode Bidirectional Algorithm (UAX #9), with isolates and paired brackets.

In: one paragraph's text in logical order and its base level. Out: the embedding level of each character;
then, line by line, the levels after rule L1 and the visual order of rule L2. Passes the whole of Unicode's
BidiCharacterTest.txt. Classes come from Python's `unicodedata`.
"""

from handout.text.bidi.classes import bidi_class, is_plain_left_to_right
from handout.text.bidi.levels import Levels, resolve
from handout.text.bidi.lines import trailing_from, visual_order

__all__ = ["Levels", "bidi_class", "is_plain_left_to_right", "resolve", "trailing_from", "visual_order"]
