import json
from pathlib import Path
from typing import Any

import pytest

from taoli.engine.formats import comply, score
from taoli.engine.scheme import dump
from tests.engine.examples import TAIGU, taigu

TERM = {"key": "t", "name": "上学期", "starts": "2026-09-01", "ends": "2027-01-22"}
PAIRING = {
    "id": "p1",
    "student_id": "s1",
    "mentor_id": "m1",
    "unit_id": "u1",
    "grade_id": "g1",
    "class_id": "c1",
    "starts": "2026-09-01",
}
TALK = {
    "id": "a1",
    "kind": "talk",
    "channel": "face_to_face",
    "made": True,
    "by": "m1",
    "student_ids": ["s1"],
    "on": "2026-09-08",
    "entered_on": "2026-09-08",
}
FILE: dict[str, Any] = {
    "scheme": str(TAIGU),
    "changes": {"cycle.weeks": 4},
    "terms": [TERM],
    "pairings": [PAIRING],
    "acts": [TALK],
}


def written(folder: Path, data: Any) -> str:
    path = folder / "term.json"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return str(path)


def test_comply_prints_the_cells_as_of_the_last_day_or_an_asked_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert comply.run([written(tmp_path, FILE)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["term"], printed["as_of"]) == ("t", "2027-01-22")
    assert printed["counts"] == {"due_soon": 3, "met": 1, "overdue": 8}
    assert printed["cells"][5]["act_ids"] == ["a1"]
    days = {"2026-10-01": False}
    assert comply.run([written(tmp_path, {**FILE, "as_of": "2026-09-02", "scheme": dump(taigu()), "days": days})]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {"open": 12}
    exams = {"exam_weeks": ["2027-01-04", "2027-01-11", "2027-01-18"]}
    assert comply.run([written(tmp_path, {**FILE, "as_of": "2026-09-02", "scheme": dump(taigu()), **exams})]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {"open": 11}


def test_score_prints_the_sheets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = {
        "mentors": [{"mentor_id": "m1", "grade_id": "g1"}],
        "ticks": [
            {"mentor_id": "m1", "item": "cycle_activity", "given": 12},
            {"mentor_id": "m1", "item": "individual", "given": True},
        ],
        "survey": [{"source": "students", "mentor_id": "m1", "answers": [5, 4, 5, 5, 4]}],
        "register_done": {"m1": True},
        "term": "t",
        "as_of": "2027-01-22",
    }
    assert score.run([written(tmp_path, {**FILE, **more})]) == 0
    (sheet,) = json.loads(capsys.readouterr().out)["sheets"]
    assert [item["points"] for item in sheet["items"]] == [10, 12, 4, 20, None, None]
    assert sheet["total"] == 65.71
    assert sheet["items"][4]["arithmetic"][0]["code"] == "too_few_mentors"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "this is not JSON (line 1, column 2"),
        (b"\xff", "the file is not UTF-8 text."),
        ([], "file: Input should be an object."),
        ({**FILE, "colour": 1}, "colour: Extra inputs are not permitted."),
        ({**FILE, "pairings": [{**PAIRING, "end": "2026-10-01"}]}, "pairings, entry 1: unknown name 'end'."),
        ({**FILE, "pairings": 5}, "pairings: Input should be a valid array."),
        ({**FILE, "terms": []}, "there is no term None among the terms of the file."),
        ({**FILE, "term": "x"}, "there is no term 'x' among the terms of the file."),
        ({**FILE, "scheme": "none"}, "the scheme cannot be used: scheme: not_found."),
        ({**FILE, "changes": {"cycle.weeks": 0}}, "the scheme cannot be used: cycle.weeks: greater_than_equal."),
    ],
)
def test_a_malformed_file_gets_a_sentence_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: Any, sentence: str
) -> None:
    path = written(tmp_path, data)
    for command in (comply, score):
        assert command.run([path]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"{path}: {sentence}")
        assert err.count("\n") == 1


def test_a_missing_file_and_no_file_get_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert comply.run([str(tmp_path / "none.json")]) == 2
    assert "cannot be read (No such file or directory)." in capsys.readouterr().err
    assert score.run([]) == 2
    assert capsys.readouterr().err == "Name at least one JSON file.\n"
