"""A family's first page."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.queries.ballots import surveys_asked
from taoli.guidance.queries.appointments import family_appointments
from taoli.home.phrases import promise_words
from taoli.home.queries.families import own_children, privacy, promises
from taoli.matching.queries.asked import asked_of
from taoli.neighbourhood.queries.stations import doors
from taoli.roster.queries.imports import school_phone


@page(permission=("home.family_home", "view"))
def family_home(request: Request) -> HttpResponse:
    """Show each child's mentor, appointments, what a mentor does, the printed sentences, what an open round asks."""
    labels, found = promises(request.actor.school_id)
    context = {
        "children": own_children(request.actor),
        "own": False,
        "guidances": labels,
        "promises": [{"words": promise_words(one.label, one.times, one.per), "clause": one.clause} for one in found],
        "asks": [*asked_of(request.actor), *surveys_asked(request.actor)],
        "visits": family_appointments(request.actor),
        "doors": doors(request.actor),
        "phone": school_phone(request.actor.school_id),
        "privacy": privacy(request.actor.school_id),
    }
    return render(request, "home/family_home.html", context)
