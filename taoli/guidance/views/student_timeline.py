"""A student's story."""

import uuid

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.guidance.queries.choices import recordable
from taoli.guidance.queries.papers import as_seen as papers_as_seen
from taoli.guidance.queries.papers import papers_of
from taoli.guidance.queries.records import as_seen, log_readings, only_printed
from taoli.guidance.queries.stories import declined_days, get_told_student, story, strengths_of

PER_PAGE = 30
NEWEST_PAPERS = 5


@page(permission=("guidance.student", "timeline"))
def student_timeline(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the records of a student by any adult, newest first, as far as the reader may see them."""
    student = get_told_student(request.actor, pk)
    shown = Paginator(story(request.actor, pk), PER_PAGE).get_page(request.GET.get("page"))
    records = list(shown.object_list)
    log_readings(request.actor, records, page="guidance:student_timeline")
    may_write = opens(request.actor, "guidance:record_new") and bool(recordable(request.actor, [pk]))
    context = {
        "student": student,
        "page": shown,
        "rows": as_seen(request.actor, records),
        "may_write": may_write,
        "only_printed": only_printed(request.actor),
        "strengths": strengths_of(student) if may_write else None,
        "declined": declined_days(request.actor, pk),
        "papers": papers_as_seen(papers_of(request.actor, pk)[:NEWEST_PAPERS]),
        "worries": may_write and opens(request.actor, "care:case_raise"),
        "refers": opens(request.actor, "care:referral_new"),
        "told": opens(request.actor, "care:referral_line") and student.mentor_id == request.actor.person_id,
        "goals": opens(request.actor, "archive:goal_list"),
        "archive": opens(request.actor, "archive:archive_show"),
    }
    return render(request, "guidance/student_timeline.html", context)
