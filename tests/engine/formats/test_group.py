import json
from pathlib import Path

import pytest

from taoli.engine.__main__ import main
from taoli.engine.formats import group

CLASS = "id,name,gender,score,height,apart\n" + "".join(
    f"s{one:02d},=N{one},{'fm'[one % 2]},{one * 7 % 31},{150 + one * 5 % 17},{'x' if one < 2 else ''}\n"
    for one in range(24)
)


def written(where: Path, text: str, name: str = "class.csv") -> str:
    (where / name).write_text(text, encoding="utf-8")
    return str(where / name)


def test_a_class_is_grouped_and_compared_with_the_s_shaped_deal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, CLASS)
    assert main(["group", path, "--groups", "4", "--ratio", "3:5:2", "--seed", "2"]) == 0
    text = capsys.readouterr().out
    found = json.loads(text)
    assert found["outcome"] == "groups"
    assert [len(one) for one in found["groups"]] == [6] * 4
    assert found["unlike"] < found["serpentine"]
    assert found["recounted"] == []
    assert not any({"s00", "s01"} <= set(one) for one in found["groups"])
    assert group.run([path, "--groups", "4", "--ratio", "3:5:2", "--seed", "2"]) == 0
    assert capsys.readouterr().out == text


def test_results_are_written_as_csv_json_and_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apart, together = written(tmp_path, "s03,s04\n", "apart.csv"), written(tmp_path, "s05,s06\n", "together.csv")
    output = tmp_path / "out"
    arguments = [written(tmp_path, CLASS), "--sizes", "4，8,12", "--apart", apart, "--together", together]
    assert group.run([*arguments, "--attributes", "score", "--output", str(output)]) == 0
    assert capsys.readouterr().out == ""
    table = (output / "groups.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[0] == "group,student,name"
    assert len(table) == 25
    assert "'=N0" in "".join(table)
    words = (output / "summary.txt").read_text(encoding="utf-8")
    assert "分成 3 组，每组 4 至 12 人" in words
    assert "- score：平均" in words
    assert "Recounted: every rule is kept." in words
    assert "Sizes: 4, 8, 12." in words
    result = json.loads((output / "result.json").read_text(encoding="utf-8"))
    assert [len(one) for one in result["groups"]] == [4, 8, 12]


def test_impossible_rules_are_named_with_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clique = written(tmp_path, "s03,s04,s05\n", "apart.csv")
    output = tmp_path / "out"
    arguments = [written(tmp_path, CLASS), "--groups", "2", "--apart", clique]
    assert group.run(arguments) == 1
    assert json.loads(capsys.readouterr().out)["findings"] == [
        {"code": "apart_too_many", "params": {"members": ["s03", "s04", "s05"], "groups": 2}}
    ]
    assert group.run([*arguments, "--output", str(output)]) == 1
    assert sorted(one.name for one in output.iterdir()) == ["result.json", "summary.txt"]
    words = (output / "summary.txt").read_text(encoding="utf-8")
    assert "s03、s04、s05 两两要分开，却只有 2 组。" in words
    assert "s03, s04, s05 must all be apart, and there are 2 groups." in words


def test_a_checker_that_finds_something_is_heard(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every stratum is one student: the S-shaped deal takes over, and the recount says so."""
    rows = "".join(f"s{one},{one},{one % 2}\n" for one in range(8))
    path = written(tmp_path, f"id,layer,score\n{rows}")
    assert group.run([path, "--groups", "2", "--output", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""
    assert "every rule is kept" in (tmp_path / "summary.txt").read_text(encoding="utf-8")


def test_an_mdgplib_file_names_its_own_groups(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "4 2 ss 2 2 2 2\n0 3 5\n1 2 4\n0 1 1\n", "RanReal_n4.txt")
    assert group.run([path]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["outcome"], found["diversity"]) == ("diverse", 9)
    assert sorted(found["groups"]) == [["0", "3"], ["1", "2"]]
    assert group.run([path, "--output", str(tmp_path / "out")]) == 0
    assert "sum of distances inside 9.0000" in (tmp_path / "out" / "summary.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "options", "sentence"),
    [
        (CLASS, [], "say how many groups (--groups 6) or their sizes (--sizes 8,8,9)."),
        (CLASS, ["--groups", "99"], "99 groups cannot be made of 24 members."),
        ("", ["--groups", "2"], "sheet class.csv: the sheet is empty."),
        (CLASS, ["--groups", "2", "--apart", "none.csv"], "the file cannot be read (No such file or directory)."),
    ],
)
def test_what_is_wrong_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, options: list[str], sentence: str
) -> None:
    path = written(tmp_path, text)
    output = tmp_path / "out"
    assert group.run([path, *options, "--output", str(output)]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"{path}: {sentence}\n")
    assert not output.exists()


@pytest.mark.parametrize("options", [["--ratio", "3:x"], ["--ratio", "0:0"], ["--sizes", "1234567,2"]])
def test_numbers_that_are_none_get_the_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        group.run([written(tmp_path, CLASS), *options])
    assert stopped.value.code == 2
    assert "is not a list of whole numbers" in capsys.readouterr().err


def test_any_other_text_is_read_as_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run([written(tmp_path, CLASS, "class.txt"), "--groups", "3"]) == 0
    assert len(json.loads(capsys.readouterr().out)["groups"]) == 3
