"""Shared by the figure tests: the shipped people and poses, and boards from plain data."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import yaml
from figure_boards import ROOT, Board, node_of

from handout.content.picture import Said
from handout.figure import Person, Storyboard, read_people, read_poses, read_storyboard
from handout.source import read as read_file


@pytest.fixture(scope="session")
def people() -> dict[str, Person]:
    """The shipped people."""
    return read_people(read_file(ROOT / "assets/people.yaml"))


@pytest.fixture(scope="session")
def poses() -> Mapping[str, Said]:
    """The shipped named poses."""
    return read_poses(read_file(ROOT / "assets/poses.yaml"))


@pytest.fixture(scope="session")
def board(poses: Mapping[str, Said]) -> Board:
    """Reads plain data as a storyboard over the shipped named poses."""

    def read(data: Mapping[str, object]) -> Storyboard:
        return read_storyboard(node_of(data), poses)

    return read


@pytest.fixture(scope="session")
def shipped(board: Board) -> dict[str, Storyboard]:
    """Every shipped storyboard, by exercise."""
    files = sorted((ROOT / "handouts/exercises").glob("*/picture.yaml"))
    return {f.parent.name: board(yaml.safe_load(f.read_text("utf-8"))) for f in files}
