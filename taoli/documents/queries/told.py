"""Guidance records as forms print them: the printed sentence only, in bulk for a term."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.documents.queries.mentees import day_words
from taoli.duties.models import Act
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.phrases import full_date, joined, printed, way_of
from taoli.guidance.queries.records import only_printed, reachable
from taoli.roster.models import Term

TALKS = ("talk", "group_talk")
FAMILY = ("family_contact", "parent_meeting")
VISITS = ("home_visit",)
TOGETHER = ("group_activity", "practice", "lecture")
CASES = ("case_analysis",)
WAYS = {
    "in_home": "入户",
    "at_school": "到校",
    "third_place": "第三地",
    "video": "视频",
    "workplace": "家长单位",
    "phone": "电话",
}
FIELDS = (
    *("pk", "occasion", "student_id", "student__name", "by_id", "by__name", "kind", "channel", "held_on", "place"),
    *("theme", "guidances", "readable"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A record that was held, as paper has it; `said` is its printed sentence, less where only the fact may be read."""

    pk: uuid.UUID
    occasion: uuid.UUID
    student_id: uuid.UUID
    student: str
    by_id: uuid.UUID
    by: str
    kind: str
    channel: str
    held_on: dt.date
    place: str
    theme: str
    topics: tuple[str, ...]
    readable: bool

    @property
    def on(self) -> str:
        """The day as it is printed."""
        return full_date(self.held_on)

    @property
    def way(self) -> str:
        """How it was held: 谈话, 电话 …"""
        return str(way_of(self.kind, self.channel).label)

    @property
    def visited(self) -> str:
        """How a family was met: 入户, 到校, 第三地, 视频."""
        return WAYS.get(self.channel, self.way)

    @property
    def where(self) -> str:
        """The place, to who may read it."""
        return self.place if self.readable else ""

    @property
    def said(self) -> str:
        """The printed sentence of this one student."""
        return self.sentence([self.student])

    def sentence(self, students: list[str]) -> str:
        """Return the printed sentence for these students."""
        return printed(
            held_on=self.held_on,
            students=students,
            kind=self.kind,
            channel=self.channel,
            place=self.where,
            theme=self.theme if self.readable else "",
            topics=self.topics if self.readable else (),
        )

    @property
    def line(self) -> dict[str, str]:
        """What a table prints of it."""
        return {"on": self.on, "way": self.way, "visited": self.visited, "said": self.said, "by": self.by}


@dataclass(frozen=True, slots=True)
class Together:
    """What was held with several at once: one line for all of them."""

    first: Told
    students: tuple[str, ...]

    @property
    def line(self) -> dict[str, str]:
        """What a sheet prints of it."""
        one = self.first
        return {
            "on": one.on,
            "by": one.by,
            "theme": (one.theme if one.readable else "") or one.way,
            "place": one.where,
            "people": joined(self.students),
            "said": one.sentence(list(self.students)),
        }


def told(
    actor: Actor,
    term: Term,
    *,
    students: Collection[uuid.UUID] | None = None,
    mentors: Collection[uuid.UUID] | None = None,
    kinds: Collection[str] = (),
) -> list[Told]:
    """Return the term's records about these students, or by these mentors, that the actor sees anything of; in the
    order of their days; one query. What dormitory and duty staff have seen is no guidance and not among them.
    """
    rows = reachable(actor).filter(
        state=GuidanceRecord.State.SUBMITTED, made=True, held_on__range=(term.starts, term.ends)
    )
    if students is not None:
        rows = rows.filter(student_id__in=list(students))
    if mentors is not None:
        rows = rows.filter(by_id__in=list(mentors))
    rows = rows.filter(kind__in=list(kinds)) if kinds else rows.exclude(kind="observation")
    own = only_printed(actor)
    found = rows.order_by("held_on", "entered_at", "id").values_list(*FIELDS)
    return [Told(*[*facts, tuple(topics), readable or own]) for *facts, topics, readable in found]


def by_student(rows: Iterable[Told]) -> dict[uuid.UUID, list[Told]]:
    """Return student → the own records."""
    return _by(rows, lambda row: row.student_id)


def by_mentor(rows: Iterable[Told]) -> dict[uuid.UUID, list[Told]]:
    """Return who held them → the records."""
    return _by(rows, lambda row: row.by_id)


def _by(rows: Iterable[Told], key: Callable[[Told], uuid.UUID]) -> dict[uuid.UUID, list[Told]]:
    found: dict[uuid.UUID, list[Told]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def together(rows: Iterable[Told]) -> list[Together]:
    """Return records of one occasion as one, in the order of their days."""
    found: dict[uuid.UUID, list[Told]] = defaultdict(list)
    for row in rows:
        found[row.occasion].append(row)
    return [Together(same[0], tuple(dict.fromkeys(one.student for one in same))) for same in found.values()]


def months(rows: Iterable[Told]) -> list[tuple[str, list[Told]]]:
    """Return the records by month: 2026年9月."""
    found: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        found[f"{row.held_on.year}年{row.held_on.month}月"].append(row)
    return list(found.items())


def declined(actor: Actor, term: Term, students: Collection[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    """Return student → days on which the family would rather not be visited; of students whom the caller has found
    within reach. One query.
    """
    rows = Act.objects.of(actor.school_id).filter(
        student_id__in=list(students), held_on__range=(term.starts, term.ends), kind__in=VISITS
    )
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for student, day in rows.exclude(refused="").order_by("held_on", "id").values_list("student_id", "held_on"):
        if student is not None:
            found[student].append(day_words(day))
    return found
