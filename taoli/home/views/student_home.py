"""A student's own first page."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.home.phrases import promise_words
from taoli.home.queries.families import own_children, privacy, promises
from taoli.matching.queries.asked import asked_of


@page(permission=("home.student_home", "view"))
def student_home(request: Request) -> HttpResponse:
    """Show my mentor, what a mentor does, my printed sentences; and what an open round asks of me."""
    labels, found = promises(request.actor.school_id)
    context = {
        "children": own_children(request.actor),
        "own": True,
        "guidances": labels,
        "promises": [{"words": promise_words(one.label, one.times, one.per), "clause": one.clause} for one in found],
        "privacy": privacy(request.actor.school_id),
        "asks": asked_of(request.actor),
    }
    return render(request, "home/student_home.html", context)
