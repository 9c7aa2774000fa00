"""A student's own first page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.pages import Request, opens, page
from taoli.home.phrases import promise_words
from taoli.home.queries.families import choice_open, own_children, privacy, promises

WISHES = "matching:wish_edit"


@page(permission=("home.student_home", "view"))
def student_home(request: Request) -> HttpResponse:
    """Show my mentor, what a mentor does, my printed sentences; and the way to choose while a round is open."""
    labels, found = promises(request.actor.school_id)
    choice = choice_open(request.actor)
    context = {
        "children": own_children(request.actor),
        "own": True,
        "guidances": labels,
        "promises": [{"words": promise_words(one.label, one.times, one.per), "clause": one.clause} for one in found],
        "privacy": privacy(request.actor.school_id),
        "choice": choice,
        "choose": reverse(WISHES) if choice and opens(request.actor, WISHES) else "",
    }
    return render(request, "home/student_home.html", context)
