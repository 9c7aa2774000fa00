import json
from pathlib import Path
from typing import Any

import pytest

from taoli.engine.formats import match
from taoli.engine.formats.solving import solve
from taoli.engine.matching import Problem
from tests.engine.formats.files import folder

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


def test_results_are_written_as_csv_json_and_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "out"
    path = str(folder(tmp_path))
    assert match.run([path, "--output", str(output), "--max-classes", "0", "--seed", "7", "--mode", "fair"]) == 0
    assert capsys.readouterr().out == ""
    table = (output / "seats.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[0] == "student,name,mentor,mentor_name,wish,reason"
    assert table[1] == "1,王一,T1,张老师,1,wish"
    words = (output / "summary.txt").read_text(encoding="utf-8")
    assert "学生 3 人，导师 2 人；每位导师 1 至 2 人。" in words
    assert "抽签号 7。" in words
    assert "已重新清点：违反规定 0 处" in words
    assert "Recounted: 0 rules broken, 0 justified envies" in words
    assert "Student 2 wished for T9, who is no mentor here; left out." in words
    result = json.loads((output / "result.json").read_text(encoding="utf-8"))
    assert result["certificate"]["promise"] == "stable"


def test_the_three_tables_of_a_folder_are_one_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder(tmp_path)
    assert match.run([str(path / f"{name}.csv") for name in ("学生", "导师", "志愿")]) == 0
    assert len(json.loads(capsys.readouterr().out)["seats"]) == 3


def test_an_impossible_round_is_written_with_its_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "out"
    mentors = [{"id": "x", "max": 1}]
    assert match.run([written(tmp_path, {**FILE, "mentors": mentors}), "--output", str(output)]) == 1
    assert capsys.readouterr().out == ""
    assert sorted(one.name for one in output.iterdir()) == ["result.json", "summary.txt"]
    words = (output / "summary.txt").read_text(encoding="utf-8")
    assert "2 名学生只有 1 个名额，少 1 个。" in words
    assert "2 students have 1 places, 1 too few." in words


def test_a_finding_without_words_of_its_own_is_listed(tmp_path: Path) -> None:
    output = tmp_path / "out"
    mentors = [{"id": "x", "max": 1, "min": 1}, {"id": "y", "max": 2, "min": 2}]
    assert match.run([written(tmp_path, {**FILE, "mentors": mentors}), "--output", str(output)]) == 1
    assert "minimum_too_high" in (output / "summary.txt").read_text(encoding="utf-8")


def test_one_folder_takes_one_round_and_modes_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, FILE)
    assert match.run([path, path, "--output", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == "Name one file only with --output.\n"
    with pytest.raises(ValueError, match="the mode 'best' is none of fair"):
        solve(Problem((), ()), "best")


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
