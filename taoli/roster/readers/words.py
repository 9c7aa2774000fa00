"""What texts look like: which words are headings, how near a heading is to a known one, what a column holds."""

import re
from collections.abc import Callable, Iterable, Sequence

from taoli.roster.readers.columns import ALL_SHEETS, SUBJECTS, heading
from taoli.roster.readers.places import looks_like_class

# Columns that many lists have and nobody needs here.
UNREAD = frozenset(
    (
        *("序号", "编号", "备注", "说明", "民族", "籍贯", "政治面貌", "户口性质", "户口所在地", "户籍地", "户籍地址"),
        *("照片", "曾用名", "英文名", "拼音", "姓名拼音", "毕业学校", "毕业小学", "毕业初中", "入学成绩", "中考成绩"),
        *("总分", "成绩", "健康状况", "血型", "邮编", "邮政编码", "邮箱", "电子邮箱", "QQ", "QQ号", "微信", "微信号"),
        *("学历", "职称", "职务", "工作单位", "签名", "签字", "选科", "选科组合", "入学日期", "入学时间", "学籍状态"),
        *("国籍", "港澳台侨外", "考号", "准考证号", "是否独生子女", "独生子女", "年龄", "学校名称", "学校", "班级类型"),
        *("是否留守儿童", "留守儿童", "户口", "身高", "体重", "特长", "出生地", "学段", "入学年份", "行号", "No", "NO"),
        *("最高学历", "毕业院校", "参加工作时间", "周课时", "课时", "职务岗位", "身份证件类型", "证件类型", "人数"),
    )
)
# Words over several columns: they say nothing that the words below them do not.
OVER = frozenset(
    (
        *(
            "学生",
            "学生信息",
            "学生基本信息",
            "基本信息",
            "学生基本情况",
            "基本情况",
            "学籍信息",
            "联系方式",
            "家庭信息",
        ),
        *(
            "家长信息",
            "任课教师",
            "科任教师",
            "学科",
            "课程",
            "任课",
            "学科教师",
            "各科教师",
            "家庭情况",
            "其他",
            "其它",
        ),
        *("住宿信息", "班级信息", "教师", "教师信息", "个人信息", "科目", "任课老师", "各科任课教师", "学科任课教师"),
    )
)
MEMBERS = frozenset(
    ("父亲", "母亲", "爸爸", "妈妈", "家长", "监护人", "第一监护人", "第二监护人", "家庭成员1", "家庭成员2")
)
KNOWN = frozenset(name for sheet in ALL_SHEETS for column in sheet.all for name in column.names)
LONGEST_HEADING = 14
LEAST_SHARED = 0.5
MOST_LOOKED_AT = 60
HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:[·・•‧∙.．][{HAN}]{{1,8}})+|[{HAN}]\s+[{HAN}]")
DUTY = re.compile(rf"([{HAN}\dA-Za-z级()（）\-]{{2,12}}?班)\s*(?:的)?\s*班主任")
RELATIONS = frozenset(
    ("父亲", "母亲", "父", "母", "爸爸", "妈妈", "爷爷", "奶奶", "外公", "外婆", "祖父", "祖母", "其他")
)
SERIAL = re.compile(r"[23456]\d{4}")
PATTERNS: dict[str, Callable[[str], object]] = {
    "gender": lambda text: text in {"男", "女", "男生", "女生", "男性", "女性"},
    "identity": re.compile(r"\d{17}[\dXx]").fullmatch,
    "phone": re.compile(r"(?:\+?86)?[\s-]?1\d[\d\s-]{9,12}|0\d{2,3}-?\d{7,8}").fullmatch,
    "birthday": lambda text: re.fullmatch(r"(?:19|20)\d{2}\D?\d{1,2}\D?\d{1,2}\D?", text) or SERIAL.fullmatch(text),
    "class": looks_like_class,
    "subject": SUBJECTS.__contains__,
    "name": HAN_NAME.fullmatch,
    "number": re.compile(r"[A-Za-z]{0,4}\d{3,20}").fullmatch,
    "seat": re.compile(r"\d{1,3}").fullmatch,
    "yes": lambda text: text in {"是", "否", "√", "✓", "×"},
    "relation": RELATIONS.__contains__,
}
# Kinds of columns that any words may stand in.
FREE = frozenset(("text", "list", "grade", "boarding", "classes", "duty"))
MOSTLY = 0.8


def is_heading(text: str) -> bool:
    """Say whether a cell is a known heading."""
    plain = heading(text)
    return plain in KNOWN or plain in UNREAD


def may_be_heading(text: str) -> bool:
    """Say whether a cell may be a heading: it holds a known word, or is a subject, or stands over others."""
    plain = heading(text)
    if not plain or len(plain) > LONGEST_HEADING or re.search(r"[:：]\s*\S", text) or re.search(r"\d{3}", plain):
        return False
    if plain in KNOWN or plain in UNREAD or plain in SUBJECTS or plain in OVER or plain in MEMBERS:
        return True
    return any(len(word) > 1 and word in plain for word in KNOWN) or plain[-1] in {"班", "名", "号"}


def nearness(plain: str, name: str) -> float:
    """Return how near a heading is to a known one, from 0 to 1."""
    if not plain:
        return 0.0
    if name in plain or plain in name:
        least, most = sorted((len(plain), len(name)))
        return LEAST_SHARED + (1 - LEAST_SHARED) * least / most if least > 1 or most < len("所在班级") else 0.0
    shared = len(set(plain) & set(name))
    return 2 * shared / (len(set(plain)) + len(set(name)))


def holds(values: Sequence[str], kind: str) -> bool:
    """Say whether most of the values are what a column of this kind holds; of a free kind any are."""
    if kind in FREE:
        return True
    fits = PATTERNS[kind]
    looked = [value for value in values[:MOST_LOOKED_AT] if value]
    return bool(looked) and sum(bool(fits(value)) for value in looked) >= MOSTLY * len(looked)


def any_duty(values: Iterable[str]) -> bool:
    """Say whether some value names the homeroom teacher of a class: 高一(1)班班主任."""
    return any(DUTY.search(value) for value in values)
