"""Rows as facts for the engine: pairings, acts, marks, absences; and cells back as facts."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, DateField, F, Q, QuerySet, Value
from django.db.models import UUIDField as Uuid

from taoli.common import clock
from taoli.duties.models import NO_PAIRING, Act, CellState, DutyCell
from taoli.duties.queries.prepared import Prepared, identity
from taoli.duties.queries.settings import Setting, setting_of
from taoli.engine import facts as engine
from taoli.engine.compliance import state_of
from taoli.engine.facts import ATTENTION
from taoli.matching.models import Pairing
from taoli.roster.models import AttentionMark, StaffLeave, StudentCategory, Term

Ids = Iterable[uuid.UUID]
ANYBODY = ""  # stands for those who took part and whose rows were not asked for
AWAY = "*away"  # tells leaves from marks where both are read at once
ACT = (
    *("occasion", "student_id", "size", "kind", "channel", "made", "mentor_id"),
    *("held_on", "entered_on", "minutes", "theme", "planned", "group_id", "refused"),
)
PAIRING = ("id", "student_id", "mentor_id", "group_id", "school_class__grade_id", "school_class_id")


@dataclass(frozen=True, slots=True)
class Ground:
    """What the cells of some mentors are made from, acts apart; `earlier`: the mentees' pairings with anybody, where a
    successor answers for what was before; `states`: mentor → fingerprint of what the stored cells were made from.
    """

    pairings: tuple[engine.Pairing, ...]
    earlier: tuple[engine.Pairing, ...]
    marks: tuple[engine.Mark, ...]
    leaves: tuple[engine.Leave, ...]
    states: dict[uuid.UUID, str]


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom acts name: the students, who did them, the groups, classes or grades they were for."""

    students: frozenset[uuid.UUID]
    doers: frozenset[uuid.UUID]
    units: frozenset[uuid.UUID]


def ground_of(
    setting: Setting,
    mentor_ids: Collection[uuid.UUID] | None = None,
    pairings: tuple[engine.Pairing, ...] | None = None,
) -> Ground:
    """Return what the cells of some mentors (of all) are made from; two queries, three with successors, one less where
    the pairings are known.
    """
    pairings = pairings_of(setting, mentor_ids) if pairings is None else pairings
    students = None if mentor_ids is None else {identity(one.student_id) for one in pairings}
    earlier = pairings_of(setting, student_ids=students) if setting.successors and students is not None else ()
    return Ground(pairings, earlier, *_standing(setting, mentor_ids, students))


def pairings_of(
    setting: Setting, mentor_ids: Ids | None = None, student_ids: Ids | None = None
) -> tuple[engine.Pairing, ...]:
    """Return the pairings that touch the term, of some mentors, of some students or all, in the order of their ids."""
    return _as_facts(_pairings(**_span(setting), mentors=mentor_ids, students=student_ids))


def _as_facts(rows: list[tuple[Any, ...]]) -> tuple[engine.Pairing, ...]:
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
        for pk, student, mentor, group, grade, room, starts, ends, reason in rows
    )


def _span(setting: Setting) -> dict[str, Any]:
    return {"school": setting.school_id, "first": setting.term.starts, "last": setting.term.ends}


def _in_term(school: int, first: Any, last: Any) -> "QuerySet[Pairing]":
    """Return the pairings that touch a term; one ended before its first day never was."""
    lasts = Q(ends=None) | (Q(ends__gte=first) & Q(ends__gte=F("starts")))
    return Pairing.objects.of(school).filter(lasts, starts__lte=last)


@Prepared
def _pairings(*, mentors: Any, students: Any, **span: Any) -> "QuerySet[Any, Any]":
    rows = _in_term(**span)
    if mentors is not None:
        rows = rows.filter(mentor_id__in=mentors)
    if students is not None:
        rows = rows.filter(student_id__in=students)
    return rows.order_by("id").values_list(*PAIRING, "starts", "ends", "end_reason")


def pairings_near(setting: Setting, reach: Reach) -> tuple[engine.Pairing, ...]:
    """Return all pairings in the term of the mentors whose cells acts of that reach can touch."""
    rows = _pairings_near(
        **_span(setting),
        students=reach.students,
        doers=reach.doers,
        units=reach.units,
        substitutes=setting.substitutes,
    )
    return _as_facts(rows)


@Prepared
def _pairings_near(*, students: Any, doers: Any, units: Any, substitutes: bool, **span: Any) -> "QuerySet[Any, Any]":
    near = Q(student_id__in=students) | Q(mentor_id__in=doers)
    if units:
        near |= Q(group_id__in=units) | Q(school_class_id__in=units) | Q(school_class__grade_id__in=units)
    if substitutes:
        stood_in = StaffLeave.objects.of(span["school"]).filter(substitute_id__in=doers)
        near |= Q(mentor_id__in=stood_in.values("staff_id"))
    mentors = _in_term(**span).filter(near).order_by().values("mentor_id")
    rows = _in_term(**span).filter(mentor_id__in=mentors)
    return rows.order_by("id").values_list(*PAIRING, "starts", "ends", "end_reason")


def _standing(
    setting: Setting, mentors: Ids | None, students: Ids | None
) -> tuple[tuple[engine.Mark, ...], tuple[engine.Leave, ...], dict[uuid.UUID, str]]:
    """Return marks of students (none where no duty is limited to them), leaves and states of mentors; one query."""
    rows = _marks_leaves_states(
        school=setting.school_id,
        term=setting.term.pk,
        mentors=mentors,
        students=students if setting.marks else None,
        marks=setting.marks,
    )
    marks, leaves, states = [], [], {}
    for one, code, starts, ends, other in rows:
        if starts is None:
            states[one] = code
        elif code == AWAY:
            leaves.append(engine.Leave(str(one), starts, ends, str(other) if other else None))
        else:
            marks.append(engine.Mark(str(one), code, starts, ends))
    return tuple(sorted(marks, key=repr)), tuple(sorted(leaves, key=repr)), states


@Prepared
def _marks_leaves_states(*, school: Any, term: Any, mentors: Any, students: Any, marks: bool) -> "QuerySet[Any, Any]":
    away, states = (
        StaffLeave.objects.of(school).order_by(),
        CellState.objects.of(school).filter(term_id=term).order_by(),
    )
    if mentors is not None:
        away, states = away.filter(staff_id__in=mentors), states.filter(mentor_id__in=mentors)
    never, nobody = Value(None, DateField(null=True)), Value(None, Uuid(null=True))
    parts: list[QuerySet[Any, Any]] = [
        states.values_list("mentor_id", "fingerprint", never, Value(None, DateField(null=True)), nobody)
    ]
    if marks:
        codes, attention = StudentCategory.objects.of(school).order_by(), AttentionMark.objects.of(school).order_by()
        if students is not None:
            codes, attention = codes.filter(student_id__in=students), attention.filter(student_id__in=students)
        parts += [
            codes.values_list("student_id", "code", "starts", "ends", nobody),
            attention.values_list("student_id", Value(ATTENTION, CharField()), "starts", "ends", nobody),
        ]
    leaves = away.values_list("staff_id", Value(AWAY, CharField()), "starts", "ends", "substitute_id")
    return leaves.union(*parts, all=True)


@dataclass(frozen=True, slots=True)
class Near:
    """Which acts can count: of `kinds` with `students`, of `shared` kinds with `members`, by `doers` or for `units`."""

    first: dt.date
    last: dt.date
    kinds: Collection[str]
    students: Ids
    shared: Collection[str] = ()
    members: Ids = ()
    doers: Ids = ()
    units: Ids = ()


def acts_near(setting: Setting, near: Near) -> tuple[engine.Act, ...]:
    """Return the acts that can count, one an occasion, by day."""
    values = {name: getattr(near, name) for name in Near.__slots__}
    return occasions(_acts(school=setting.school_id, **values))


@Prepared
def _acts(
    *, school: Any, first: Any, last: Any, kinds: Any, students: Any, shared: Any, members: Any, doers: Any, units: Any
) -> "QuerySet[Any, Any]":
    near = Q(student_id__in=students, kind__in=kinds)
    if shared:
        together = Q(student_id__in=members) | Q(mentor_id__in=doers) | Q(group_id__in=units)
        near |= together & Q(kind__in=shared)
    rows = Act.objects.of(school).filter(near, held_on__gte=first, held_on__lte=last)
    return rows.order_by("held_on", "occasion", "student_id").values_list(*ACT)


def occasions(rows: Iterable[tuple[Any, ...]]) -> tuple[engine.Act, ...]:
    """Return acts as facts; whoever took part and has no row among these stands as ANYBODY."""
    together: dict[uuid.UUID, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        together[row[0]].append(row)
    return tuple(_occasion(acts) for acts in together.values())


def _occasion(acts: list[tuple[Any, ...]]) -> engine.Act:
    occasion, _student, size, kind, channel, made, mentor, held_on, entered_on, minutes, *rest = acts[0]
    theme, planned, group, refused = rest
    known = tuple(str(act[1]) for act in acts if act[1])
    missing = max(0, size - len(known)) if known else 0
    return engine.Act(
        id=str(occasion),
        kind=kind,
        channel=channel,
        made=made,
        by=str(mentor),
        student_ids=(*known, *[ANYBODY] * min(missing, 1)),
        on=held_on,
        entered_on=entered_on,
        minutes=minutes,
        theme=theme,
        planned=planned,
        unit_id=str(group) if group else None,
        refused=refused,
    )


def act_facts(school_id: int, term: Term) -> tuple[engine.Act, ...]:
    """Return every act held in a term, by day."""
    rows = Act.objects.of(school_id).filter(held_on__range=(term.starts, term.ends))
    return occasions(rows.order_by("held_on", "occasion", "student_id").values_list(*ACT))


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
    "acts_near",
    "cell_facts",
    "ground_of",
    "pairings_near",
    "pairings_of",
    "setting_of",
]
