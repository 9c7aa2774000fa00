"""The published schema is fresh, and what is handed in has its fields."""

import json
import runpy

import pytest

from taoli.engine.summary.schema import schema_text
from tests.architecture.tree import ROOT
from tests.engine.summary.making import document, handed

FILE = ROOT / "docs" / "reference" / "summary.schema.json"


def test_the_published_schema_is_what_the_types_say(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_module("taoli.engine.summary", run_name="__main__")
    assert capsys.readouterr().out == schema_text() == FILE.read_text(encoding="utf-8")


def test_what_is_handed_in_has_the_fields_of_the_schema() -> None:
    whole = json.loads(schema_text())
    assert json.loads(handed(document())).keys() == whole["properties"].keys()
    assert document().keys() == whole["$defs"]["Summary"]["properties"].keys()
