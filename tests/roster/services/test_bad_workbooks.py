"""Every workbook that is wrong gets its sentence, and nothing is written."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from taoli.common.models import School
from taoli.common.policy import system
from taoli.common.state import state_hash
from taoli.roster.models import RosterSettings
from taoli.roster.phrases import problem_place, problem_sentence
from taoli.roster.services import importing
from tests.roster.books import Formula, added, changed, school_book, workbook


def without(sheet: str, column: int) -> bytes:
    book = school_book()
    book[sheet] = [[cell for place, cell in enumerate(row, start=1) if place != column] for row in book[sheet]]
    return workbook(book)


def renamed(old: str, new: str) -> bytes:
    return workbook({new if name == old else name: rows for name, rows in school_book().items()})


def with_zip_entry(name: str, content: bytes) -> bytes:
    out = io.BytesIO(workbook(school_book()))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def replaced(name: str, content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(school_book()))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, content if entry.filename == name else old.read(entry))
    return out.getvalue()


def other_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "not a workbook")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NO_WORKBOOK = "这不是工作簿（.xlsx、.xls、.ods），也不是文本（.csv）。请另存为 .xlsx 再上传。"
BOMB = '<!DOCTYPE a [<!ENTITY b "12345"><!ENTITY c "&b;&b;&b;&b;">]><worksheet><a>&c;</a></worksheet>'

# name, workbook, "where: what" of its one problem
BAD: list[tuple[str, Callable[[], bytes], str]] = [
    (
        "too big",
        lambda: b"PK" + b"0" * (11 * 1024 * 1024),
        "文件有 11.0 MB，最多读取 10 MB。请删去图片和多余的工作表。",
    ),
    ("no workbook", "姓名,学号\n".encode, NO_WORKBOOK),
    (
        "a zip, but no workbook",
        other_zip,
        NO_WORKBOOK,
    ),
    (
        "old and damaged",
        lambda: OLE + b"0" * 512,
        "文件读不出来，可能已经损坏。请重新另存一份再上传。",
    ),
    (
        "locked",
        lambda: OLE + b"0" * 512 + "EncryptedPackage".encode("utf-16-le"),
        "文件设了密码。请去掉密码后另存再上传。",
    ),
    (
        "a zip bomb",
        lambda: with_zip_entry("xl/media/a.bin", b"0" * (60 * 1024 * 1024)),
        "文件解开后过大，没有读取。请重新另存一份再上传。",
    ),
    (
        "broken inside",
        lambda: replaced("xl/worksheets/sheet1.xml", "<worksheet><"),
        "文件读不出来，可能已经损坏。请重新另存一份再上传。",
    ),
    (
        "entities in a sheet",
        lambda: replaced("xl/worksheets/sheet1.xml", BOMB),
        "文件读不出来，可能已经损坏。请重新另存一份再上传。",
    ),
    (
        "no list at all",
        lambda: workbook({"Sheet1": [["第一节", "第二节"], ["读书", "写字"]], "Sheet2": []}),
        "没有找到 学号、姓名、班级 这样的表头，只有工作表：Sheet1、Sheet2。请加上一行表头。",
    ),
    (
        "students without a class",
        lambda: workbook({"Sheet1": [["学号", "姓名"], ["S1", "何晨曦"]], "Sheet2": []}),
        "Sheet1 第 1 行: 缺少 班级 这一列。请补上。",
    ),
    (
        "a student in two lists that differ",
        lambda: workbook({**school_book(), "学生名单": [["学号", "姓名", "班级"], ["S1", "何晨曦", "高一2班"]]}),
        "学生名单 第 2 行 班级: 这里是 高一(2)班，学生 第 2 行是 高一(1)班。请把两处改成一致。",
    ),
    (
        "a teacher in two lists",
        lambda: workbook({**school_book(), "教师名单": [["工号", "姓名"], ["T1", "宋雨"]]}),
        "教师名单 第 2 行 工号: 工号 T1 在 教师 第 2 行已经有了。请只留一行。",
    ),
    (
        "a cell far away",
        lambda: added("学生", *[[] for _each in range(20_100)], ["S9"]),
        "工作表 学生 在很远的行或列还有内容。请删去后面的空行和空列。",
    ),
    (
        "empty workbook",
        lambda: workbook({"学生": [], "教师": []}),
        "工作簿里一行内容也没有。请填好再上传，或使用模板。",
    ),
    (
        "headings only",
        lambda: workbook({"学生": [["学号", "姓名", "班级"]]}),
        "工作簿里一行内容也没有。请填好再上传，或使用模板。",
    ),
    (
        "no headings",
        lambda: workbook({"学生": [["S1", "何晨曦", "高一(1)班"]]}),
        "学生: 没有找到表头。第一行应写列名，如 学号、姓名、班级。",
    ),
    ("missing column", lambda: without("学生", 1), "学生 第 1 行: 缺少 学号 这一列。请补上。"),
    ("missing one of two", lambda: without("任课", 3), "任课 第 1 行: 缺少 工号 / 教师姓名 这一列。请补上。"),
    (
        "formula",
        lambda: changed("学生", 3, 6, Formula("=ROW()")),
        "学生 第 3 行 座号: 这里是公式。请改为数值（选择性粘贴，数值）。",
    ),
    ("empty name", lambda: changed("家长", 3, 3, ""), "家长 第 3 行 家长姓名: 这里没有填。请补上。"),
    ("long name", lambda: changed("家长", 3, 3, "长" * 61), "家长 第 3 行 家长姓名: 超过 60 个字。请写短一些。"),
    (
        "digits lost",
        lambda: changed("学生", 5, 1, 1234567890123456789),
        "学生 第 5 行 学号: 数字太长，Excel 已丢失末位。请把这一列设为文本后重填。",
    ),
    ("gender", lambda: changed("学生", 2, 3, "甲"), "学生 第 2 行 性别: “甲”不是性别。请写 男 或 女。"),
    (
        "boarding",
        lambda: changed("学生", 2, 8, "有时"),
        "学生 第 2 行 住校/走读: 看不懂“有时”。请写 住校 或 走读。",
    ),
    ("yes", lambda: changed("任课", 2, 4, "也许"), "任课 第 2 行 班主任: 看不懂“也许”。请写 是，或留空。"),
    (
        "no date",
        lambda: changed("学生", 2, 7, "五月一日"),
        "学生 第 2 行 出生日期: “五月一日”不是日期。请写成 2010-09-01 这样。",
    ),
    (
        "impossible date",
        lambda: changed("学生", 2, 7, "2010-02-30"),
        "学生 第 2 行 出生日期: 没有 2010-02-30 这一天。请核对月和日。",
    ),
    (
        "future birthday",
        lambda: changed("学生", 2, 7, dt.date(2030, 1, 1)),
        "学生 第 2 行 出生日期: 2030-01-01 不像出生日期。请核对年份。",
    ),
    ("seat", lambda: changed("学生", 2, 6, 0), "学生 第 2 行 座号: “0”不是座号。请写 1 到 200 的整数。"),
    (
        "phone",
        lambda: changed("家长", 2, 5, "问老师"),
        "家长 第 2 行 电话: “问老师”不是电话号码。请写 7 到 15 位数字。",
    ),
    (
        "class without grade",
        lambda: changed("学生", 2, 4, ""),
        "学生 第 2 行 班级: “1班”看不出是哪个年级。请写成 高一(3)班 这样，或填上年级。",
    ),
    (
        "class and grade differ",
        lambda: changed("学生", 4, 4, "高二"),
        "学生 第 4 行 班级: 班级 高一（2）班 和年级 高二 对不上。请改正其中一个。",
    ),
    (
        "a student twice",
        lambda: added("学生", ["S1", "何晨曦", "女", "高一", "1班", 8]),
        "学生 第 6 行 学号: 学号 S1 在第 2 行已经有了。每位学生请只留一行。",
    ),
    (
        "a seat twice",
        lambda: changed("学生", 3, 6, 1),
        "学生 第 3 行 座号: 高一(1)班 的座号 1 在第 2 行已经有了。请给每位学生一个座号。",
    ),
    (
        "a teacher twice",
        lambda: added("教师", ["T1", "宋雨"]),
        "教师 第 5 行 工号: 工号 T1 在第 2 行已经有了。每位教师请只留一行。",
    ),
    (
        "unknown class in 任课",
        lambda: changed("任课", 3, 1, "高一(13)班"),
        "任课 第 3 行 班级: 高一(13)班 不在名册里。请先添加该班，或改为已有班级。",
    ),
    (
        "unknown class in 教师",
        lambda: changed("教师", 2, 6, "高三3班"),
        "教师 第 2 行 班主任: 高三(3)班 不在名册里。请先添加该班，或改为已有班级。",
    ),
    (
        "unknown class in 家长",
        lambda: workbook(
            {**school_book(), "家长": [["学生姓名", "班级", "家长姓名"], ["何晨曦", "高二(1)班", "何父"]]}
        ),
        "家长 第 2 行 班级: 高二(1)班 不在名册里。请先添加该班，或改为已有班级。",
    ),
    (
        "unknown teaching group",
        lambda: workbook({**school_book(), "任课": [["教学班", "学科", "工号"], ["化学B", "化学", "T3"]]}),
        "任课 第 2 行 教学班: 教学班 化学B 不在名册里。请先在学生表里填上它的学生。",
    ),
    (
        "unknown teacher",
        lambda: changed("任课", 2, 3, "没有人"),
        "任课 第 2 行 教师姓名: 教师 没有人 不在名册里。请先添加这位教师，或改正这里。",
    ),
    (
        "two teachers of one name",
        lambda: added("教师", ["T4", "许静"]),
        "任课 第 4 行 教师姓名: 有 2 位教师叫 许静。请写工号。",
    ),
    (
        "number and name of two teachers",
        lambda: workbook(
            {**school_book(), "任课": [["班级", "学科", "工号", "教师姓名"], ["高一(1)班", "语文", "T1", "唐川"]]}
        ),
        "任课 第 2 行 工号: 工号 T1 是 宋雨，不是 唐川。请改正其中一个。",
    ),
    (
        "an assignment twice",
        lambda: added("任课", ["高一1班", "语文", "宋雨", ""]),
        "任课 第 5 行 学科: 宋雨 任教 高一(1)班 语文 在第 2 行已经有了。请删去一行。",
    ),
    (
        "two homeroom teachers",
        lambda: changed("任课", 2, 1, "高一(2)班"),
        "任课 第 3 行 班主任: 高一(2)班 有两位班主任：宋雨（任课 第 2 行）和 唐川。请只留一位。",
    ),
    (
        "two homeroom teachers in two sheets",
        lambda: changed("教师", 3, 6, "高一(1)班"),
        "教师 第 3 行 班主任: 高一(1)班 有两位班主任：宋雨（教师 第 2 行）和 唐川。请只留一位。",
    ),
    (
        "unknown student",
        lambda: added("家长", ["S77", "", "某母"]),
        "家长 第 4 行 学生学号: 学生 S77 不在名册里。请先添加这位学生，或改正这里。",
    ),
    (
        "number and name of two students",
        lambda: changed("家长", 3, 2, "何晨曦"),
        "家长 第 3 行 学生学号: 学号 S2 是 罗一鸣，不是 何晨曦。请改正其中一个。",
    ),
    (
        "a guardian twice",
        lambda: added("家长", ["S1", "", "何父"]),
        "家长 第 4 行 家长姓名: 何晨曦 的家长 何父 在第 2 行已经有了。请删去一行。",
    ),
    (
        "two students of one name",
        lambda: workbook(
            {
                "学生": [["学号", "姓名", "班级"], ["S1", "何晨曦", "高一1班"], ["S2", "何晨曦", "高一2班"]],
                "家长": [["学生姓名", "家长姓名"], ["何晨曦", "何父"]],
            }
        ),
        "家长 第 2 行 学生姓名: 有 2 位学生叫 何晨曦。请写学号。",
    ),
]


@pytest.mark.parametrize(("data", "expected"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_workbook_gets_its_sentence_and_changes_nothing(
    db: None, data: Callable[[], bytes], expected: str
) -> None:
    school = School.objects.create(code="xin", name="新校")
    before = state_hash()
    row = importing.stage(by=system(school.pk), file_name="坏.xlsx", data=data())
    assert (row.state, row.is_stored, row.plan) == ("refused", False, {})
    assert [_line(problem) for problem in row.problems] == [expected]
    assert state_hash() == before


def test_two_columns_of_one_meaning_are_asked_about_and_never_both_taken(db: None) -> None:
    school = School.objects.create(code="xin", name="新校")
    by = system(school.pk)
    row = importing.stage(by=by, file_name="x.xlsx", data=changed("学生", 1, 3, "名字"))
    (guess,) = [one for one in row.staged["guesses"] if one["questions"]]
    assert (row.state, guess["questions"]) == ("asking", 1)
    assert [(one["heading"], one["key"]) for one in guess["columns"] if not one["certain"]] == [("名字", "ignore")]
    both = {guess["id"]: {"kind": "students", "columns": {"1": "name", "2": "name"}}}
    row = importing.answer(by=by, pk=row.pk, corrections=both)
    assert (row.state, [_line(problem) for problem in row.problems]) == (
        "refused",
        ["学生 第 1 行: 姓名、名字 这几列意思相同。请只留一列。"],
    )


def test_a_class_at_two_campuses_is_a_problem(db: None) -> None:
    school = School.objects.create(code="xin", name="新校")
    head = ["学号", "姓名", "班级", "校区"]
    rows = [head, ["S1", "何晨曦", "高一1班", "东校区"], ["S2", "罗一鸣", "高一1班", "西校区"]]
    row = importing.stage(by=system(school.pk), file_name="坏.xlsx", data=workbook({"学生": rows}))
    assert [_line(problem) for problem in row.problems] == [
        "学生 第 3 行 校区: 高一(1)班 在第 2 行属于 东校区，这里是 西校区。请统一为一个校区。"
    ]


def test_a_wrong_identity_number_is_a_problem_only_where_numbers_are_kept(db: None) -> None:
    school = School.objects.create(code="xin", name="新校")
    by = system(school.pk)
    data = changed("学生", 2, 12, "110101201005010013")
    assert importing.stage(by=by, file_name="x.xlsx", data=data).problems == []
    RosterSettings.objects.create(school=school, keep_identity_numbers=True)
    row = importing.stage(by=by, file_name="x.xlsx", data=data)
    assert [_line(problem) for problem in row.problems] == ["学生 第 2 行 身份证号: 身份证号不对。请核对 18 位。"]
    assert "110101201005010013" not in str(row.problems)


def test_many_problems_are_counted_and_the_first_ones_shown(db: None) -> None:
    school = School.objects.create(code="xin", name="新校")
    rows: list[list[Any]] = [["学号", "姓名", "班级"], *([f"S{n}", "", "高一1班"] for n in range(400))]
    row = importing.stage(by=system(school.pk), file_name="坏.xlsx", data=workbook({"学生": rows}))
    assert (len(row.problems), row.staged["problems"]) == (300, 400)


def _line(problem: dict[str, Any]) -> str:
    place, sentence = problem_place(problem), problem_sentence(problem)
    return f"{place}: {sentence}" if place else sentence
