"""One student."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.common.policy import Role
from taoli.common.views_log import log_view
from taoli.roster.queries.imports import keeps_identity_numbers
from taoli.roster.queries.students import get_student, is_restricted, links_of, student_facts


@page(permission=("roster.student", "view"))
def student_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show class, groups, mentor and, logged unless the mentor reads them, birthday, address and guardians."""
    student = get_student(request.actor, pk)
    if student.mentor_id != request.actor.person_id:
        log_view(request.actor, "roster.student", [student.pk], page="roster:student_show")
    office = request.actor.holds(Role.MORAL_OFFICE)
    return render(
        request,
        "roster/student_show.html",
        {
            "student": student,
            "facts": student_facts(student),
            "office": office,
            "away": is_restricted(request.actor, student.pk),
            "identity": office and keeps_identity_numbers(request.actor.school_id),
            "worries": opens(request.actor, "care:case_raise"),
            "categories": opens(request.actor, "care:category_list"),
            "links": links_of(request.actor, student),
            "timeline": opens(request.actor, "guidance:student_timeline"),
        },
    )
