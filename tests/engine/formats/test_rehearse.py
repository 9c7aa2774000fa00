import json

import pytest

from taoli.engine.__main__ import main
from taoli.engine.formats import rehearse
from taoli.engine.rehearsal import Rehearsal
from tests.engine.examples import TAIGU


def test_a_scheme_is_rehearsed_without_a_database(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", str(TAIGU)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["scheme"] == "taigu-no2-2012"
    assert found["outcomes"]["held"] > 30
    assert [row[2] for row in found["rules"] if row[0] == "TG-19"] == ["held"]


def test_a_scheme_may_be_named_and_must_be_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse.run(["no-such-scheme"]) == 2
    assert "no-such-scheme" in capsys.readouterr().err


def test_a_rule_that_failed_is_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Rehearsal, "outcomes", lambda _self: {"failed": 1})
    assert rehearse.run([str(TAIGU)]) == 1
    assert '"failed": 1' in capsys.readouterr().out
