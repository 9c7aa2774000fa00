"""What mentors from outside have done with students within reach. Every opening is logged."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.neighbourhood.queries.companions import notes_seen


@page(permission=("neighbourhood.companion_note", "view"))
def note_list(request: Request) -> HttpResponse:
    """List the notes of a year, the latest first."""
    rows = notes_seen(request.actor)
    log_view(request.actor, "neighbourhood.companion_note", [row.pk for row in rows], page="neighbourhood:note_list")
    return render(request, "neighbourhood/note_list.html", {"rows": rows})
