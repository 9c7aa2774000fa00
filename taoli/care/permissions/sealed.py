"""Who opens the sealed compartment; who may break the glass; data levels."""

import uuid

from django.db.models import Q

from taoli.care.models import Holding
from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy


def held_students(school_id: int, staff_id: uuid.UUID) -> Q:
    """Return the students whom a counsellor holds now."""
    return Q(pk__in=Holding.objects.of(school_id).filter(counsellor_id=staff_id, ends=None).values("student_id"))


def own_breaks(school_id: int, staff_id: uuid.UUID) -> Q:
    """Return what somebody asked, was second to, and afterwards what was opened of students one has held."""
    over = Q(ended_at__isnull=False) | Q(ends_at__lte=clock.now())
    held = Holding.objects.of(school_id).filter(counsellor_id=staff_id)
    return Q(asked_by_id=staff_id) | Q(second_id=staff_id) | (over & Q(student_id__in=held.values("student_id")))


# Rows are students. write: read and write the notes, by whoever holds the student now and nobody else; a counsellor who
# has handed the student on has lost it. break_open: asking to break the glass is not reading yet.
SEALED_NOTE = policy(
    "care.sealed_note",
    paths={Reach.OWN: held_students},
    write={Role.COUNSELLOR: Reach.OWN},
    break_open={Role.PRINCIPAL: Reach.SCHOOL},
)

# view: that and why the glass was broken, never the notes. open: the notes, by the asker, while it lasts.
BREAK_GLASS = policy(
    "care.break_glass",
    paths={Reach.OWN: own_breaks},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
        Role.COUNSELLOR: Reach.OWN,
    },
    open={Role.PRINCIPAL: Reach.OWN},
)

# The office hands all students of a counsellor over, by number, without names and without reading.
HOLDING = policy("care.holding", paths={}, hand={Role.MORAL_OFFICE: Reach.SCHOOL})

declare("care.Holding", L2="id school", L3="student counsellor starts ends")
declare("care.CounsellorNote", L2="id school edit", L3="student written_by held_on made_at")
declare("care.NoteVersion", L2="id school number", L3="note at by", L4="text")
declare(
    "care.GlassBreak",
    L2="id school",
    L3="student asked_by second asked_at ends_at ended_at ended_by",
    L4="reason",
)
