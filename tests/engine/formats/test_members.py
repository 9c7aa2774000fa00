from pathlib import Path

import pytest

from taoli.engine.formats.faults import FileFault
from taoli.engine.formats.members import read_members, read_sets
from taoli.engine.grouping import Member, Rules
from tests.engine.formats.files import rows_of, workbook

CLASS = (
    "学号,姓名,班级,层次,性别,总分,身高,爱好,指定小组,分开,同组,寝室\n"
    "1,王一,1班,上,女,90,160,画,2,甲；乙,,101\n"
    "2,李二,1班,下,男,60,,球,,甲,丙,101\n"
    "3,赵三,1班,下,男,70.5,150,,,乙,丙,102\n"
)


def written(where: Path, text: str) -> Path:
    (where / "class.csv").write_text(text, encoding="gb18030")
    return where / "class.csv"


def test_a_class_with_chinese_headings(tmp_path: Path) -> None:
    found = read_members(written(tmp_path, CLASS))
    assert found.attributes == ("总分", "身高")
    assert found.members == (
        Member("1", "上", "女", {"总分": 90, "身高": 160}),
        Member("2", "下", "男", {"总分": 60}),
        Member("3", "下", "男", {"总分": 70.5, "身高": 150}),
    )
    assert found.rules == Rules(
        apart=(frozenset("13"), frozenset("12")),
        together=(frozenset("23"),),
        units=(frozenset("12"),),
        fixed={"1": 1},
    )
    assert found.names == {"1": "王一", "2": "李二", "3": "赵三"}
    book = workbook(tmp_path / "class.xlsx", {"初一": rows_of(CLASS)})
    assert read_members(book) == found


def test_attributes_may_be_chosen_and_words_are_categories(tmp_path: Path) -> None:
    found = read_members(written(tmp_path, CLASS), ["爱好", "身高"])
    assert [one.values for one in found.members] == [{"爱好": "画", "身高": 160}, {"爱好": "球"}, {"身高": 150}]


def test_scores_make_layers_in_a_ratio(tmp_path: Path) -> None:
    path = written(tmp_path, CLASS)
    assert [one.layer for one in read_members(path, ratio=(1, 1, 1)).members] == ["upper", "lower", "middle"]
    assert [one.layer for one in read_members(path, ratio=(1, 2)).members] == ["layer 1", "layer 2", "layer 2"]


def test_sets_are_lines_of_ids(tmp_path: Path) -> None:
    assert read_sets(written(tmp_path, "1,2\n\n3,4,5\n")) == (frozenset("12"), frozenset("345"))


@pytest.mark.parametrize(
    ("text", "ratio", "sentence"),
    [
        ("id,score\n1,\n", (3, 5, 2), "sheet class.csv, row 2, column score: the cell is blank, and layers are made"),
        ("id,score\n1,high\n", (3, 5, 2), "sheet class.csv, row 2, column score: 'high' is not a number"),
        ("id\n1\n", (3, 5, 2), "sheet class.csv, row 1: there is no column for score"),
        ("id,group\n1,0\n", (), "sheet class.csv, row 2, column group: groups are counted from 1"),
        ("id,group\n1,x\n", (), "sheet class.csv, row 2, column group: 'x' is not a whole number"),
        ("id,height\n1,2\n1,2\n", (), "sheet class.csv, row 3, column id: '1' stands in row 2 already"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, ratio: tuple[int, ...], sentence: str) -> None:
    with pytest.raises(FileFault) as found:
        read_members(written(tmp_path, text), ratio=ratio)
    assert sentence in str(found.value)


def test_a_column_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="row 1: there is no column '体重'"):
        read_members(written(tmp_path, CLASS), ["体重"])
