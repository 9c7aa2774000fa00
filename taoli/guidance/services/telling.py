"""Who is told of an appointment, and of what a family writes; codes and times, never a text."""

import uuid
from collections.abc import Sequence

from django.urls import reverse

from taoli.common.policy import Actor
from taoli.guidance.models import Appointment, FamilyCorrection, FamilyMessage, GuidanceRecord
from taoli.guidance.queries.visiting import guardians_to_tell, office_staff
from taoli.notifications.services import To, notify
from taoli.roster.models import Student


def tell_offered(*, by: Actor, row: Appointment) -> int:
    """Tell the guardians who have an account that times are on offer."""
    return notify(
        by=by,
        to=_guardians(row),
        kind="visit_offered",
        about=f"{row.pk}:{row.edit}",
        params={"student": str(row.student_id), "mentor": str(row.mentor_id)},
        link=reverse("guidance:family_visit", args=[row.pk]),
    )


def tell_answered(*, by: Actor, row: Appointment) -> int:
    """Tell the mentor that the family has answered."""
    return notify(
        by=by,
        to=[To("staff", row.mentor_id)],
        kind="visit_answered",
        about=f"{row.pk}:{row.edit}",
        params={"student": str(row.student_id), "state": row.state},
        link=_page(row),
    )


def tell_agreed(*, by: Actor, row: Appointment) -> int:
    """Tell the family, and who comes along, what is agreed, or that it has been called off."""
    params = {
        "student": str(row.student_id),
        "mentor": str(row.mentor_id),
        "state": row.state,
        "at": row.starts.isoformat() if row.starts else "",
    }
    about = f"{row.pk}:{row.edit}"
    family = reverse("guidance:family_visit", args=[row.pk])
    second = [To("staff", row.second_id, link=_page(row))] if row.second_id else []
    to = [*_guardians(row, family), *second]
    return notify(by=by, to=to, kind="visit_agreed", about=about, params=params)


def tell_second(*, by: Actor, row: Appointment) -> int:
    """Ask somebody to come along."""
    to = [To("staff", row.second_id)] if row.second_id else []
    params = {"student": str(row.student_id), "mentor": str(row.mentor_id)}
    return notify(by=by, to=to, kind="visit_second", about=row.pk, params=params, link=_page(row))


def tell_tomorrow(*, by: Actor, row: Appointment) -> int:
    """Remind both adults of tomorrow's appointment, once for each time agreed."""
    staff = [one for one in (row.mentor_id, row.second_id) if one]
    at = row.starts.isoformat() if row.starts else ""
    params = {"student": str(row.student_id), "at": at}
    to = [To("staff", one) for one in staff]
    return notify(by=by, to=to, kind="visit_tomorrow", about=f"{row.pk}:{at}", params=params, link=_page(row))


def tell_not_back(*, by: Actor, row: Appointment) -> int:
    """Ask the office to ring a colleague who has not said to have left; at any hour, and nobody else."""
    to = [To("staff", one) for one in office_staff(row.school_id)]
    params = {"mentor": str(row.mentor_id)}
    return notify(by=by, to=to, kind="visit_not_back", about=row.pk, params=params, link=_page(row))


def tell_message(*, by: Actor, row: FamilyMessage) -> int:
    """Tell the mentor that a family has written; in hours only."""
    return notify(
        by=by,
        to=[To("staff", row.mentor_id)],
        kind="family_message",
        about=row.pk,
        params={"student": str(row.student_id)},
        link=reverse("guidance:family_message_list"),
    )


def tell_message_answered(*, by: Actor, row: FamilyMessage) -> int:
    """Tell the guardian that there is an answer."""
    return notify(
        by=by,
        to=[To("guardian", row.guardian_id)],
        kind="family_message_answered",
        about=row.pk,
        params={"student": str(row.student_id), "mentor": str(row.mentor_id)},
        link=reverse("home:family_message"),
    )


def tell_correction(*, by: Actor, row: FamilyCorrection, homeroom_id: uuid.UUID | None) -> int:
    """Tell the homeroom teacher and the office that a family asks for a correction."""
    staff = {*office_staff(row.school_id), *([homeroom_id] if homeroom_id else [])}
    return notify(
        by=by,
        to=[To("staff", one) for one in sorted(staff)],
        kind="family_correction",
        about=row.pk,
        params={"student": str(row.student_id), "due": row.due_on.isoformat()},
        link=reverse("guidance:correction_list"),
    )


def tell_correction_answered(*, by: Actor, row: FamilyCorrection) -> int:
    """Tell the guardian what became of it."""
    return notify(
        by=by,
        to=[To("guardian", row.guardian_id)],
        kind="family_correction_answered",
        about=row.pk,
        params={"student": str(row.student_id)},
        link=reverse("home:family_correction"),
    )


def tell_seen(*, by: Actor, rows: Sequence[GuidanceRecord]) -> int:
    """Tell mentor and homeroom teacher of each student that somebody on duty has written something down; no content."""
    if not rows:
        return 0
    students = Student.objects.of(by.school_id).filter(pk__in=[row.student_id for row in rows])
    known = students.values_list("pk", "mentor_id", "school_class__homeroom_teacher_id")
    teachers = {pk: {mentor, homeroom} for pk, mentor, homeroom in known}
    to = [
        To(
            "staff",
            one,
            params={"student": str(row.student_id), "mentor": str(row.by_id)},
            link=reverse("guidance:record_show", args=[row.pk]),
            about=str(row.student_id),
        )
        for row in rows
        for one in teachers[row.student_id]
        if one not in {None, row.by_id}
    ]
    return notify(by=by, to=to, kind="seen_on_duty", about=rows[0].occasion) if to else 0


def _page(row: Appointment) -> str:
    return reverse("guidance:visit_show", args=[row.pk])


def _guardians(row: Appointment, link: str = "") -> list[To]:
    found = guardians_to_tell(row.school_id, row.student_id)
    return [To("guardian", one, link=link, about=str(row.student_id)) for one in found]
