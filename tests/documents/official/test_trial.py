"""A template is tried in a process of its own, with little memory and time."""

import base64
import io
import json
import sys
from types import SimpleNamespace

import pytest
from lxml import etree

from taoli.documents.official import trial
from taoli.documents.official.filled import context
from taoli.documents.official.rendering import default_template
from tests.documents.every_part import EVERY, FRAME, sheets
from tests.documents.templating import own

GIVEN = context(EVERY, FRAME, sheets({}, {}))


def test_the_default_can_be_filled() -> None:
    assert trial.tried(default_template(EVERY), GIVEN) == ""
    assert trial.fill_strictly(default_template(EVERY), GIVEN).startswith(b"PK")


def test_a_loop_that_crosses_a_table_is_found() -> None:
    crossing = own("{%p for sheet in sheets %}", row=("{%p endfor %}",))
    with pytest.raises(etree.XMLSyntaxError):
        trial.fill_strictly(crossing, GIVEN)
    assert trial.tried(crossing, GIVEN) == "misplaced"


def test_what_is_no_document_cannot_be_filled() -> None:
    assert trial.tried(b"PK", GIVEN) == "unfillable"


def test_loops_in_loops_are_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "PATIENCE", 0.01)
    assert trial.tried(default_template(EVERY), GIVEN) == "slow"


def test_the_child_answers_by_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(template: bytes) -> int:
        sent = json.dumps({"template": base64.b64encode(template).decode(), "context": GIVEN}).encode()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(sent)))
        return trial.main()

    monkeypatch.setattr(trial, "limit", lambda: None)
    assert run(default_template(EVERY)) == 0
    assert run(own("{%p for sheet in sheets %}", row=("{%p endfor %}",))) == trial.MISPLACED
