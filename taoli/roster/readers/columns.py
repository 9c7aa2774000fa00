"""The kinds of sheets, and the everyday headings of each column. The first name of each is the template's."""

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


# The key of a column that holds the teachers of one subject, class by class, is taught:语文.
TAUGHT = "taught:"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: name variants, columns, sets of columns of which at least one must be there.

    `more` are columns that are read where a school keeps them there; the template has none of them.
    """

    key: str
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    either: tuple[tuple[str, ...], ...] = ()
    more: tuple[Column, ...] = ()

    @property
    def all(self) -> tuple[Column, ...]:
        """Every column that may be read."""
        return self.columns + self.more

    def column(self, key: str) -> Column:
        """Return a column by its key; StopIteration when the sheet has none such."""
        if self.key == "teaching" and key.startswith(TAUGHT):
            return Column(key, (key.removeprefix(TAUGHT),), "list", most=200)
        return next(one for one in self.all if one.key == key)


CLASS = ("班级", "行政班", "所在班级", "班别", "班级名称", "班", "现班级", "所属班级", "行政班级", "班级代码", "班号")
GRADE = ("年级", "级部", "所在年级", "现年级", "就读年级", "年级名称")
NEIGHBOURHOOD = (
    *(
        "小区",
        "所在小区",
        "居住小区",
        "小区名称",
        "村",
        "村庄",
        "所在村",
        "村（社区）",
        "村/社区",
        "村名",
        "社区",
        "所在社区",
    ),
    *("街道", "所在街道", "街道/社区", "乡镇", "片区", "家访片区", "居住片区", "小区/村", "小区（村）", "小区或村"),
)
PHONES = ("电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "移动电话", "手机电话")
STAFF_NUMBER = ("工号", "教师编号", "教工号", "职工号", "教职工号", "教师工号", "职工编号", "教工编号")


def _of(who: tuple[str, ...], tails: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one + tail for one in who for tail in tails)


def _member(key: str, who: tuple[str, ...], *, alone: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Return name, telephone and relation of one member of the family, in the row of a student."""
    return (
        Column(f"{key}_name", (*_of(who, ("姓名", "名字", "的姓名")), *alone), "name", most=60),
        Column(f"{key}_phone", _of(who, PHONES), "phone"),
        Column(f"{key}_relation", _of(who, ("关系", "称谓", "与学生关系", "与本人关系")), most=20),
    )


STUDENTS = Sheet(
    "students",
    (
        *("学生", "学生名单", "学生信息", "学生名册", "学生表", "学生花名册", "花名册", "学生基本信息", "学生信息表"),
        *("学生总表", "学生信息汇总", "学生信息汇总表", "学生登记表", "新生名单", "新生名册", "新生"),
    ),
    (
        Column(
            "number",
            ("学号", "学生学号", "校内学号", "学籍号", "全国学籍号", "学生编号"),
            "number",
            required=True,
            most=24,
        ),
        Column("name", ("姓名", "学生姓名", "名字", "学生名字"), "name", required=True, most=60),
        Column("gender", ("性别", "学生性别"), "gender"),
        Column("grade", GRADE, "grade", most=20),
        Column("class", CLASS, "class", required=True, most=30),
        Column("seat", ("座号", "班内序号", "班级学号", "座位号", "班内学号", "班序号"), "seat"),
        Column("birthday", ("出生日期", "生日", "出生年月日", "学生出生日期"), "birthday"),
        Column("campus", ("校区", "所在校区")),
        Column(
            "boarding",
            ("住校/走读", "住校走读", "是否住校", "住宿情况", "就读方式", "住校", "是否住宿", "走读/住校", "是否寄宿"),
            "boarding",
        ),
        Column("study_group", ("学习小组", "小组", "组别", "小组名称", "所在小组", "组名", "学习小组名称")),
        Column("dormitory", ("宿舍", "寝室", "宿舍号", "寝室号", "宿舍房间")),
        Column("teaching_groups", ("教学班", "走班", "选课班"), "list"),
        Column("neighbourhood", NEIGHBOURHOOD),
        Column("address", ("家庭住址", "住址", "家庭地址", "现住址", "居住地址", "家庭详细住址"), most=200),
        Column(
            "identity_number",
            (
                "身份证号",
                "身份证",
                "身份证号码",
                "身份证件号",
                "证件号码",
                "身份证件号码",
                "学生身份证号",
                "公民身份号码",
            ),
            "identity",
        ),
    ),
    more=(
        *_member("father", ("父亲", "爸爸"), alone=("父亲",)),
        *_member("mother", ("母亲", "妈妈"), alone=("母亲",)),
        *_member(
            "guardian",
            ("家长", "监护人", "父母", "第一监护人", "家庭成员1", "成员1", "家长1", "监护人1"),
            alone=("家长", "监护人", "第一监护人"),
        ),
        *_member(
            "guardian2",
            ("家长2", "监护人2", "第二监护人", "家庭成员2", "成员2"),
            alone=("第二监护人",),
        ),
        Column("homeroom_name", ("班主任", "班主任姓名", "班主任老师"), "name", most=60),
        Column(
            "mentor",
            (
                "导师",
                "导师姓名",
                "指导教师",
                "指导老师",
                "成长导师",
                "德育导师",
                "学生导师",
                "受聘导师",
                "全员育人导师",
            ),
            "name",
            most=60,
        ),
    ),
)
STAFF = Sheet(
    "staff",
    (
        *(
            "教师",
            "老师",
            "教职工",
            "教师名单",
            "教师信息",
            "教师名册",
            "教师表",
            "教职工名单",
            "教职工信息",
            "教职工名册",
        ),
        *("教师花名册", "教职工花名册", "教师基本信息", "教师信息表", "教师通讯录", "导师名单", "任课教师名单"),
    ),
    (
        Column("number", STAFF_NUMBER, "number", required=True, most=24),
        Column("name", ("姓名", "教师姓名", "老师姓名", "名字", "教职工姓名"), "name", required=True, most=60),
        Column("gender", ("性别",), "gender"),
        Column(
            "subject", ("任教学科", "学科", "科目", "任教科目", "所教学科", "所教科目", "教学科目"), "subject", most=20
        ),
        Column("phone", ("手机", *(one for one in PHONES if one != "手机")), "phone"),
        Column("homeroom", ("班主任", "班主任班级", "所带班级", "担任班主任", "任班主任", "班主任所在班级"), "classes"),
    ),
    # 备注 or 职务 may say 高一(1)班班主任; only looked at where some cell does (content.py).
    more=(Column("duty", ("职务（含班主任）",), "duty", most=200),),
)
TEACHING = Sheet(
    "teaching",
    (
        "任课",
        "任课表",
        "任课安排",
        "任课信息",
        "任课教师",
        "授课",
        "任课教师安排",
        "任课教师一览表",
        "任课一览",
        "课务安排",
    ),
    (
        Column("grade", GRADE, "grade", most=20),
        Column("class", (*CLASS, "任教班级", "授课班级"), "class", most=30),
        Column("group", ("教学班", "走班", "选课班")),
        Column(
            "subject",
            ("学科", "科目", "任教学科", "课程", "任教科目", "课程名称", "授课科目"),
            "subject",
            required=True,
            most=20,
        ),
        Column("staff", STAFF_NUMBER, "number", most=24),
        Column(
            "staff_name",
            ("教师姓名", "任课教师", "教师", "老师", "姓名", "任课老师", "授课教师", "科任教师"),
            "name",
            most=60,
        ),
        Column("homeroom", ("班主任", "是否班主任"), "yes"),
    ),
    either=(("class", "group"), ("staff", "staff_name")),
    more=(Column("homeroom_name", ("班主任姓名", "班主任老师"), "name", most=60),),
)
GUARDIANS = Sheet(
    "guardians",
    ("家长", "家长名单", "家长信息", "监护人", "家长表", "监护人信息", "家长通讯录", "家长信息表", "家长联系方式"),
    (
        Column("student", ("学生学号", "学号", "学籍号"), "number", most=24),
        Column("student_name", ("学生姓名", "学生", "孩子姓名", "子女姓名"), "name", most=60),
        Column("grade", GRADE, "grade", most=20),
        Column("class", CLASS, "class", most=30),
        Column(
            "name", ("家长姓名", "监护人姓名", "监护人", "家长", "姓名", "父母姓名"), "name", required=True, most=60
        ),
        Column("relation", ("关系", "与学生关系", "称谓", "与学生的关系", "家长关系"), most=20),
        Column("phone", (*PHONES, "家长电话", "监护人电话", "家长手机", "家长联系电话", "家长手机号"), "phone"),
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
# What the workbook of a school's whole state tells beside the roster; it comes in again with the others.
NO_ROSTER = frozenset(("结对", "指导记录", "工作要求", "方案", "考核", "说明"))
BY_KEY = {sheet.key: sheet for sheet in ALL_SHEETS}
SUBJECTS = frozenset(
    (
        *("语文", "数学", "英语", "外语", "日语", "俄语", "物理", "化学", "生物", "生物学", "政治", "思想政治"),
        *("道德与法治", "道法", "思政", "品德", "历史", "地理", "科学", "音乐", "美术", "艺术", "体育", "体育与健康"),
        *("劳动", "信息技术", "信息科技", "信息", "通用技术", "综合实践", "心理", "心理健康", "书法"),
    )
)
# Full-width figures and letters only: brackets and stops of a Chinese text stay as they are.
ALPHANUMERIC = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x00A0: " "}


def half(text: str) -> str:
    """Return the text with half-width figures, letters, signs and spaces."""
    return text.translate(WIDE)


def heading(text: str) -> str:
    """Return a heading half-width and without spaces, stars, colons and remarks in brackets."""
    return re.sub(r"[(【\[].*?[)】\]]|[\s*:]", "", half(text))


def sheet_of(name: str) -> Sheet | None:
    """Return which kind a sheet's name means, or None."""
    plain = "".join(half(name).split())
    return next((sheet for sheet in ALL_SHEETS if plain in sheet.names), None)


def columns_of(sheet: Sheet, row: list[str]) -> dict[int, Column]:
    """Return place (from 0) → column for the headings of a row that are known."""
    names = names_of(sheet)
    found = {place: names.get(heading(cell)) for place, cell in enumerate(row)}
    return {place: sheet.column(key) for place, key in found.items() if key}


def names_of(sheet: Sheet) -> dict[str, str]:
    """Return heading → column key of a kind of sheet."""
    return {name: column.key for column in sheet.all for name in column.names}
