"""The lock file pins, with hashes, all that development and CI install, within the ranges of the package."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINNED = re.findall(r"^([a-z0-9.-]+)==(\S+)((?:.*\\\n\s+--hash=sha256:[0-9a-f]{64})*)", LOCK, re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
ASKED = [
    requirement
    for text in (
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["proof"],
        *PROJECT["optional-dependencies"]["test"],
    )
    if (requirement := Requirement(text)).name != PROJECT["name"]
]


def test_every_package_of_the_lock_carries_hashes() -> None:
    assert len(PINNED) > len(ASKED)
    assert [name for name, _, hashes in PINNED if "--hash=sha256:" not in hashes] == []
    assert len(re.findall(r"^[a-z0-9]", LOCK, re.MULTILINE)) == len(PINNED), "a line of the lock is no pin"


@pytest.mark.parametrize("requirement", ASKED, ids=lambda requirement: requirement.name)
def test_what_the_package_asks_for_is_locked_within_its_range(requirement: Requirement) -> None:
    versions = [Version(v) for name, v, _ in PINNED if canonicalize_name(name) == canonicalize_name(requirement.name)]
    assert versions, f"{requirement.name} is not in requirements.lock: renew it (CONTRIBUTING.md)"
    assert all(version in requirement.specifier for version in versions)
    assert requirement.specifier, f"{requirement.name} has no range"


def test_what_nothing_imports_is_not_installed() -> None:
    assert {"fonttools", "justmytype"} & {name for name, _, _ in PINNED} == set()
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert "--no-emit-package justmytype --no-emit-package fonttools" in guide, "or the next lock has them again"
    for name in ("README.md", "CONTRIBUTING.md", ".ci/run"):
        text = (ROOT / name).read_text("utf-8")
        assert text.count("--no-deps --require-hashes") == text.count("--require-hashes -r") > 0, name
