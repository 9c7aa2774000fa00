"""The school's own people and the term it lived, as facts for a rehearsal: ids only, no name leaves the roster."""

import datetime as dt
import uuid
from collections import defaultdict

from taoli.common import clock
from taoli.duties.queries.facts import act_facts
from taoli.engine.facts import ATTENTION, Leave, Mark
from taoli.engine.rehearsal import Learner, Lived, Roster, Teacher
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor
from taoli.guidance.models import GuidanceRecord
from taoli.matching.queries.pairings import pairing_facts
from taoli.roster.models import AttentionMark, Group, SchoolClass, StaffLeave, Student, StudentCategory, Term
from taoli.roster.queries.calendar import current_term, terms
from taoli.roster.queries.people import group_of, mentors, teaches

ONE_EACH = (Actor.STUDENT, Actor.GUARDIAN)


def own_roster(school_id: int, on: dt.date, source: str) -> Roster:
    """Return the school's students and teachers as of a day. LookupError when there are none."""
    rows = list(
        Student.objects.of(school_id)
        .filter(left_on=None)
        .select_related("school_class")
        .order_by("school_class__grade__order", "school_class__number", "seat", "id")
    )
    if not rows:
        raise LookupError("no students")
    ids = [row.pk for row in rows]
    groups = group_of(school_id, ids, Group.Kind.STUDY_GROUP, on)
    rooms = group_of(school_id, ids, Group.Kind.DORMITORY, on)
    marked = _categories(school_id, on)
    learners = tuple(
        Learner(
            id=str(row.pk),
            grade_id=str(row.school_class.grade_id),
            class_id=str(row.school_class_id),
            sex=row.gender,
            layer=row.layer,
            group_id=_text(groups.get(row.pk)),
            room_id=_text(rooms.get(row.pk)),
            categories=frozenset(marked.get(row.pk, ())),
            listed=bool(row.mentor_id),
        )
        for row in rows
    )
    people = dict.fromkeys(Actor, 1) | dict.fromkeys(ONE_EACH, len(learners))
    return Roster("last_term" if source == "last_term" else "own", learners, _teachers(school_id, on), people)


def _teachers(school_id: int, on: dt.date) -> tuple[Teacher, ...]:
    taught = teaches(school_id, on)
    rooms = SchoolClass.objects.of(school_id).exclude(homeroom_teacher=None)
    heads = {row.homeroom_teacher_id: row for row in rooms}
    grade_of = dict(SchoolClass.objects.of(school_id).values_list("pk", "grade_id"))
    found = []
    for row in mentors(school_id):
        classes = taught.get(row.pk, set())
        grades = sorted(str(grade_of[room]) for room in classes)
        head = heads.get(row.pk)
        found.append(
            Teacher(
                id=str(row.pk),
                grade_id=str(head.grade_id) if head else next(iter(grades), ""),
                classes=frozenset(str(room) for room in classes),
                homeroom=str(head.pk) if head else "",
                subject=row.subject.name if row.subject else "",
            )
        )
    return tuple(found)


def _categories(school_id: int, on: dt.date) -> dict[uuid.UUID, list[str]]:
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for student, code, ends in StudentCategory.objects.of(school_id).values_list("student_id", "code", "ends"):
        if ends is None or ends >= on:
            found[student].append(code)
    return found


def last_lived(school_id: int) -> Term | None:
    """Return the latest term that is over and in which somebody was paired, else the current one."""
    over = [one for one in terms(school_id) if one.ends < clock.today()]
    return next((one for one in over if pairing_facts(school_id, one)), None) or current_term(school_id)


def lived_term(school_id: int, term: Term, scheme: Scheme) -> Lived:
    """Return the pairings, acts, marks and leaves of a term. LookupError when nobody was paired in it."""
    pairings = pairing_facts(school_id, term)
    if not pairings:
        raise LookupError("no pairings")
    codes = StudentCategory.objects.of(school_id).values_list("student_id", "code", "starts", "ends")
    days = AttentionMark.objects.of(school_id).values_list("student_id", "starts", "ends")
    marks = [Mark(str(student), code, starts, ends) for student, code, starts, ends in codes]
    marks += [Mark(str(student), ATTENTION, starts, ends) for student, starts, ends in days]
    away = StaffLeave.objects.of(school_id).values_list("staff_id", "starts", "ends", "substitute_id")
    return Lived(
        pairings=pairings,
        acts=act_facts(school_id, term),
        marks=tuple(marks),
        leaves=tuple(Leave(str(who), starts, ends, _text(other) or None) for who, starts, ends, other in away),
        chips=_chips(school_id, term, scheme),
    )


def _chips(school_id: int, term: Term, scheme: Scheme) -> dict[str, tuple[str, ...]]:
    """Return occasion → topics ticked, by the keys of this scheme where its words are the same."""
    keys = {one.label: one.key for one in scheme.guidances}
    rows = GuidanceRecord.objects.of(school_id).filter(
        held_on__range=(term.starts, term.ends), state=GuidanceRecord.State.SUBMITTED
    )
    return {
        str(occasion): tuple(keys.get(label, label) for label in labels)
        for occasion, labels in rows.values_list("occasion", "guidances")
    }


def _text(value: uuid.UUID | None) -> str:
    return str(value) if value else ""
