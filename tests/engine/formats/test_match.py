import json
import re
from pathlib import Path
from typing import Any

import pytest

from taoli.engine import matching
from taoli.engine.formats import match
from taoli.engine.formats.findings import said
from taoli.engine.formats.match_summary import summary
from taoli.engine.formats.reading import read_problem
from taoli.engine.formats.round_words import CHANGES, REASONS
from taoli.engine.matching import MODES, Finding, Infeasible, Mentor, Student, Unit, Weights, core, elastic
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
    out, words = capsys.readouterr()
    result = json.loads(out)
    assert result["outcome"] == "infeasible"
    assert result["findings"] == [{"code": "seats_short", "params": {"students": 2, "seats": 1, "short": 1}}]
    first, second = result["relaxations"]
    assert first["cost"] <= second["cost"]
    assert "2 名学生只有 1 个名额，少 1 个。" in words
    assert "1. 导师 x 最多由 1 人改为 2 人；a、b 不再列入要分开的一组。" in words
    assert "2 students have 1 places, 1 too few." in words
    assert "The cheapest ways out, each tried:\n1. let mentor x take 2 instead of 1; take a, b out of" in words
    assert "\n2. add a mentor for 1 students, of any class.\n" in words


def test_when_no_way_out_is_found_the_summary_says_so() -> None:
    words = summary(Infeasible((Finding("search_limit", {"seconds": 10, "students": 3, "seats": 4, "minimum": 1}),)))
    assert "没有找到放宽规定的办法。" in words
    assert "No way out was found by loosening rules." in words


def test_every_field_of_a_round_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = {
        "mode": "ruled",
        "students": [{"id": "a", "gender": "f", "same_gender": True}, {"id": "b"}],
        "mentors": [{"id": "x", "max": 2, "gender": "m", "everywhere": True}, {"id": "y", "max": 2, "gender": "f"}],
        "units": [{"id": "u", "student_ids": ["b"], "claimed_by": ["x"], "wishes": [["x", "y"]]}],
        "rules": {"weights": {"same_gender": 9}},
    }
    path = written(tmp_path, data)
    problem = read_problem(path)
    assert problem.students == (Student("a", gender="f", same_gender=True), Student("b"))
    assert problem.mentors == (Mentor("x", max=2, gender="m", everywhere=True), Mentor("y", max=2, gender="f"))
    assert problem.units == (Unit("u", ("b",), claimed_by=("x",), wishes=(("x", "y"),)),)
    assert problem.rules.weights == Weights(same_gender=9)
    assert match.run([path]) == 0
    assert json.loads(capsys.readouterr().out)["seats"] == {"a": "y", "b": "x"}


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_is_at_hand(tmp_path: Path, mode: str) -> None:
    output = tmp_path / "out"
    assert match.run([written(tmp_path, FILE), "--mode", mode, "--output", str(output)]) == 0
    assert "已重新清点：违反规定 0 处" in (output / "summary.txt").read_text(encoding="utf-8")


def test_a_round_is_matched_again_from_pairs_with_the_fewest_moves(tmp_path: Path) -> None:
    output, pairs = tmp_path / "out", tmp_path / "pairs.csv"
    pairs.write_text("student,mentor\na,z\nb,y\nc,y\nd,\n", encoding="utf-8")
    students = [{"id": one, "wishes": wish} for one, wish in {"a": ["x"], "b": ["x"], "c": ["y"], "d": ["y"]}.items()]
    mentors = [{"id": "x", "max": 2}, {"id": "y", "max": 3}]
    path = written(tmp_path, {"students": students, "mentors": mentors})
    assert match.run([path, "--current", str(pairs), "--output", str(output)]) == 0
    result = json.loads((output / "result.json").read_text(encoding="utf-8"))
    assert result["seats"] == {"a": "x", "b": "y", "c": "y", "d": "y"}
    assert [(one["extra_moves"], one["ranks_gained"]) for one in result["dial"]] == [(0, 0), (1, 1)]
    words = (output / "summary.txt").read_text(encoding="utf-8")
    assert "换导师的人数已不能再少。" in words
    assert "1 more moves" in words
    assert match.run([path, "--current", str(pairs), "--extra-moves", "1", "--output", str(output)]) == 0
    result = json.loads((output / "result.json").read_text(encoding="utf-8"))
    assert result["seats"] == {"a": "x", "b": "x", "c": "y", "d": "y"}


def test_every_reason_and_every_change_has_words() -> None:
    engine = Path(matching.__file__).parent
    for name in ("obstacles", "bundles", "prepare"):
        text = (engine / f"{name}.py").read_text(encoding="utf-8")
        codes = set(re.findall(r'Finding\(\s*"(\w+)"', text)) | set(re.findall(r'code = "(\w+)"', text))
        assert codes <= REASONS.keys()
    assert {f"core_{name}" for name in core.GROUP_OF.values()} <= REASONS.keys()
    assert elastic.PRICE.keys() == CHANGES.keys()


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
    assert "\n1. 导师 x" in words


def test_a_finding_without_words_of_its_own_is_listed() -> None:
    assert said([Finding("odd", {"a": 1, "b": ("x", "y")})], {}, 0) == ["- odd a=1 b=x、y"]


def test_one_folder_takes_one_round_and_modes_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, FILE)
    assert match.run([path, path, "--output", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == "Name one file only with --output.\n"
    assert match.run([path, "--mode", "best"]) == 2
    assert capsys.readouterr().err == f"{path}: the mode 'best' is none of fair, most_satisfied, ruled, assigned.\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "file: Invalid JSON"),
        (b"\xff", "the file is not text in UTF-8 or GB18030."),
        ([], "file: Input should be an object."),
        ({**FILE, "colour": 1}, "colour: Extra inputs are not permitted."),
        ({**FILE, "rules": {"apart_": []}}, "rules.apart_: Extra inputs are not permitted."),
        ({**FILE, "mentors": [{"id": "x"}]}, "mentors.0.max: Field required."),
        ({**FILE, "mode": "best"}, "the mode 'best' is none of fair, most_satisfied, ruled, assigned."),
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
