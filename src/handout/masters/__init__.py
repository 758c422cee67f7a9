"""Masters: all that sheets of one likeness share is laid out, written and proved once; a copy fills its holes.

In: what was composed and drawn with blanks, and orders. Out: finished files that passed their proof. A master is made
from stand-ins, never from a patient; an order that no stand-in fits, or whose letters the master's fonts lack, is
written and proved whole.
"""

from handout.masters.making import Copy, Masters
from handout.masters.model import Model

__all__ = ["Copy", "Masters", "Model"]
