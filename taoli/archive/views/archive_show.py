"""A student's growth archive on one page."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.story import Asked, archive_of
from taoli.common.pages import Request, opens, page


@page(permission=("archive.story", "view"))
def archive_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the sections and the timeline; `?year=` and `?kind=` narrow the timeline."""
    get, actor = request.GET.get, request.actor
    context = {
        "view": archive_of(actor, pk, Asked(get("year", ""), get("kind", ""), get("page", ""))),
        "may": {
            "timeline": actor.person_kind == "staff" and opens(actor, "guidance:student_timeline"),
            "goals": opens(actor, "archive:goal_list"),
            "notes": opens(actor, "archive:note_list"),
            "voice": opens(actor, "archive:voice_write"),
        },
    }
    return render(request, "archive/archive_show.html", context)
