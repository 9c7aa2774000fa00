from pathlib import Path

import pytest

from taoli.engine.formats import sheets
from taoli.engine.formats.faults import FileFault
from taoli.engine.formats.reading import read_problem, read_round
from taoli.engine.formats.tables import finite
from taoli.engine.matching import Mentor
from tests.engine.formats.files import MENTORS, STUDENTS, WISHES, folder, rows_of, workbook


def test_a_folder_of_chinese_tables_is_a_round(tmp_path: Path) -> None:
    found = read_round(folder(tmp_path))
    first, second, third = found.problem.students
    assert (first.id, first.class_id, first.gender, first.layer) == ("1", "1班", "女", "上")
    assert first.categories == {"留守", "住校"}
    assert [one.wishes for one in (first, second, third)] == [
        (("T1",), ("T2",)),
        (("T1",), ("T9",)),
        (("T1", "T2"),),
    ]
    both = frozenset({"1班", "2班"})
    assert found.problem.mentors == (
        Mentor("T1", target=1, max=2, classes=both),
        Mentor("T2", min=1, max=2, classes=both),
        Mentor("T3", max=1, absent=True),
    )
    assert found.problem.rules.teaches_class
    assert found.names == {"1": "王一", "2": "李二", "3": "赵三", "T1": "张老师", "T2": "刘老师", "T3": "陈老师"}
    assert read_problem(tmp_path / "志愿.csv") == found.problem


def test_a_workbook_and_gb18030_say_the_same(tmp_path: Path) -> None:
    found = read_round(folder(tmp_path))
    names = {"学生": STUDENTS, "导师": MENTORS, "志愿": WISHES}
    book = workbook(tmp_path / "round.xlsx", {name: rows_of(text) for name, text in names.items()})
    assert read_round(book) == found
    for name, text in names.items():
        (tmp_path / f"{name}.csv").write_bytes(text.replace(",", "\t").encode("gb18030"))
    assert read_round(tmp_path) == found


def test_numbers_in_a_workbook_are_ids_without_decimals(tmp_path: Path) -> None:
    book = workbook(
        tmp_path / "round.xlsx",
        {"students": [["id", "wish 1"], [20260101.0, 7]], "mentors": [["id", "max", "min"], [7.0, 3, 1.5]]},
    )
    with pytest.raises(FileFault, match=r"sheet mentors, row 2, column min: '1.5' is not a whole number"):
        read_problem(book)
    book = workbook(
        tmp_path / "round.xlsx",
        {"students": [["id", "wish 1"], [20260101.0, 7]], "mentors": [["id", "max"], [7.0, 3]]},
    )
    problem = read_problem(book)
    assert (problem.students[0].id, problem.students[0].wishes) == ("20260101", (("7",),))
    assert not problem.rules.teaches_class


def test_wishes_may_be_columns_of_the_students_or_ranked_rows(tmp_path: Path) -> None:
    mentors = "id,max\na,2\nb,2\nc,1\n"
    inside = folder(tmp_path, students="id,wish2,wish1\n1,b,a\n2,,c\n\n,,\n", mentors=mentors)
    assert [one.wishes for one in read_problem(inside).students] == [(("a",), ("b",)), (("c",),)]
    folder(tmp_path, students="id\n1\n2\n", wishes="student;mentor;rank\n1;b;2\n1;a;1\n1;c;2\n", mentors=mentors)
    assert [one.wishes for one in read_problem(inside).students] == [(("a",), ("b", "c")), ()]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"students": STUDENTS}, "there is no sheet or file named mentors or 导师"),
        ({"mentors": MENTORS}, "there is no sheet or file named students or 学生"),
        ({"students": "", "mentors": MENTORS}, "sheet students.csv: the sheet is empty"),
        ({"students": "name\nx\n", "mentors": MENTORS}, "sheet students.csv, row 1: there is no column for id"),
        ({"students": "id,id\n1,1\n", "mentors": MENTORS}, "row 1, column id: the heading stands twice"),
        ({"students": "id\n1\n1\n", "mentors": MENTORS}, "row 3, column id: '1' stands in row 2 already"),
        ({"students": "id,name\n1,a\n,b\n", "mentors": MENTORS}, "sheet students.csv, row 3, column id: the cell is b"),
        ({"students": "id\nT1\n", "mentors": MENTORS}, "row 2, column id: 'T1' is the id of a mentor too"),
        ({"students": 'id\n"1\n', "mentors": MENTORS}, "sheet students.csv: this is not CSV"),
        ({"students": STUDENTS, "mentors": "工号,最多\nT,\n"}, "sheet mentors.csv, row 2, column 最多: the cell is b"),
        (
            {"students": STUDENTS, "mentors": "工号,最多,最少\nT,2,3\n"},
            "column 最少: the least, 3, is above the most, 2",
        ),
        ({"students": STUDENTS, "mentors": "工号,最多\nT,9999999999\n"}, "is not a whole number of at most 9 digits"),
        ({"students": STUDENTS, "mentors": "工号,最多\nT,-1\n"}, "'-1' is not a whole number"),
        ({"students": STUDENTS, "mentors": "工号,最多\nT,²\n"}, "'²' is not a whole number"),
        (
            {"students": STUDENTS, "mentors": MENTORS, "wishes": "学号,志愿1\n9,T1\n"},
            "sheet wishes.csv, row 2, column 学号: there is no student '9'",
        ),
        ({"students": STUDENTS, "mentors": MENTORS, "wishes": "学号\n1\n"}, "row 1: there is no column for wish 1"),
        (
            {"students": STUDENTS, "mentors": MENTORS, "wishes": "学号,工号,顺序\n9,T1,1\n"},
            "row 2, column 学号: there is no student '9'",
        ),
        (
            {"students": STUDENTS, "mentors": MENTORS, "wishes": "学号,工号,顺序\n1,T1,0\n"},
            "row 2, column 顺序: the cell is blank or 0",
        ),
        (
            {"students": STUDENTS, "mentors": MENTORS, "wishes": "学号,工号,顺序\n1,,1\n"},
            "row 2, column 工号: the cell is blank or 0",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, files: dict[str, str], sentence: str) -> None:
    with pytest.raises(FileFault) as found:
        read_problem(folder(tmp_path, **files))
    assert sentence in str(found.value)


def test_a_file_too_large_or_of_another_kind_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "round.xlsx"
    path.write_bytes(b"PK\3\4 nothing")
    with pytest.raises(FileFault, match=r"this is not an \.xlsx workbook"):
        read_problem(path)
    workbook(path, {"students": [["id", "a", "b"], [1], [2]]})
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(FileFault, match=r"this is not an \.xlsx workbook"):
        read_problem(path)
    path.write_bytes(data)
    for limit, sentence in (
        ("MOST_UNPACKED", "unpacks to more"),
        ("MOST_ROWS", "more than 1 rows"),
        ("MOST_COLUMNS", "more than 1 columns"),
        ("MOST_BYTES", "larger than"),
    ):
        monkeypatch.setattr(sheets, limit, 1)
        with pytest.raises(FileFault, match=sentence):
            read_problem(path)
        monkeypatch.undo()


@pytest.mark.parametrize("data", [b"\xff\xff", b"a\0b", "学号\0\n".encode("utf-16")])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    path = folder(tmp_path)
    (path / "学生.csv").write_bytes(data)
    with pytest.raises(FileFault, match="the file is not text in UTF-8 or GB18030"):
        read_problem(path)


def test_a_truncated_file_reads_or_says_why(tmp_path: Path) -> None:
    """Cut anywhere: a round or one sentence, never another error."""
    path = folder(tmp_path)
    said = []
    for name, text in (("学生", STUDENTS), ("导师", MENTORS), ("志愿", WISHES)):
        data = text.encode()
        for end in range(len(data)):
            (path / f"{name}.csv").write_bytes(data[:end])
            try:
                read_problem(path)
            except FileFault as fault:
                said.append(str(fault))
        (path / f"{name}.csv").write_bytes(data)
    assert len(said) > 50
    assert "\n" not in "".join(said)


def test_only_finite_plain_numbers_count_as_numbers() -> None:
    assert [finite(text) for text in ("1.5", "-2", "1e400", "nan", "1_0", "x")] == [1.5, -2, None, None, None, None]
