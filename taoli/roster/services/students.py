"""Writes on students that later steps ask for."""

import uuid
from collections import defaultdict
from collections.abc import Mapping

from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import Student

CHUNK = 500


def set_mentors(*, by: Actor, mentor_by_student: Mapping[uuid.UUID, uuid.UUID | None]) -> int:
    """Write who mentors each student now (None: nobody); returns how many rows. Called by matching when it publishes.

    One statement a mentor, one audit row for all; an unknown student or a mentor of another school is refused by the
    database at the end of the transaction.
    """
    students: dict[uuid.UUID | None, list[uuid.UUID]] = defaultdict(list)
    for student, mentor in mentor_by_student.items():
        students[mentor].append(student)
    count = 0
    with change(by=by, action="student.set_mentors") as note:
        for mentor, ids in students.items():
            for start in range(0, len(ids), CHUNK):
                rows = Student.objects.of(by.school_id).filter(pk__in=ids[start : start + CHUNK])
                count += rows.update(mentor_id=mentor)
        note.data = {"students": count}
    return count
