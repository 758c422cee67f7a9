"""Rules of the English words that no schema can hold: what must not be promised, how long a line may be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shipped_words import HANDOUTS, phrases, read

PANEL_LINE, PURPOSE, STEP, TIP_LINE = 110, 60, 95, 48  # characters, placeholders filled
MOST_STEPS = 4  # after the start
BALANCE = (0.8, 1.25)  # length of all pros to length of all cons

BANNED = (
    "back in place", "realign", "adjust", "safe and effective", "safely and effectively", "toxin",
    "manipulat", "cavitation", "thoracic", "lumbar", "cervical", "vertebra", "supine", "prone",
    "quadruped", "flexion", "extension", "rotation", "repetition", "reps", "bilateral", "contraindicat",
    "red flag", "acute", "chronic", "paraesthesia", "saddle", "retention", "incontinence",
    "anticoagulant", "healthcare professional", "mobility", "range of motion", "discomfort",
    "exacerbate", "prior to", "ensure", "assist", "perform", "reviewed", "approved", "cure you",
    "will heal", "guarantee", "hold your breath for",
)  # fmt: skip


def width(text: str) -> int:
    """Characters, with each placeholder as long as what usually fills it."""
    return len(re.sub(r"\{for_\w+\}", "for 5 seconds", re.sub(r"\{to_\w+\}", "to the right", text)))


EXERCISES = sorted(path.parent for path in HANDOUTS.glob("exercises/*/en.yaml"))
ROUTINES = sorted(path.parent for path in HANDOUTS.glob("routines/*/en.yaml"))
ENGLISH = sorted(HANDOUTS.glob("*/**/en.yaml"))


def named(folder: Path) -> str:
    """How a test run calls the folder."""
    return folder.name


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.parent.name)
def test_no_text_holds_a_banned_word(path: Path) -> None:
    found = [(word, text) for text in phrases(read(path)) for word in BANNED if word in text.lower()]
    assert not found


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.parent.name)
def test_no_text_holds_a_digit(path: Path) -> None:
    assert not [text for text in phrases(read(path)) if re.search(r"\d", text)]


@pytest.mark.parametrize("folder", EXERCISES, ids=named)
def test_a_card_is_short(folder: Path) -> None:
    said = read(folder / "en.yaml")
    assert len(said["steps"]) <= MOST_STEPS
    assert width(said["purpose"]) <= PURPOSE
    assert not [step for step in [said["start"], *phrases(said["steps"])] if width(step) > STEP]
    assert not [key for key in ("easier", "harder", "mistake", "breathe") if width(said[key]) > TIP_LINE]


@pytest.mark.parametrize("folder", EXERCISES, ids=named)
def test_a_step_is_at_most_two_sentences(folder: Path) -> None:
    said = read(folder / "en.yaml")
    steps = [said["start"], *phrases(said["steps"])]
    assert not [step for step in steps if len(re.findall(r"[.!?](?=\s|$)", step)) not in (1, 2)]


@pytest.mark.parametrize("folder", EXERCISES, ids=named)
def test_a_caption_is_short_and_its_alt_text_says_the_contact(folder: Path) -> None:
    frames = read(folder / "en.yaml").get("frames", {})
    assert not [f for f in frames.values() if width(f["caption"]) > len("head and shoulders up")]
    contact = ("floor", "mat", "down", "chair", "table", "thighs", "roller", "ball", "muscle", "hang")
    bodies = {name: f["alt"] for name, f in frames.items() if name not in ("zone", "icon")}
    assert not {n: alt for n, alt in bodies.items() if not any(word in alt for word in contact)}


@pytest.mark.parametrize("folder", EXERCISES, ids=named)
def test_every_frame_of_the_picture_has_words_and_no_other(folder: Path) -> None:
    path = folder / "picture.yaml"
    picture = read(path) if path.exists() else {}
    parts = [picture, picture.get("easier", {}), picture.get("harder", {})]
    frames = {name: frame for part in parts for name, frame in part.get("frames", {}).items()}
    own = {name for name, frame in frames.items() if "mirror" not in frame}
    own |= {"icon"} if "icon" in read(folder / "exercise.yaml") else set()
    own |= {"zone"} if any("inset" in part for part in parts) else set()
    assert set(read(folder / "en.yaml").get("frames", {})) == own


@pytest.mark.parametrize("folder", ROUTINES, ids=named)
def test_pros_and_cons_weigh_the_same(folder: Path) -> None:
    said, facts = read(folder / "en.yaml"), read(folder / "routine.yaml")
    pros, cons = ([said[side][name] for name in facts[side]] for side in ("pros", "cons"))
    low, high = BALANCE
    assert len(pros) == len(cons)
    assert low <= sum(map(len, pros)) / sum(map(len, cons)) <= high


@pytest.mark.parametrize("folder", ROUTINES, ids=named)
def test_a_routine_prints_every_sign_of_an_emergency(folder: Path) -> None:
    lines = read(HANDOUTS / "safety" / "safety.yaml")["lines"]
    assert set(lines["now"]) <= set(read(folder / "routine.yaml")["signs"])


def test_each_line_of_the_panel_is_one_idea_that_can_be_read_at_once() -> None:
    """A reader's limit, never a width of the page: no word is given away for room."""
    said = read(HANDOUTS / "safety" / "en.yaml")["lines"]
    assert not {line for line, text in said.items() if width(re.sub(r"\{\w+\}", "50", text)) > PANEL_LINE}


def test_a_line_of_the_panel_has_one_wording() -> None:
    for path in sorted((HANDOUTS / "safety").glob("*.yaml")):
        if path.stem not in {"safety", "mandatory"}:
            assert all(isinstance(text, str) for text in read(path)["lines"].values()), path.name


def test_every_line_of_the_panel_can_be_said() -> None:
    safety, said = read(HANDOUTS / "safety" / "safety.yaml"), read(HANDOUTS / "safety" / "en.yaml")
    ordered = [line for part in safety["lines"].values() for line in part]
    assert len(ordered) == len(set(ordered))
    assert set(ordered) == set(said["lines"])
    saying = {c["said_by"] for c in safety["conditions"].values()} - {"card"}
    assert (
        set(safety["lines"]["ask"])
        <= saying
        <= {line for part in ("ask", "stop", "today") for line in safety["lines"][part]}
    )


def test_a_sign_that_is_left_out_has_its_reason() -> None:
    left_out = read(HANDOUTS / "safety" / "safety.yaml")["left_out"]
    assert {"injecting-drugs", "joint-surgery", "pregnancy-bleeding"} <= set(left_out)
    assert all(len(reason) > len(name) for name, reason in left_out.items())


def test_every_condition_has_words_and_a_source() -> None:
    safety, said = read(HANDOUTS / "safety" / "safety.yaml"), read(HANDOUTS / "safety" / "en.yaml")
    assert set(said["conditions"]) == set(safety["conditions"])
    assert all(c["sources"] for c in safety["conditions"].values())
    used = {c for p in HANDOUTS.glob("*/*/*.yaml") for c in read(p).get("safety", {})}
    assert used <= set(safety["conditions"])


def test_every_source_named_is_in_the_list() -> None:
    safety = read(HANDOUTS / "safety" / "safety.yaml")
    items = [*safety["conditions"].values(), *safety["signs"].values()]
    items += [read(path) for path in HANDOUTS.glob("*/*/*.yaml")]
    named = {s for item in items for key in ("sources", "limits_source") for s in item.get(key, [])}
    assert named <= set(read(HANDOUTS / "sources.yaml"))
