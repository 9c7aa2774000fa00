"""What titles, sheet and file names say of all rows of a table: class, grade, group, leader, homeroom teacher."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from taoli.roster.readers.columns import half
from taoli.roster.readers.places import grade_name, looks_like_class, plain
from taoli.roster.readers.words import HAN

NUMERAL = "[一二三四五六七八九十]{1,3}"
GRADE_WORD = (
    r"(?:(?:小学|初中|高中)?(?:[一二三四五六七八九]年级|\d{4}级)|高中?[一二三](?:年级)?|初中?[一二三四](?:年级)?|预初|"
    r"[高初小][1-6](?=[(\-])|小[一二三四五六])"
)
CLASS = re.compile(rf"({GRADE_WORD}-?\(?(?:\d{{1,2}}|{NUMERAL})\)?班?|[GCXgcx]\d{{1,2}}-\d{{1,2}}班?)(?![\d级届年月])")
NAMED_CLASS = re.compile(rf"({GRADE_WORD}[{HAN}]{{1,4}}?班)(?!主任)")
BARE_CLASS = re.compile(rf"(?<![\d第])(\(?(?:\d{{1,2}}|{NUMERAL})\)?班)(?!主任)")
GRADE = re.compile(GRADE_WORD)
NAME = rf"([{HAN}][{HAN}·]{{1,11}}?)(?=[\s,，;；、。()（）\d]|$)"
LEADER = re.compile(
    rf"(?:导师|指导教师|指导老师|辅导教师|辅导老师|责任教师|负责教师|带组教师|包组教师|组长)(?:姓名)?[:\s]\s*{NAME}"
)
HOMEROOM = re.compile(rf"班主任(?:姓名|老师)?[:\s]\s*{NAME}")
GROUP = re.compile(
    rf"(第?(?:\d{{1,2}}|{NUMERAL})(?:学习|合作)?小?组|[{HAN}A-Za-z\d]{{1,8}}?(?:学习|合作)?小?组)(?![长员织合])"
)
BEFORE = re.compile(
    rf"^.*?(?:中学|学校|小学|高中|学院|一中|二中)|\d{{4}}[-—–~至]\d{{4}}|\d{{4}}(?:学)?年度?|第[一二]学期|[{HAN}]*学期"
)
NO_GROUP = re.compile(
    r"(?:年级|教研|备课|学科|领导|工作|专家|教师|导师|语文|数学|英语|物理|化学|党|工会|帮扶|考核)(?:小)?组|^(?:学习|合作|活动|各|分|小|班级)*小?组$"
)


@dataclass(frozen=True, slots=True)
class Context:
    """Facts of all rows of a table, as they are written; an empty text where nothing is said."""

    school_class: str = ""
    grade: str = ""
    group: str = ""
    leader: str = ""
    homeroom: str = ""

    def __bool__(self) -> bool:
        """Say whether anything is known."""
        return bool(self.school_class or self.group or self.leader or self.homeroom)


def context_of(titles: Iterable[str], sheet: str, file: str) -> Context:
    """Return what the titles say, then the sheet's name, then the file's; people are named by titles only."""
    above = " ".join(titles)
    texts = [_clean(text) for text in (above, sheet, file)]
    return Context(
        school_class=next((found for text in texts if (found := _class(text))), "") or _bare(texts),
        grade=next((grade_name(match[0]) for text in texts if (match := GRADE.search(plain(text)))), ""),
        group=_group(texts[0]) or _group(texts[1]),
        leader=_person(LEADER, above),
        homeroom=_person(HOMEROOM, above),
    )


def _clean(text: str) -> str:
    return BEFORE.sub(" ", half(text))


def _class(text: str) -> str:
    name = plain(text)
    found = CLASS.search(name) or NAMED_CLASS.search(name)
    return found[1] if found else ""


def _bare(texts: list[str]) -> str:
    """Return a class without its grade: the title's, or a sheet's or file's whole name such as 3班."""
    found = BARE_CLASS.search(plain(texts[0]))
    if found:
        return found[1]
    return next(
        (text for text in map(plain, texts[1:]) if len(text) < len("二十一班名单") and looks_like_class(text)), ""
    )


def _group(text: str) -> str:
    name = plain(text)
    for pattern in (LEADER, HOMEROOM):
        name = plain(pattern.sub(" ", half(text))) if pattern.search(half(text)) else name
    name = BARE_CLASS.sub("", NAMED_CLASS.sub("", CLASS.sub("", name)))
    for found in GROUP.finditer(re.sub(r"[^\w·]", "", name)):
        if not NO_GROUP.search(found[1]):
            return found[1]
    return ""


def _person(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(half(text))
    return found[1] if found else ""
