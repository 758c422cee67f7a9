"""Props: chair, mat, wall, roller, ball, cushion, towel, table; each parts and a solid for the checks."""

from handout.figure.props.build import build_props
from handout.figure.props.spec import PROP_KEYS, Prop, PropSolid

__all__ = ["PROP_KEYS", "Prop", "PropSolid", "build_props"]
