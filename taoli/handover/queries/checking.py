"""What the page of a dry run shows."""

import uuid
from collections import Counter
from dataclasses import dataclass, field

from taoli.handover.models import YearChange, YearClass
from taoli.handover.phrases.years import counts_sentence, problem_sentence
from taoli.handover.queries.years import Checked, check, class_ways, exceptions, is_open


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One class: what it was, what it becomes, how many go along, who leads it."""

    name: str
    way: str
    label: str
    target: str
    students: int
    teacher: str


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """What will happen to whom; afterwards what did."""

    lines: list[ClassLine]
    others: list[str]
    problems: list[str] = field(default_factory=list)
    sentence: str = ""
    seen: Checked | None = None
    fresh: bool = False
    leaderless: str = ""


def checked_page(row: YearChange) -> CheckedPage:
    """Return the dry run of an open plan, the plan and its figures of any other."""
    others = [f"{one.student.name} · {one.get_way_display()} {one.target}".strip() for one in exceptions(row)]
    if not is_open(row):
        return CheckedPage(lines=_lines(row, Counter()), others=others, sentence=counts_sentence(row.counts))
    seen = check(row)
    done = seen.planned
    counts = Counter(pupil.room_id for pupil in seen.facts.pupils.values())
    figures = {way: done.count(way) for way in ("up", "left", "repeats", "stays")}
    return CheckedPage(
        lines=_lines(row, counts),
        others=others,
        problems=[problem_sentence(one) for one in done.problems],
        sentence="" if done.problems else counts_sentence(figures),
        seen=seen,
        fresh=row.state == YearChange.State.CHECKED and row.seen == seen.facts.number(),
        leaderless="、".join(done.leaderless),
    )


def _lines(row: YearChange, counts: Counter[uuid.UUID]) -> list[ClassLine]:
    return [_line(one, counts) for one in class_ways(row)]


def _line(one: YearClass, counts: Counter[uuid.UUID]) -> ClassLine:
    room = one.school_class
    teacher = room.homeroom_teacher
    return ClassLine(
        name=room.name,
        way=one.way,
        label=str(one.get_way_display()),
        target=one.target,
        students=counts[room.pk],
        teacher=teacher.name if teacher and one.way == YearClass.Way.UP else "",
    )
