"""The words of cases.yaml, read into facts of the engine. A word nobody knows raises CaseError."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from taoli.engine.facts import Act, Leave, Mark, Pairing
from taoli.engine.scheme.vocabulary import Channel, EndReason, Kind

KINDS = {
    "谈话": Kind.TALK,
    "小组谈话": Kind.GROUP_TALK,
    "活动": Kind.GROUP_ACTIVITY,
    "问候": Kind.GREETING,
    "家长": Kind.FAMILY_CONTACT,
    "家访": Kind.HOME_VISIT,
    "家长会": Kind.PARENT_MEETING,
    "会议": Kind.CONFERENCE,
    "讲座": Kind.LECTURE,
    "方案": Kind.PLAN,
    "个案": Kind.CASE_ANALYSIS,
    "学期评价": Kind.TERM_EVALUATION,
    "小结": Kind.SUMMARY,
    "学生汇报": Kind.STUDENT_REPORT,
    "心得": Kind.REFLECTION,
    "表现": Kind.PERFORMANCE_NOTE,
    "档案": Kind.ARCHIVE_ENTRY,
    "培训": Kind.TRAINING,
    "实践": Kind.PRACTICE,
}
CHANNELS = {
    "面谈": Channel.FACE_TO_FACE,
    "电话": Channel.PHONE,
    "视频": Channel.VIDEO,
    "短信": Channel.MESSAGE,
    "邮件": Channel.EMAIL,
    "书信": Channel.LETTER,
    "周记": Channel.WEEKLY_JOURNAL,
    "日记": Channel.DIARY,
    "家中": Channel.IN_HOME,
    "到校": Channel.AT_SCHOOL,
    "第三地": Channel.THIRD_PLACE,
    "单位": Channel.WORKPLACE,
    "纸面": Channel.PAPER,
}
USUAL_CHANNEL = {Kind.FAMILY_CONTACT: Channel.PHONE, Kind.HOME_VISIT: Channel.IN_HOME}
NOT_REACHED = "没联系上"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
MINUTES = re.compile(r"(\d+)分钟$")


class CaseError(ValueError):
    """A case that says something the reader does not know."""


@dataclass
class Said:
    """The words of one line: `values` of `name:value` words, `plain` of all others, days with 起 and 止."""

    values: dict[str, str] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class People:
    """Who is in a case: students by name, and the groups of each mentor."""

    students: frozenset[str]
    groups: Mapping[str, frozenset[str]]


def said(line: Any, names: Collection[str] = ()) -> Said:
    """A line taken apart; only the given names may stand before a colon."""
    found = Said()
    for word in str(line).split():
        name, colon, value = word.partition(":")
        if colon:
            known(name, names, line)
            found.values[name] = value
        elif DAY.match(word):
            found.days.append(date.fromisoformat(word))
        elif word in {"起", "止"}:
            if not found.days:
                raise CaseError(f"no day before {word}: {line}")
            setattr(found, "since" if word == "起" else "until", found.days.pop())
        else:
            found.plain.append(word)
    return found


def known(word: str, words: Collection[str], line: Any) -> str:
    """The word, if it is one of these."""
    if word not in words:
        raise CaseError(f"{word} is not known: {line}")
    return word


def stretch(line: Any) -> tuple[date, date]:
    """`2026-10-01 至 2026-10-07`, or one day."""
    words = said(line)
    if words.plain not in ([], ["至"]) or len(words.days) != len(words.plain) + 1 or words.since or words.until:
        raise CaseError(f"not a day or two with 至 between: {line}")
    return words.days[0], words.days[-1]


def pairing(mentor: str, place: int, line: str, left: Mapping[str, str], starts: date) -> Pairing:
    """`林子涵 2026-11-18 起 2026-12-20 止 组:一组 班:一班 级:高一`, and why it ended if `left` names the student."""
    words = said(line, ("组", "班", "级"))
    if len(words.plain) != 1 or words.days:
        raise CaseError(f"not one student: {line}")
    (student,) = words.plain
    ends, reason = words.until, None
    if student in left:
        gone = said(left[student])
        (ends,), (reason,) = gone.days, gone.plain
        known(reason, set(EndReason), left[student])
    return Pairing(
        f"{mentor}-{place}",
        student,
        mentor,
        words.values.get("组", f"{mentor}小组"),
        words.values.get("级", "高一"),
        words.values.get("班", "一班"),
        words.since or starts,
        ends,
        reason,
    )


def marks(student: str, lines: Collection[str], codes: Collection[str]) -> Iterator[Mark]:
    """`attention 2026-09-10 起 2026-12-01 止`; without days it always holds."""
    for line in lines:
        words = said(line)
        if len(words.plain) != 1 or words.days:
            raise CaseError(f"not one mark: {line}")
        yield Mark(student, known(words.plain[0], codes, line), words.since or date.min, words.until)


def leaves(person: str, lines: Collection[str]) -> Iterator[Leave]:
    """`2026-10-12 至 2026-10-23 代 李老师`; the substitute may be left out."""
    for line in lines:
        days, _, substitute = str(line).partition(" 代 ")
        yield Leave(person, *stretch(days), substitute.strip() or None)


def acts(author: str, place: int, line: str, people: People) -> Iterator[Act]:
    """`2026-09-08 谈话 林子涵 周一诺 30分钟 渠道:书信 有计划 有主题`, one act for every day in front. 全组: for the
    author's group; 组: 班: 级: name another unit. 没联系上: tried only. A student's own record is about the student.
    """
    words = said(line, ("渠道", "组", "班", "级"))
    if not words.days or words.since or words.until:
        raise CaseError(f"no day: {line}")
    plain = [word for word in words.plain if word not in {"有计划", "有主题", "全组", NOT_REACHED}]
    minutes = [int(found[1]) for word in plain if (found := MINUTES.match(word))]
    kind, *students = [word for word in plain if not MINUTES.match(word)] or [""]
    what = KINDS[known(kind, KINDS, line)]
    for student in students:
        known(student, people.students, line)
    if author in people.students and not students:
        students = [author]
    channel = words.values.get("渠道")
    way = USUAL_CHANNEL.get(what, Channel.FACE_TO_FACE) if channel is None else CHANNELS[known(channel, CHANNELS, line)]
    for again, on in enumerate(words.days):
        yield Act(
            id=f"{author}{place}" if not again else f"{author}{place}.{again}",
            kind=what.value,
            channel=way.value,
            made=NOT_REACHED not in words.plain,
            by=author,
            student_ids=tuple(students),
            on=on,
            entered_on=on,
            minutes=minutes[0] if minutes else None,
            theme="有主题" in words.plain,
            planned="有计划" in words.plain,
            unit_id=_unit(words, author, people, line),
        )


def _unit(words: Said, author: str, people: People, line: str) -> str | None:
    named = [words.values[name] for name in ("组", "班", "级") if name in words.values]
    if "全组" in words.plain:
        named += people.groups.get(author, frozenset({"?", ""}))
    if len(named) > 1:
        raise CaseError(f"not one group, class or grade: {line}")
    return named[0] if named else None
