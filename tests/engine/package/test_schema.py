"""The published schema is fresh and whole."""

import json
import re
import runpy

import pytest

from taoli.engine.package.schema import FILES, schema_text
from tests.architecture.tree import ROOT
from tests.engine.package.packing import entries, packed, student

FILE = ROOT / "docs" / "reference" / "package.schema.json"


def test_the_published_schema_is_what_the_types_say(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_module("taoli.engine.package", run_name="__main__")
    assert capsys.readouterr().out == schema_text() == FILE.read_text(encoding="utf-8")


def test_every_shape_it_names_is_in_it() -> None:
    named = set(re.findall(r"#/\$defs/(\w+)", schema_text()))
    assert named <= json.loads(schema_text())["$defs"].keys()
    assert named >= FILES.keys()


def test_what_is_built_has_the_fields_of_the_schema() -> None:
    shapes = json.loads(schema_text())["$defs"]
    manifest = json.loads(entries(packed().data)["manifest.json"])
    assert manifest.keys() == shapes["manifest"]["properties"].keys()
    assert student().model_dump(mode="json").keys() == shapes["student"]["properties"].keys()
