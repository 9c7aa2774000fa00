"""A tiny school's duties counted from scratch, by other code than the product's own, beside what it stores."""

import datetime as dt
import functools
import json
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.duties.models import NO_GRADE, NO_PAIRING, Act, DutyCell, MentorRollup, WeekRollup
from taoli.duties.queries.keeping import ensure_cells
from taoli.duties.queries.reckoning import NOBODY
from taoli.engine import facts
from taoli.engine.compliance import Law, cells
from taoli.engine.scheme import Scheme, parse_scheme
from taoli.matching.models import Pairing
from taoli.roster.models import (
    AttentionMark,
    Group,
    SchoolClass,
    Staff,
    StaffLeave,
    Student,
    StudentCategory,
    Term,
)
from taoli.roster.queries.calendar import calendar_facts, term_facts
from taoli.schemes.models import SchemeVersion

DAY = dt.timedelta(days=1)
Row = tuple[Any, ...]


class DriftError(AssertionError):
    """What is stored differs from what is counted from scratch."""


@dataclass
class Tiny:
    """Three mentors, four students of two classes, one group, six weeks of term."""

    school: School
    by: Actor
    term: Term
    staff: list[Staff]
    students: list[Student]
    rooms: list[SchoolClass]
    groups: list[Group]
    known: list[uuid.UUID] = field(default_factory=list)


def compare(tiny: Tiny) -> None:
    """Lay the stored cells and sums beside those counted from scratch; DriftError says what differs first."""
    ensure_cells(tiny.school.pk)
    stored, wanted = _stored_cells(tiny), _cells_from_scratch(tiny)
    for name, ours, theirs in (
        ("cells", stored, wanted),
        ("sums", _stored_sums(tiny), _sums(wanted)),
        ("weeks", _stored_weeks(tiny), _weeks(tiny)),
    ):
        if ours != theirs:
            raise DriftError(
                f"{name}: stored {sorted(ours - theirs, key=repr)[:2]}, not {sorted(theirs - ours, key=repr)[:2]}"
            )


def _stored_cells(tiny: Tiny) -> set[Row]:
    rows = (
        DutyCell.objects.of(tiny.school)
        .filter(term=tiny.term)
        .values_list(
            *("scheme_id", "duty", "subject_kind", "subject_id", "mentor_id", "pairing_id", "period"),
            *("starts", "due", "needed", "done", "exempt", "acts", "grade_id"),
        )
    )
    return {(*row[:12], tuple(row[12]), row[13]) for row in rows}


def _cells_from_scratch(tiny: Tiny) -> set[Row]:
    versions = list(SchemeVersion.objects.of(tiny.school).exclude(state=SchemeVersion.State.DRAFT).order_by("version"))
    laws = [Law(_parsed(row.checksum, json.dumps(row.rules)), row.in_force_from or dt.date.min) for row in versions]
    term = term_facts(tiny.term)
    whole = calendar_facts(tiny.school.pk, tiny.term)
    pairings = [_pairing(row) for row in Pairing.objects.of(tiny.school).select_related("school_class")]
    held = [one for one in pairings if one.ends is None or one.ends >= one.starts]
    found = cells(laws, whole, term, held, _acts_of(tiny), dt.date.max, _marks_of(tiny), _leaves_of(tiny))
    grade = tiny.rooms[0].grade_id
    return {
        (
            *(
                versions[one.law].pk,
                one.duty_key,
                one.subject_kind,
                uuid.UUID(one.subject_id),
                uuid.UUID(one.mentor_id),
            ),
            *(uuid.UUID(one.pairing_id) if one.pairing_id else NO_PAIRING, one.period_key, one.starts, one.due),
            *(one.needed, one.done, one.reason, one.act_ids, None if one.subject_kind == "self" else grade),
        )
        for one in found
        if one.subject_id != NOBODY
    }


@functools.cache
def _parsed(_checksum: str, text: str) -> Scheme:
    return parse_scheme(json.loads(text))


def _pairing(row: Pairing) -> facts.Pairing:
    unit = str(row.group_id) if row.group_id else None
    place: dict[str, Any] = {
        "grade_id": str(row.school_class.grade_id),
        "class_id": str(row.school_class_id),
        "unit_id": unit,
    }
    return facts.Pairing(
        str(row.pk), str(row.student_id), str(row.mentor_id), starts=row.starts, ends=row.ends, **place
    )


def _acts_of(tiny: Tiny) -> list[facts.Act]:
    together: dict[uuid.UUID, list[Act]] = defaultdict(list)
    for row in Act.objects.of(tiny.school):
        together[row.occasion].append(row)
    return [
        facts.Act(
            id=str(occasion),
            kind=rows[0].kind,
            channel=rows[0].channel,
            made=rows[0].made,
            by=str(rows[0].mentor_id),
            student_ids=tuple(str(row.student_id) for row in rows if row.student_id),
            on=rows[0].held_on,
            entered_on=rows[0].entered_on,
            unit_id=str(rows[0].group_id) if rows[0].group_id else None,
            refused=rows[0].refused,  # type: ignore[arg-type] # stored from the engine's own words
        )
        for occasion, rows in together.items()
    ]


def _marks_of(tiny: Tiny) -> list[facts.Mark]:
    codes = [(row, row.code) for row in StudentCategory.objects.of(tiny.school)]
    marks: list[tuple[Any, str]] = [(row, facts.ATTENTION) for row in AttentionMark.objects.of(tiny.school)]
    return [facts.Mark(str(row.student_id), code, row.starts, row.ends) for row, code in [*codes, *marks]]


def _leaves_of(tiny: Tiny) -> list[facts.Leave]:
    return [
        facts.Leave(str(row.staff_id), row.starts, row.ends, str(row.substitute_id) if row.substitute_id else None)
        for row in StaffLeave.objects.of(tiny.school)
    ]


def _stored_sums(tiny: Tiny) -> set[Row]:
    fields = ("mentor_id", "grade_id", "duty", "period", "cells", "met", "starts", "due")
    return set(MentorRollup.objects.of(tiny.school).filter(term=tiny.term).values_list(*fields))


def _sums(found: set[Row]) -> set[Row]:
    groups: dict[Row, list[Row]] = defaultdict(list)
    for row in found:
        groups[row[4], row[13] or NO_GRADE, row[1], row[6]].append(row)
    return {
        (
            *place,
            sum(not row[11] for row in rows),
            sum(row[10] >= row[9] for row in rows),
            min(row[7] for row in rows),
            max(row[8] for row in rows),
        )
        for place, rows in groups.items()
    }


def _stored_weeks(tiny: Tiny) -> set[Row]:
    return set(WeekRollup.objects.of(tiny.school).values_list("week", "mentor_id", "acts", "students"))


def _weeks(tiny: Tiny) -> set[Row]:
    groups: dict[Row, list[Act]] = defaultdict(list)
    for row in Act.objects.of(tiny.school):
        if row.made:
            groups[row.held_on - row.held_on.weekday() * DAY, row.mentor_id].append(row)
    return {
        (*place, len({row.occasion for row in rows}), len({row.student_id for row in rows} - {None}))
        for place, rows in groups.items()
    }
