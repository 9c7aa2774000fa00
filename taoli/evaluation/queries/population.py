"""Who is asked in a survey, and about whom."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from taoli.accounts.queries import people_with
from taoli.common import clock
from taoli.common.policy import Role
from taoli.engine.survey import draw
from taoli.evaluation.models import Survey, SurveyBatch
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import holding
from taoli.roster.models import SchoolClass, Staff, Student

Source = SurveyBatch.Source
# What nobody can trace; the others are named people whose judgement stands in the scheme.
SECRET = frozenset({Source.STUDENT.value, Source.GUARDIAN.value, Source.PEER.value})
COLLEAGUES = 8  # about so many is one asked at most, drawn where there are more
STUDENT, FAMILY, STAFF = "student", "family", "staff"
Pair = tuple[uuid.UUID, uuid.UUID, uuid.UUID, str]  # mentor, grade, class, student's number


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is asked: `kind` student, family (then the id is the student's) or staff; `number` is what a sample
    is drawn from; `about`: ids of mentors, none in a survey on the school's work as a whole.
    """

    kind: str
    id: uuid.UUID
    number: str
    about: tuple[str, ...]


def population(survey: Survey) -> list[Holder]:
    """Return everybody whom the survey would ask, by number; who has nobody to be asked about is left out."""
    found = _students(survey) if survey.source in {Source.STUDENT, Source.GUARDIAN} else _staff(survey)
    return sorted((one for one in found if one.about or not survey.about_mentor), key=lambda one: one.number)


def drawn(survey: Survey, found: list[Holder]) -> list[Holder]:
    """Return those of the population who are drawn: all of them where no sample is wanted."""
    if survey.sample is None:
        return found
    chosen = set(draw((one.number for one in found), survey.sample, survey.seed))
    return [one for one in found if one.number in chosen]


def secret(survey: Survey) -> bool:
    """Say whether nobody may learn who answered what."""
    return survey.source in SECRET


def asked_day(survey: Survey) -> dt.date:
    """Return the day whose pairings count: today, or the term's last day once it is over."""
    return min(clock.today(), survey.term.ends)


def _students(survey: Survey) -> list[Holder]:
    kind = STUDENT if survey.source == Source.STUDENT else FAMILY
    rows = Student.objects.of(survey.school_id).filter(left_on=None)
    if survey.grades:
        rows = rows.filter(school_class__grade_id__in=survey.grades)
    mentors: dict[uuid.UUID, str] = {}
    if survey.about_mentor:
        pairs = Pairing.objects.of(survey.school_id).filter(holding(asked_day(survey)))
        mentors = {student: str(mentor) for student, mentor in pairs.values_list("student_id", "mentor_id")}
    return [
        Holder(kind, pk, number, (mentors[pk],) if pk in mentors else ())
        for pk, number in rows.values_list("pk", "number")
    ]


def _staff(survey: Survey) -> list[Holder]:
    pairs = _pairs(survey)
    mentors = {mentor for mentor, _grade, _room, _number in pairs}
    about: Mapping[uuid.UUID, Collection[uuid.UUID]]
    if survey.source == Source.SELF:
        about = {one: {one} for one in mentors}
    elif survey.source == Source.PEER:
        about = _colleagues(pairs)
    elif survey.source == Source.LEAD_MENTOR:
        about = _of_classes(survey.school_id, pairs)
    else:
        role = Role.PRINCIPAL if survey.source == Source.LEADER else Role.MORAL_OFFICE
        about = dict.fromkeys(people_with(survey.school_id, {role}, clock.today()), mentors)
    wanted = {*about, *mentors}
    rows = Staff.objects.of(survey.school_id).filter(pk__in=wanted, left_on=None)
    numbers = dict(rows.order_by("number").values_list("pk", "number"))
    return [
        Holder(STAFF, pk, number, _about(survey, pk, number, about[pk], numbers))
        for pk, number in numbers.items()
        if pk in about
    ]


def _about(
    survey: Survey, me: uuid.UUID, number: str, mentors: Collection[uuid.UUID], numbers: Mapping[uuid.UUID, str]
) -> tuple[str, ...]:
    """Return whom somebody is asked about, by staff number; oneself only in a self-evaluation, of many peers some."""
    if not survey.about_mentor:
        return ()
    others = {
        numbers[one]: str(one) for one in mentors if one in numbers and (one != me or survey.source == Source.SELF)
    }
    if survey.source == Source.PEER and len(others) > COLLEAGUES:
        return tuple(others[one] for one in sorted(draw(others, COLLEAGUES, f"{survey.seed}:{number}")))
    return tuple(others[one] for one in sorted(others))


def _pairs(survey: Survey) -> list[Pair]:
    rows = Pairing.objects.of(survey.school_id).filter(holding(asked_day(survey)), student__left_on=None)
    if survey.grades:
        rows = rows.filter(school_class__grade_id__in=survey.grades)
    return list(rows.values_list("mentor_id", "school_class__grade_id", "school_class_id", "student__number"))


def _colleagues(pairs: list[Pair]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """Mentor → the mentors of the same grades."""
    of_grade: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for mentor, grade, _room, _number in pairs:
        of_grade[grade].add(mentor)
    found: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for mentors in of_grade.values():
        for mentor in mentors:
            found[mentor] |= mentors
    return found


def _of_classes(school_id: int, pairs: list[Pair]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """Homeroom teacher → the mentors of the class's students."""
    rows = SchoolClass.objects.of(school_id).exclude(homeroom_teacher=None)
    teachers = dict(rows.values_list("pk", "homeroom_teacher_id"))
    found: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for mentor, _grade, room, _number in pairs:
        if room in teachers:
            found[teachers[room]].add(mentor)
    return found
