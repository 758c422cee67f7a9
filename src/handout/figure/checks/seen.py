"""What the reader must see in every picture: a face, the hands that work, and the person before the props.

An author may say in the frame why one of these does not hold, in a word that its check knows and can hold him
to: `allow: {face: lies-down}`.
"""

from __future__ import annotations

from collections.abc import Iterator

import shapely

from handout.figure.checks.fault import Fault, spoken
from handout.figure.checks.measure import in_file
from handout.figure.rotation import SIDES, length
from handout.figure.scene import Scene
from handout.figure.seen.shares import above, body_parts, face_seen, seen, seen_of

# Half of a face shows in profile. With less than half of that, readers no longer tell which way it looks.
FACE = 0.25
# Of an open hand three fingers or the back of it: with less, the arm reads as a stump.
HAND = 0.30
# A prop that hides more of the person than this stands before the picture, not in it.
PERSON = 0.60
AT_HEAD = 0.11  # a hand this near to the middle of the head holds it
LOOKS_AWAY = 0.0  # a face that is turned away has its nose this far towards the reader, at most
TURN = "turn the camera (`handout figure NAME --choose` finds the view that shows most)"


def face_is_seen(scene: Scene) -> Iterator[Fault]:
    """The face is seen, unless it lies on the floor, or the picture is of the back and says so."""
    share = face_seen(scene)
    reason = scene.frame.allowed("face")
    if reason == "lies-down" and "head" not in scene.frame.contacts:
        yield Fault(
            "the face is said to lie down, but nothing says that the head touches",
            "add head to the contacts, or take `face: lies-down` out", ("allow", "face"),
        )  # fmt: skip
    elif reason == "turned-away" and scene.camera.towards(scene.body.frames["head"][:, 0]) > LOOKS_AWAY:
        yield Fault(
            "the face is said to be turned away, but it looks towards the reader",
            "take `face: turned-away` out", ("allow", "face"),
        )  # fmt: skip
    elif not reason and share < FACE:
        hint = f"{TURN}, move what covers it, or say why: `allow: {{face: lies-down}}`"
        what = f"only {share:.0%} of the face is seen, of {FACE:.0%}"
        yield Fault(what, hint, ("camera",), shared=True, about=("head",))


def hands_are_seen(scene: Scene) -> Iterator[Fault]:
    """At least one hand is seen, and every hand that works alone."""
    if reason := scene.frame.allowed("hands"):
        if reason == "hold-the-head":
            yield from _arms_to_the_head(scene)
        return
    shares = {side: seen(scene, f"hand_{side}") for side, _ in SIDES if _in_picture(scene, f"hand_{side}")}
    if not shares:
        return
    if max(shares.values()) < HAND:
        most = max(shares.values())
        hint = f"{TURN}, or move the arms to where they are seen"
        yield Fault(
            f"no hand is seen, at most {most:.0%} of one, of {HAND:.0%}", hint, ("camera",), shared=True,
            about=tuple(f"hand_{side}" for side in shares),
        )  # fmt: skip
        return
    for side in _working_alone(scene):
        if shares.get(side, 1.0) < HAND:
            yield Fault(
                f"the {spoken(f'hand_{side}')} works, and only {shares[side]:.0%} of it is seen, of {HAND:.0%}",
                f"{TURN}, or move the arm", ("pose", f"arm_{side}"), about=(f"hand_{side}",),
            )  # fmt: skip


def _arms_to_the_head(scene: Scene) -> Iterator[Fault]:
    """Hands behind a head are told by their arms: both come to the head, and the arms are seen."""
    head = scene.body.on_head(-0.03, 0.5, 0.0)
    far = [side for side, _ in SIDES if length(scene.body.joints[f"hand_{side}"] - head) > AT_HEAD]
    arms = [f"{kind}_{side}" for kind in ("sleeve", "upperarm", "forearm", "hand") for side, _ in SIDES]
    share = seen_of(scene, arms)
    if far or share < HAND:
        what = "a hand is away from it" if far else f"only {share:.0%} of the arms is seen, of {HAND:.0%}"
        yield Fault(
            f"the hands are said to hold the head, but {what}", f"{TURN}, or take `hands: hold-the-head` out",
            ("allow", "hands"), about=tuple(arms),
        )  # fmt: skip


def person_is_seen(scene: Scene) -> Iterator[Fault]:
    """No wall, table or chair hides the person."""
    parts = body_parts(scene)
    share = seen_of(scene, parts)
    if share >= PERSON:
        return
    body = shapely.union_all([scene.parts[name].shape for name in parts])
    hidden = [
        sum(scene.visible[n].intersection(body).area for n in solid.part_names if n in scene.visible)
        for solid in scene.props
    ]
    if not hidden:
        return
    worst = scene.props[hidden.index(max(hidden))]
    kind = worst.prop.type
    yield Fault(
        f"the {kind} hides the person: {share:.0%} is seen, of {PERSON:.0%}",
        f"{TURN}, or stand the {kind} behind the person", in_file(scene, worst), about=worst.part_names,
    )  # fmt: skip


def _in_picture(scene: Scene, part: str) -> bool:
    """Whether most of a part lies above a crop."""
    whole = scene.parts[part].shape
    return bool(above(scene, whole).area > 0.5 * whole.area)


def _working_alone(scene: Scene) -> list[str]:
    """Sides whose hand is named apart from the other: by a contact, or by an arrow that goes with it."""
    named = {contact[-1] for contact in scene.frame.contacts if contact in ("hand_r", "hand_l")}
    for drawn in scene.arrows:
        place = drawn.arrow.follow or (drawn.arrow.ring.joint if drawn.arrow.ring else "")
        if place.startswith(("wrist_", "hand_", "fingertip_")):
            named.add(place[-1])
    return sorted(named)
