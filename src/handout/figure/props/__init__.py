"""Props: furniture, what belongs to a house, what lies about and what is held; each parts and a solid."""

from handout.figure.props.build import build_props
from handout.figure.props.grips import GRIP_NAMES, place_grips
from handout.figure.props.spec import PROP_KEYS, Prop, PropSolid, Slab

__all__ = ["GRIP_NAMES", "PROP_KEYS", "Prop", "PropSolid", "Slab", "build_props", "place_grips"]
