"""The sheets a school keeps, and the everyday headings of each column. The first name of each is the template's."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` in the staged rows, heading variants, what a cell holds (cells.py), how it is explained."""

    key: str
    names: tuple[str, ...]
    kind: str = "text"
    required: bool = False
    most: int = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: name variants, columns, and sets of columns of which at least one must be there."""

    key: str
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    either: tuple[tuple[str, ...], ...] = ()

    def column(self, key: str) -> Column:
        """Return a column by its key."""
        return next(one for one in self.columns if one.key == key)


CLASS = ("班级", "行政班", "所在班级", "班别", "班级名称")
GRADE = ("年级", "级部", "所在年级")

STUDENTS = Sheet(
    "students",
    ("学生", "学生名单", "学生信息", "学生名册", "学生表", "学生花名册", "花名册"),
    (
        Column("number", ("学号", "学籍号", "全国学籍号", "学生编号"), "number", required=True, most=24),
        Column("name", ("姓名", "学生姓名", "名字"), "name", required=True, most=60),
        Column("gender", ("性别",), "gender"),
        Column("grade", GRADE, "grade", most=20),
        Column("class", CLASS, "class", required=True, most=30),
        Column("seat", ("座号", "班内序号", "班级学号", "座位号"), "seat"),
        Column("birthday", ("出生日期", "生日", "出生年月日"), "birthday"),
        Column("campus", ("校区", "所在校区")),
        Column("boarding", ("住校/走读", "住校走读", "是否住校", "住宿情况", "就读方式", "住校"), "boarding"),
        Column("study_group", ("学习小组", "小组", "组别")),
        Column("dormitory", ("宿舍", "寝室", "宿舍号", "寝室号")),
        Column("teaching_groups", ("教学班", "走班", "选课班"), "list"),
        Column("address", ("家庭住址", "住址", "家庭地址"), most=200),
        Column("identity_number", ("身份证号", "身份证", "身份证号码", "身份证件号", "证件号码"), "identity"),
    ),
)
STAFF = Sheet(
    "staff",
    ("教师", "老师", "教职工", "教师名单", "教师信息", "教师名册", "教师表"),
    (
        Column("number", ("工号", "教师编号", "教工号", "职工号"), "number", required=True, most=24),
        Column("name", ("姓名", "教师姓名", "老师姓名", "名字"), "name", required=True, most=60),
        Column("gender", ("性别",), "gender"),
        Column("subject", ("任教学科", "学科", "科目", "任教科目"), "subject", most=20),
        Column("phone", ("手机", "手机号", "手机号码", "电话", "联系电话"), "phone"),
        Column("homeroom", ("班主任", "班主任班级", "所带班级", "担任班主任"), "classes"),
    ),
)
TEACHING = Sheet(
    "teaching",
    ("任课", "任课表", "任课安排", "任课信息", "任课教师", "授课"),
    (
        Column("grade", GRADE, "grade", most=20),
        Column("class", CLASS, "class", most=30),
        Column("group", ("教学班", "走班", "选课班")),
        Column("subject", ("学科", "科目", "任教学科", "课程"), "subject", required=True, most=20),
        Column("staff", ("工号", "教师编号", "教工号", "职工号"), "number", most=24),
        Column("staff_name", ("教师姓名", "任课教师", "教师", "老师", "姓名"), "name", most=60),
        Column("homeroom", ("班主任", "是否班主任"), "yes"),
    ),
    either=(("class", "group"), ("staff", "staff_name")),
)
GUARDIANS = Sheet(
    "guardians",
    ("家长", "家长名单", "家长信息", "监护人", "家长表"),
    (
        Column("student", ("学生学号", "学号", "学籍号"), "number", most=24),
        Column("student_name", ("学生姓名", "学生"), "name", most=60),
        Column("grade", GRADE, "grade", most=20),
        Column("class", CLASS, "class", most=30),
        Column("name", ("家长姓名", "监护人姓名", "监护人", "家长", "姓名"), "name", required=True, most=60),
        Column("relation", ("关系", "与学生关系", "称谓"), most=20),
        Column("phone", ("电话", "家长电话", "联系电话", "手机", "手机号", "手机号码"), "phone"),
    ),
    either=(("student", "student_name"),),
)
MOVES = Sheet(
    "moves",
    ("异动", "学生异动", "异动名单", "转入转出", "转出", "转入", "分班", "分班名单", "调班", "转班"),
    (
        Column("number", ("学号", "学籍号", "全国学籍号", "学生编号"), "number", required=True, most=24),
        Column("name", ("姓名", "学生姓名", "名字"), "name", most=60),
        Column("change", ("变动", "异动", "异动类型", "类型"), "move"),
        Column("grade", GRADE, "grade", most=20),
        Column("class", ("新班级", "转入班级", "分入班级", "现班级", *CLASS), "class", most=30),
        Column("day", ("日期", "异动日期", "生效日期", "转出日期", "转入日期"), "day"),
    ),
)
MERGERS = Sheet(
    "mergers",
    ("并班", "合班", "班级合并"),
    (
        Column("from", ("原班级", "撤销班级"), "class", required=True, most=30),
        Column("class", ("新班级", "并入班级"), "class", required=True, most=30),
        Column("day", ("日期", "生效日期"), "day"),
    ),
)
SHEETS = (STUDENTS, STAFF, TEACHING, GUARDIANS)
# Lists of what changed during the year; they come alone or with the four.
ALL_SHEETS = (*SHEETS, MOVES, MERGERS)


def heading(text: str) -> str:
    """Return a heading without spaces, stars, colons and remarks in brackets."""
    return re.sub(r"[（(【\[].*?[）)】\]]|[\s*＊:：]", "", text)


def sheet_of(name: str) -> Sheet | None:
    """Return which of them a sheet's name means, or None."""
    plain = "".join(name.split())
    return next((sheet for sheet in ALL_SHEETS if plain in sheet.names), None)


def columns_of(sheet: Sheet, row: list[str]) -> dict[int, Column]:
    """Return place (from 0) → column for the headings of a row that are known."""
    names = {name: column for column in sheet.columns for name in column.names}
    found = {place: names.get(heading(cell)) for place, cell in enumerate(row)}
    return {place: column for place, column in found.items() if column}
