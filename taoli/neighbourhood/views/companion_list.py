"""Mentors from outside the school: who may be given students, who has which."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.neighbourhood.queries.companions import companions


@page(permission=("neighbourhood.companion", "view"))
def companion_list(request: Request) -> HttpResponse:
    """List them with the day of the check and the students given."""
    edits = opens(request.actor, "neighbourhood:companion_edit")
    notes = opens(request.actor, "neighbourhood:note_list")
    context = {"rows": companions(request.actor), "edits": edits, "notes": notes}
    return render(request, "neighbourhood/companion_list.html", context)
