"""Props: furniture, what belongs to a house, what lies about and what is held; each parts and a solid."""

from handout.content import GRIP_NAMES, PROP_KEYS
from handout.figure.props.build import build_props
from handout.figure.props.grips import place_grips
from handout.figure.props.spec import PropSolid, Slab
from handout.figure.storyboard.prop_types import Prop

__all__ = ["GRIP_NAMES", "PROP_KEYS", "Prop", "PropSolid", "Slab", "build_props", "place_grips"]
