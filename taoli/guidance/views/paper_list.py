"""What a student has written, and what may be written now."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.guidance.queries.asking import offers
from taoli.guidance.queries.groups import groups_of
from taoli.guidance.queries.papers import as_seen, get_writer, papers_of

PER_PAGE = 20


@page(permission=("guidance.writer", "write"))
def paper_list(request: Request) -> HttpResponse:
    """Show the papers of the student who asks, newest first, above them what is asked for now; and the own groups."""
    if request.actor.person_id is None:
        raise Http404
    student = get_writer(request.actor, request.actor.person_id)
    shown = Paginator(papers_of(request.actor, student.pk), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "student": student,
        "offers": offers(request.actor.school_id, student),
        "groups": groups_of(request.actor),
        "page": shown,
        "rows": as_seen(list(shown.object_list)),
    }
    return render(request, "guidance/paper_list.html", context)
