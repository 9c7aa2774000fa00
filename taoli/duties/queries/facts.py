"""Rows as facts for the engine: pairings, acts, marks, absences; and cells back as facts."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import CharField, F, Q, Value
from django.db.models import UUIDField as Uuid

from taoli.common import clock
from taoli.duties.models import NO_PAIRING, Act, DutyCell
from taoli.duties.queries.settings import Setting, setting_of
from taoli.engine import facts as engine
from taoli.engine.compliance import state_of
from taoli.engine.facts import ATTENTION
from taoli.matching.models import Pairing
from taoli.roster.models import AttentionMark, StaffLeave, StudentCategory, Term

Ids = Iterable[uuid.UUID]
ANYBODY = ""  # stands for those who took part and whose rows were not asked for
AWAY = "*away"  # tells leaves from marks where both are read at once
PAIRING = ("id", "student_id", "mentor_id", "group_id", "school_class__grade_id", "school_class_id")


@dataclass(frozen=True, slots=True)
class Ground:
    """What the cells of some mentors are made from, acts apart; `earlier`: the mentees' pairings with anybody, where a
    successor answers for what was before.
    """

    pairings: tuple[engine.Pairing, ...]
    earlier: tuple[engine.Pairing, ...]
    marks: tuple[engine.Mark, ...]
    leaves: tuple[engine.Leave, ...]


def ground_of(setting: Setting, mentor_ids: Collection[uuid.UUID] | None = None) -> Ground:
    """Return what the cells of some mentors (of all) are made from; two queries, three with successors."""
    pairings = pairings_of(setting, mentor_ids)
    students = None if mentor_ids is None else {uuid.UUID(one.student_id) for one in pairings}
    earlier = pairings_of(setting, student_ids=students) if setting.successors and students is not None else ()
    marks, leaves = _standing(setting, mentor_ids, students)
    return Ground(pairings, earlier, marks, leaves)


def pairings_of(
    setting: Setting, mentor_ids: Ids | None = None, student_ids: Ids | None = None
) -> tuple[engine.Pairing, ...]:
    """Return the pairings that touch the term, of some mentors, of some students or all, in the order of their ids."""
    rows = Pairing.objects.of(setting.school_id).filter(_in_term(setting))
    if mentor_ids is not None:
        rows = rows.filter(mentor_id__in=list(mentor_ids))
    if student_ids is not None:
        rows = rows.filter(student_id__in=list(student_ids))
    return tuple(
        engine.Pairing(
            id=str(pk),
            student_id=str(student),
            mentor_id=str(mentor),
            unit_id=str(group) if group else None,
            grade_id=str(grade),
            class_id=str(room),
            starts=starts,
            ends=ends,
            end_reason=reason or None,
        )
        for pk, student, mentor, group, grade, room, starts, ends, reason in rows.order_by("id").values_list(
            *PAIRING, "starts", "ends", "end_reason"
        )
    )


def _standing(
    setting: Setting, mentors: Ids | None, students: Ids | None
) -> tuple[tuple[engine.Mark, ...], tuple[engine.Leave, ...]]:
    """Return marks of students (none where no duty is limited to them) and leaves of mentors, in order; one query."""
    away = StaffLeave.objects.of(setting.school_id).order_by()
    if mentors is not None:
        away = away.filter(staff_id__in=list(mentors))
    rows = away.values_list("staff_id", Value(AWAY, CharField()), "starts", "ends", "substitute_id")
    if setting.marks:
        codes = StudentCategory.objects.of(setting.school_id).order_by()
        marks = AttentionMark.objects.of(setting.school_id).order_by()
        if students is not None:
            chosen = list(students)
            codes, marks = codes.filter(student_id__in=chosen), marks.filter(student_id__in=chosen)
        nobody = Value(None, Uuid(null=True))
        rows = rows.union(
            codes.values_list("student_id", "code", "starts", "ends", nobody),
            marks.values_list("student_id", Value(ATTENTION, CharField()), "starts", "ends", nobody),
            all=True,
        )
    found = sorted(rows, key=repr)
    return (
        tuple(engine.Mark(str(one), code, starts, ends) for one, code, starts, ends, _other in found if code != AWAY),
        tuple(
            engine.Leave(str(one), starts, ends, str(other) if other else None)
            for one, code, starts, ends, other in found
            if code == AWAY
        ),
    )


def mentors_of(setting: Setting, *, students: Ids, mentors: Ids, units: Ids) -> set[uuid.UUID]:
    """Return the mentors of the term whose cells an act by, for or in these can touch."""
    units, doers = list(units), list(mentors)
    near = Q(student_id__in=list(students)) | Q(mentor_id__in=doers)
    if units:
        near |= Q(group_id__in=units) | Q(school_class_id__in=units) | Q(school_class__grade_id__in=units)
    if setting.substitutes:
        stood_in = StaffLeave.objects.of(setting.school_id).filter(substitute_id__in=doers)
        near |= Q(mentor_id__in=stood_in.values("staff_id"))
    rows = Pairing.objects.of(setting.school_id).filter(_in_term(setting), near)
    return set(rows.values_list("mentor_id", flat=True))


def _in_term(setting: Setting) -> Q:
    """Return the condition of pairings that touch the term; one ended before its first day never was."""
    lasts = Q(ends=None) | (Q(ends__gte=setting.term.starts) & Q(ends__gte=F("starts")))
    return Q(starts__lte=setting.term.ends) & lasts


def acts_where(setting: Setting, near: Q) -> tuple[engine.Act, ...]:
    """Return the acts that can matter to the term and meet the condition, one an occasion, by day."""
    rows = Act.objects.of(setting.school_id).filter(near, held_on__range=(setting.since, setting.until))
    return occasions(rows.order_by("held_on", "occasion", "student_id"))


def occasions(rows: Iterable[Act]) -> tuple[engine.Act, ...]:
    """Return acts as facts; whoever took part and has no row among these stands as ANYBODY."""
    together: dict[uuid.UUID, list[Act]] = defaultdict(list)
    for row in rows:
        together[row.occasion].append(row)
    return tuple(_occasion(acts) for acts in together.values())


def _occasion(acts: list[Act]) -> engine.Act:
    first = acts[0]
    known = tuple(str(act.student_id) for act in acts if act.student_id)
    missing = max(0, first.size - len(known)) if known else 0
    return engine.Act(
        id=str(first.occasion),
        kind=first.kind,
        channel=first.channel,
        made=first.made,
        by=str(first.mentor_id),
        student_ids=(*known, *[ANYBODY] * min(missing, 1)),
        on=first.held_on,
        entered_on=first.entered_on,
        minutes=first.minutes,
        theme=first.theme,
        planned=first.planned,
        unit_id=str(first.group_id) if first.group_id else None,
    )


def act_facts(school_id: int, term: Term) -> tuple[engine.Act, ...]:
    """Return every act held in a term, by day."""
    rows = Act.objects.of(school_id).filter(held_on__range=(term.starts, term.ends))
    return occasions(rows.order_by("held_on", "occasion", "student_id"))


def cell_facts(school_id: int, term: Term) -> tuple[engine.Cell, ...]:
    """Return every stored cell of a term as the engine made it, with its state of today."""
    today = clock.today()
    rows = DutyCell.objects.of(school_id).filter(term=term).order_by("mentor_id", "duty", "subject_id", "due", "id")
    return tuple(
        engine.Cell(
            duty_key=row.duty,
            subject_kind=row.subject_kind,  # type: ignore[arg-type] # stored from the engine's own words
            subject_id=str(row.subject_id),
            mentor_id=str(row.mentor_id),
            pairing_id=None if row.pairing_id == NO_PAIRING else str(row.pairing_id),
            period_key=row.period,
            starts=row.starts,
            due=row.due,
            needed=row.needed,
            done=row.done,
            state=state_of(row.needed, row.done, row.starts, row.due, today, exempt=bool(row.exempt)),
            reason=row.exempt,
            act_ids=tuple(row.acts),
        )
        for row in rows
    )


__all__ = [
    "Ground",
    "act_facts",
    "acts_where",
    "cell_facts",
    "ground_of",
    "mentors_of",
    "pairings_of",
    "setting_of",
]
