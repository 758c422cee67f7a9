"""Colours and stroke widths of the two styles, and mixing. Colours are RGB in 0..1 until they are written."""

from __future__ import annotations

from dataclasses import dataclass

RGB = tuple[float, float, float]
WHITE: RGB = (1.0, 1.0, 1.0)
BLACK: RGB = (0.0, 0.0, 0.0)


def rgb(text: str) -> RGB:
    """#rrggbb as three floats."""
    return (int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255)


def hexadecimal(colour: RGB) -> str:
    """Three floats as #rrggbb."""
    return "#" + "".join(f"{round(c * 255):02x}" for c in colour)


def mix(a: RGB, b: RGB, t: float) -> RGB:
    """a, and t of b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


SKIN = {"fair": "#f9dfce", "light": "#f5d2b6", "tan": "#cf9468", "brown": "#a66d4a", "dark": "#8d5f43"}
HAIR = {
    "black": "#2b2523", "brown": "#5a3d2b", "auburn": "#7d3f26", "blond": "#c79a58", "grey": "#a9a9ab",
    "white": "#dcdcdc",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """Named colours, and how strongly shade and distance darken."""

    name: str
    colours: dict[str, str]
    shade: float  # of the crescent on the lower right of every form
    far: float  # of the far limbs
    shadow: float  # of the shadow on the floor
    faces: float = 1.0  # of the faces of boxes that look away from the light
    strands: bool = True  # of hair
    line_art: bool = False  # skin and hair have the style's colours, not a person's
    coarse: float = 1.0  # times as far as in a figure a path may be off: more where it is printed smaller than inked
    shade_cloth: str = "#1d2b4a"
    shade_skin: str = "#3a2a4a"
    far_tone: str = "#2a3550"
    shadow_tone: str = "#33424f"


STYLES: dict[str, Style] = {
    "colour": Style(
        "colour",
        {
            "shirt": "#86c1c6", "trousers": "#7d8ba3", "shoes": "#eef1f3", "line": "#1b2530",
            "mat": "#e3ecea",
            "mat_edge": "#9fb0ab", "wood": "#eadfc6", "wood_dark": "#cdbd98", "roller": "#a7b3bf",
            "ball": "#dfe27a",
            "cloth": "#f3f0ea", "arrow": "#0b4f8a", "yes": "#0b4f8a", "no": "#9b2423",
            "scarf": "#6f8fb5", "skirt": "#8b7f9f",
            "wall": "#eceae4", "band": "#8d74b5", "strap": "#566370", "metal": "#cfd6db", "rubber": "#525c66",
            "gym_ball": "#b9c9e6", "floor": "#98a4ae", "ghost": "#eef0f2", "ghost_line": "#8b98a5",
        },
        shade=0.15, far=0.10, shadow=0.24,
    ),
    "mono": Style(
        "mono",
        {
            "shirt": "#ffffff", "trousers": "#c4c4c4", "shoes": "#ffffff", "line": "#000000",
            "mat": "#f1f1f1",
            "mat_edge": "#9a9a9a", "wood": "#ffffff", "wood_dark": "#e4e4e4", "roller": "#dddddd",
            "ball": "#cccccc",
            "cloth": "#ffffff", "arrow": "#000000", "yes": "#000000", "no": "#000000",
            "scarf": "#e4e4e4", "skirt": "#c4c4c4",
            "wall": "#f4f4f4", "band": "#8a8a8a", "strap": "#6a6a6a", "metal": "#ffffff", "rubber": "#5a5a5a",
            "gym_ball": "#e4e4e4", "floor": "#8a8a8a", "ghost": "#f0f0f0", "ghost_line": "#7a7a7a",
            "skin": "#ffffff", "hair": "#4a4a4a", "pale_hair": "#dddddd",
        },
        shade=0.0, far=0.06, shadow=0.22, line_art=True, far_tone="#000000", shadow_tone="#000000",
    ),
}  # fmt: skip
# Pictograms: line art in colours of the standard theme (ink, quiet, tint, warning, paper), each of which another
# theme replaces by its own.
_SIGN = {
    "line": "#1b2530", "hair": "#4a5663", "pale_hair": "#eaf1f7", "trousers": "#eaf1f7", "skirt": "#eaf1f7",
    "scarf": "#eaf1f7", "mat": "#eaf1f7", "mat_edge": "#7d8995", "floor": "#7d8995", "wood": "#eaf1f7",
    "wood_dark": "#eaf1f7", "area": "#9b2423", "arrow": "#0b4f8a", "yes": "#0b4f8a", "no": "#9b2423",
}  # fmt: skip
STYLES["sign"] = Style(
    "sign",
    dict.fromkeys(STYLES["mono"].colours, "#ffffff") | _SIGN,
    shade=0.0,
    far=0.0,
    shadow=0.0,
    faces=0.0,
    strands=False,
    line_art=True,
    coarse=1.6,
)

# Least stroke widths on paper, pt, and their share of a body height where that is more.
OUTLINE_PT, OUTLINE_SHARE = 0.68, 0.0032
THIN_PT, THIN_SHARE = 0.45, 0.0021
OUTLINE_MOST_PT = 1.15  # a head-and-shoulders crop must not become coarse
CONTOUR = 1.6  # the outer contour, times the outline


@dataclass(frozen=True, slots=True)
class Pen:
    """Stroke widths in body heights, for a drawing at `scale` pt a body height."""

    outline: float
    thin: float
    scale: float

    def of(self, weight: float) -> float:
        """An outline of a lighter or heavier part; never under the floor, and ears count as thin."""
        return max(self.outline * weight, (OUTLINE_PT if weight > 0.7 else THIN_PT) / self.scale)

    @classmethod
    def at(cls, scale: float) -> Pen:
        """The pen for a scale."""
        outline = min(max(OUTLINE_SHARE, OUTLINE_PT / scale), max(OUTLINE_MOST_PT, OUTLINE_PT) / scale)
        return cls(outline, max(THIN_PT, min(THIN_SHARE * scale, OUTLINE_MOST_PT * 0.66)) / scale, scale)
