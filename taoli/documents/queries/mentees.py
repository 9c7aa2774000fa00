"""Whom a form is about: students, or mentors with their students, as far as somebody reaches them."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import holding, pairings
from taoli.roster.models import Staff, Student, Term
from taoli.roster.queries.students import students

NOBODY = "本学期暂无受导学生"
GENDERS = {"f": "女", "m": "男"}


@dataclass(frozen=True, slots=True)
class Mentee:
    """A student within reach, with the pairing of the day, if there is one."""

    student: Student
    pairing: Pairing | None

    @property
    def mentor(self) -> str:
        """The mentor's name; empty without one."""
        return self.pairing.mentor.name if self.pairing else ""

    @property
    def subject(self) -> str:
        """The mentor's subject."""
        return self.pairing.mentor.subject.name if self.pairing and self.pairing.mentor.subject else ""

    @property
    def room(self) -> str:
        """The class."""
        return self.student.school_class.name

    @property
    def file(self) -> str:
        """What the student's sheet is called."""
        return f"{self.room} {self.student.number} {self.student.name}"

    @property
    def head(self) -> dict[str, str]:
        """What stands at the head of most sheets of a student."""
        return {
            "student": self.student.name,
            "room": self.room,
            "number": self.student.number,
            "gender": GENDERS.get(self.student.gender, ""),
            "mentor": self.mentor,
            "subject": self.subject,
            "group": self.pairing.group.name if self.pairing and self.pairing.group else "",
        }


@dataclass(frozen=True, slots=True)
class Mentored:
    """A mentor with the students of the day, those only whom the reader reaches."""

    mentor: Staff
    pairs: tuple[Pairing, ...]

    @property
    def subject(self) -> str:
        """The mentor's subject."""
        return self.mentor.subject.name if self.mentor.subject else ""

    @property
    def file(self) -> str:
        """What the mentor's sheet is called."""
        return f"{self.mentor.number} {self.mentor.name}"

    @property
    def head(self) -> dict[str, object]:
        """What stands at the head of most sheets of a mentor; `notes` say so where there are no students."""
        return {
            "mentor": self.mentor.name,
            "subject": self.subject,
            "count": f"{len(self.pairs)} 人",
            "rooms": "、".join(dict.fromkeys(pair.school_class.name for pair in self.pairs)),
            "reach": self.mentor.reach_times,
            "mentees": [mentee_line(at, pair) for at, pair in enumerate(self.pairs, 1)],
            "notes": [] if self.pairs else [f"{NOBODY}。"],
        }


def mentee_line(at: int, pair: Pairing) -> dict[str, str]:
    """Return one student's line in a mentor's list: no layer, no telephone."""
    return {
        "no": str(at),
        "student": pair.student.name,
        "gender": GENDERS.get(pair.student.gender, ""),
        "room": pair.school_class.name,
        "group": pair.group.name if pair.group else "",
        "since": day_words(pair.starts),
    }


def day_words(day: dt.date) -> str:
    """Return a day as papers write it: 2026年9月14日."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_of(term: Term) -> dt.date:
    """Return the day as of which a term's papers are printed: today, or the term's nearest."""
    return min(max(clock.today(), term.starts), term.ends)


def mentees(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Mentee]:
    """Return those of the students whom the actor reaches, by class and number; two queries."""
    found = list(students(actor).filter(pk__in=list(ids)))
    rows = Pairing.objects.of(actor.school_id).filter(holding(day_of(term)), student_id__in=[one.pk for one in found])
    pairs = {row.student_id: row for row in rows.select_related("mentor__subject", "group").order_by("starts", "id")}
    return [Mentee(one, pairs.get(one.pk)) for one in found]


def mentored(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Mentored]:
    """Return those of the mentors whom the actor reaches, by name: oneself, the mentors of students within reach, for
    office and principal everybody; two queries.
    """
    pairs: dict[uuid.UUID, list[Pairing]] = defaultdict(list)
    for pair in pairings(actor, on=day_of(term)).filter(mentor_id__in=list(ids)):
        pairs[pair.mentor_id].append(pair)
    whole = actor.holds(Role.MORAL_OFFICE, Role.PRINCIPAL)
    rows = Staff.objects.of(actor.school_id).filter(pk__in=list(ids)).select_related("subject")
    return [
        Mentored(row, tuple(pairs[row.pk]))
        for row in rows.order_by("sort_key", "number", "id")
        if whole or row.pk in pairs or row.pk == actor.person_id
    ]
