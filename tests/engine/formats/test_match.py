import json
from pathlib import Path
from typing import Any

import pytest

from taoli.engine.formats import match

FILE: dict[str, Any] = {
    "seed": 3,
    "students": [
        {"id": "a", "class_id": "1", "wishes": ["x", ["y", "z"]]},
        {"id": "b", "class_id": "1", "categories": ["k"], "wishes": ["x"]},
    ],
    "mentors": [{"id": "x", "max": 1, "marks": {"b": "first"}}, {"id": "y", "max": 2}],
    "rules": {"pinned": {}, "category_cap": {"k": 1}, "apart": [["a", "b"]]},
}


def written(folder: Path, data: Any) -> str:
    path = folder / "round.json"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return str(path)


def test_a_file_gives_the_matching_with_its_certificate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, FILE)
    assert match.run([path]) == 0
    text = capsys.readouterr().out
    result = json.loads(text)
    assert result["outcome"] == "matching"
    assert result["seats"] == {"a": "y", "b": "x"}
    assert result["rank"] == {"a": 2, "b": 1}
    assert result["reasons"]["a"] == {"code": "wish", "params": {"rank": 2, "of": 2}}
    assert result["certificate"]["promise"] == "stable"
    assert result["certificate"]["notes"] == [{"code": "wish_unknown", "params": {"student": "a", "mentor": "z"}}]
    assert result["stats"]["first"] == 1
    assert match.run([path, path]) == 0
    assert capsys.readouterr().out == text * 2


def test_units_are_assigned_whole_and_pins_keep_their_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    units = [{"id": "u", "student_ids": ["a", "b"], "class_id": "1", "homeroom_mentor": "y"}]
    data = {**FILE, "mode": "assigned", "units": units, "rules": {"pinned": {"a": ["y", "coach"]}}}
    assert match.run([written(tmp_path, data)]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["seats"] == {"a": "y", "b": "y"}
    assert result["reasons"]["a"] == {"code": "pinned", "params": {"note": "coach"}}
    assert result["reasons"]["b"] == {"code": "assigned_homeroom", "params": {"unit": "u"}}
    assert result["certificate"]["promise"] == "balanced"


def test_an_impossible_round_says_why_with_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = {**FILE, "mentors": [{"id": "x", "max": 1}]}
    assert match.run([written(tmp_path, data)]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "outcome": "infeasible",
        "findings": [{"code": "seats_short", "params": {"students": 2, "seats": 1, "short": 1}}],
    }


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "file: Invalid JSON"),
        (b"\xff", "the file is not text in UTF-8 or GB18030."),
        ([], "file: Input should be an object."),
        ({**FILE, "colour": 1}, "colour: Extra inputs are not permitted."),
        ({**FILE, "rules": {"apart_": []}}, "rules.apart_: Extra inputs are not permitted."),
        ({**FILE, "mentors": [{"id": "x"}]}, "mentors.0.max: Field required."),
        ({**FILE, "mode": "best"}, "mode: Input should be 'fair', 'most_satisfied', 'ruled' or 'assigned'."),
        ({**FILE, "students": [{"id": "a"}, {"id": "a"}]}, "the id 'a' stands twice."),
    ],
)
def test_a_malformed_file_gets_a_sentence_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: Any, sentence: str
) -> None:
    path = written(tmp_path, data)
    assert match.run([path]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{path}: {sentence}")
    assert err.count("\n") == 1


def test_a_missing_file_and_no_file_get_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert match.run([str(tmp_path / "none.json")]) == 2
    assert "cannot be read (No such file or directory)." in capsys.readouterr().err
    assert match.run([]) == 2
    assert capsys.readouterr().err == "Name at least one file.\n"
