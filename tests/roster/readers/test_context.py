"""What titles, sheet and file names say."""

import pytest

from taoli.roster.readers.context import Context, context_of


@pytest.mark.parametrize(
    ("titles", "sheet", "file", "expected"),
    [
        (["高一(3)班学生名单"], "Sheet1", "名单", Context("高一(3)班", "高一")),
        (["某某中学2026—2027学年度第一学期高一（3）班花名册"], "", "", Context("高一(3)班", "高一")),
        (["第二中学初二5班名单"], "", "", Context("初二5班", "初二")),
        ([], "高一3班", "名单", Context("高一3班", "高一")),
        ([], "Sheet1", "高一(3)班学生名单", Context("高一(3)班", "高一")),
        ([], "3班", "高一年级学生名单", Context("3班", "高一")),
        ([], "G1-3", "", Context("G1-3")),
        (["2026级3班名单"], "", "", Context("2026级3班", "2026级")),
        (["高一(3)班 班主任：李慧 填表日期：2026年9月3日"], "", "", Context("高一(3)班", "高一", homeroom="李慧")),
        (["第3小组 导师：王敏"], "", "", Context(group="第3小组", leader="王敏")),
        (
            ["高一（3）班第3小组　指导教师 阿依古丽·买买提"],
            "",
            "",
            Context("高一(3)班", "高一", "第3小组", "阿依古丽·买买提"),
        ),
        (["高一年级组教师名单"], "语文组", "", Context(grade="高一")),
        (["学习小组名单"], "Sheet1", "各小组", Context()),
        (["2026届毕业生名册"], "2026秋", "学生", Context()),
    ],
)
def test_titles_sheets_and_files_name_class_grade_group_and_people(
    titles: list[str], sheet: str, file: str, expected: Context
) -> None:
    assert context_of(titles, sheet, file) == expected


def test_the_title_goes_before_the_name_of_the_sheet_and_that_before_the_file() -> None:
    assert context_of(["高一(3)班"], "高一(4)班", "高一(5)班").school_class == "高一(3)班"
    assert context_of([], "高一(4)班", "高一(5)班").school_class == "高一(4)班"


def test_people_are_named_by_titles_only() -> None:
    assert context_of([], "导师：王敏", "班主任：李慧") == Context()
