"""`handout schema`: sound JSON Schema that the shipped files meet and wrong ones do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from handout.authoring.schema import SHAPES, schema_of
from handout.cli.make import SchemaOf
from handout.content import shipped_root
from handout.content.picture import PICTURE
from handout.errors import Finding, UsageError
from handout.source import parse, plain, read

ROOT = shipped_root()
FILES = {
    "routine": "handouts/routines/*/routine.yaml",
    "exercise": "handouts/exercises/*/exercise.yaml",
    "language": "assets/languages/*.yaml",
    "safety": "handouts/safety/safety.yaml",
    "country": "assets/countries/*.yaml",
    "region": "assets/regions/*.yaml",
    "equipment": "handouts/equipment/equipment.yaml",
    "sources": "handouts/sources.yaml",
    "picture": "handouts/exercises/*/picture.yaml",
    "poses": "assets/poses.yaml",
    "words": "handouts/*/*/es.yaml",
    "people": "assets/people.yaml",
    "theme": "assets/themes/standard.yaml",
}
SHIPPED = [(kind, path) for kind, pattern in FILES.items() for path in sorted(ROOT.glob(pattern))]


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_of(kind)))


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_a_schema_is_itself_valid(kind: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema_of(kind)))


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=lambda value: getattr(value, "stem", value))
def test_every_shipped_file_meets_its_schema(kind: str, path: Path) -> None:
    assert [error.message for error in validator(kind).iter_errors(plain(read(path)))] == []


def test_a_clinic_and_a_pack_meet_theirs() -> None:
    clinic = {
        "name": "Riverside",
        "country": "GB",
        "hours": [{"days": ["mon"], "from": "08:00", "to": "18:00"}],
    }
    pack = {"id": "desk", "routine": "upper-back", "include": ["march/easier"], "note": {"pt-BR": "Ande."}}
    assert validator("clinic").is_valid(clinic)
    assert validator("pack").is_valid(pack)


WRONG: list[dict[str, Any]] = [
    {"dose": {"repetitions": 5, "duration_s": 60, "times_a_day": 2}},
    {"dose": {"times_a_day": 2}},
    {"dose": {"repetitions": "5", "times_a_day": 2}},
    {"minutes": True},
    {"sides": "left"},
    {"steps": []},
    {"side": "both"},
]


@pytest.mark.parametrize("change", WRONG, ids=str)
def test_what_the_reader_refuses_the_schema_refuses_too(change: dict[str, Any]) -> None:
    value = plain(read(ROOT / "handouts/exercises/seated-twist/exercise.yaml"))
    assert isinstance(value, dict)
    assert validator("exercise").is_valid(value)
    assert not validator("exercise").is_valid({**value, **change})


def test_what_stands_in_many_places_of_a_schema_is_said_once() -> None:
    whole = json.loads(schema_of("picture"))
    assert len(whole["$defs"]) > 5
    assert len(schema_of("picture")) < 150_000


WRONG_PICTURES: list[dict[str, Any]] = [
    {"frames": {"start": {"contacts": ["ground"]}}},
    {"frames": {"start": {"arrows": [{"width": 0.02}]}}},
    {"frames": {"Start": {}}},
    {"pose": {"arm_r": {"to": "nose"}}},
    {"pose": {"head": {"glide": 1}}},
    {"props": [{"type": "sofa"}]},
    {"props": [{"type": "chair", "loop": True}]},
    {"props": [{"type": "rail", "from": "hand_r"}]},
    {"camera": {"jaw": 3}},
]


@pytest.mark.parametrize("change", WRONG_PICTURES, ids=str)
def test_reader_and_schema_refuse_the_same_pictures(change: dict[str, Any]) -> None:
    good = {"person": "ana", "pose": {"base": "standing"}, "frames": {"start": {}}}
    assert validator("picture").is_valid(good)
    assert not validator("picture").is_valid({**good, **change})
    findings: list[Finding] = []
    text = json.dumps({**good, **change}).replace('"', "")
    assert PICTURE.read(parse(text, "picture.yaml"), "", findings) is None
    assert all(one.hint and one.where for one in findings)


def test_the_command_prints_every_form_there_is() -> None:
    assert {one.value for one in SchemaOf} == set(SHAPES)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no schema “routines”\n    Did you mean “routine”"):
        schema_of("routines")
