"""The words of school calendars: what kind of day, whose timetable, which weekday. Pure."""

import re

from taoli.roster.models import SchoolDay

Kind = SchoolDay.Kind
SWAP = "swap"  # 调休 alone: free in the week, worked at the weekend
WEEKDAYS = "一二三四五六日"
WEEKDAY = r"(?:周|星期|礼拜)"

TYPES: dict[str, str] = {
    **dict.fromkeys(
        ("放假", "假期", "休假", "节假日", "法定节假日", "法定假日", "休息", "停课", "休", "假", "寒假", "暑假"),
        Kind.HOLIDAY.value,
    ),
    **dict.fromkeys(
        ("上课", "补课", "补班", "上班", "补", "班", "调休上课", "调休补课", "正常上课", "上学"),
        Kind.MAKE_UP.value,
    ),
    **dict.fromkeys(("考试", "考", "考试周", "期中考试", "期末考试", "期中", "期末"), Kind.EXAM.value),
    **dict.fromkeys(
        ("活动", "会议", "其他", "其它", "事项", "典礼", "家长会", "运动会", "节日", "纪念日", "安排", "工作"),
        Kind.EVENT.value,
    ),
    **dict.fromkeys(("调休", "调课", "调班"), SWAP),
}
FREE = re.compile(r"不上课|停课|放假|休息|假期|休假|寒假|暑假|放.{0,2}天")
WORKED = re.compile(r"补课|补班|补上|上班|照常上课|正常上课|补.{0,12}课|上.{0,8}的课|调休上课|(?<!不)上课$")
EXAMS = re.compile(r"(?:期中|期末)(?:考|测|检测|质量|统考|调研|$)|考试周")
AROUND_EXAMS = re.compile(r"分析|总结|表彰|动员|会议|家长会|复习|成绩|讲评|命题|阅卷|考务")
FESTIVALS = re.compile(r"(?:元旦|春节|除夕|清明|五一|劳动|端午|中秋|十一|国庆)(?:节|小长假|假期)?")
FOLLOWS = re.compile(
    rf"(?:补|上|按|执行|调上?)\s*(?:原|本|下|上|的)?(?:(?P<month>\d{{1,2}})[月./](?P<day>\d{{1,2}})[日号]?)?\s*"
    rf"[（(]?(?:{WEEKDAY}(?P<weekday>[一二三四五]))?[）)]?\s*(?:的)?(?:课程表|课表|课程|课|作息)"
)
ALMANAC = re.compile(
    r"(?:(?:初|十|廿|卅|二十|三十)[一二三四五六七八九十]?|[正二三四五六七八九十冬腊]{1,2}月[大小]?"
    r"|立春|雨水|惊蛰|春分|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒)"
)


def type_of(text: str) -> str | None:
    """Return the kind (or SWAP) that a cell of the column 类型 names; None when it names none or several."""
    plain = re.sub(r"\s", "", text)
    if plain in TYPES:
        return TYPES[plain]
    parts = [part for part in re.split(r"[/、,，()（）+]", plain) if part]
    kinds = {TYPES.get(part, "") for part in parts}
    if SWAP in kinds and len(kinds) > 1:
        kinds.discard(SWAP)
    return kinds.pop() if len(kinds) == 1 and "" not in kinds else None


def guess(text: str) -> str:
    """Return what the words of a name or remark mean: a kind, SWAP, or `event` when they say nothing of lessons."""
    plain = re.sub(r"\s", "", text)
    if plain in {"休", "假", "班", "补", "考"}:
        return TYPES[plain]
    if FREE.search(plain) and not WORKED.search(plain):
        return Kind.HOLIDAY.value
    if WORKED.search(plain) and not FREE.search(plain):
        return Kind.MAKE_UP.value
    if EXAMS.search(plain) and not AROUND_EXAMS.search(plain):
        return Kind.EXAM.value
    return SWAP if "调休" in plain else Kind.EVENT.value


def is_festival(text: str) -> bool:
    """Say whether the words are the name of a public holiday and nothing else."""
    return FESTIVALS.fullmatch(re.sub(r"\s", "", text)) is not None


def is_almanac(text: str) -> bool:
    """Say whether the words are only of the farmers' calendar: 初一, 立冬."""
    return ALMANAC.fullmatch(re.sub(r"\s", "", text)) is not None


def follows_in(text: str) -> re.Match[str] | None:
    """Return where a text says whose timetable is followed (`weekday`, or `month` and `day`), if it does."""
    for match in FOLLOWS.finditer(text):
        if match["weekday"] or match["day"]:
            return match
    return None


def weekday_number(letter: str) -> int:
    """Return 1 for 一 … 7 for 日 or 天."""
    return WEEKDAYS.index(letter.replace("天", "日")) + 1
