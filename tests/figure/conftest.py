"""Shared by the figure tests: the shipped people and poses, and boards from plain data."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import yaml
from figure_boards import ROOT, Board, locate

from handout.figure import Person, Storyboard, read_people, read_storyboard


@pytest.fixture(scope="session")
def people() -> dict[str, Person]:
    """The shipped people."""
    return read_people(yaml.safe_load((ROOT / "assets/people.yaml").read_text("utf-8")), locate)


@pytest.fixture(scope="session")
def poses() -> Mapping[str, object]:
    """The shipped named poses."""
    loaded: Mapping[str, object] = yaml.safe_load((ROOT / "assets/poses.yaml").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="session")
def board(poses: Mapping[str, object]) -> Board:
    """Reads plain data as a storyboard over the shipped named poses."""

    def read(data: Mapping[str, object]) -> Storyboard:
        return read_storyboard(data, locate, poses)

    return read


@pytest.fixture(scope="session")
def shipped(board: Board) -> dict[str, Storyboard]:
    """Every shipped storyboard, by exercise."""
    files = sorted((ROOT / "handouts/exercises").glob("*/picture.yaml"))
    return {f.parent.name: board(yaml.safe_load(f.read_text("utf-8"))) for f in files}
