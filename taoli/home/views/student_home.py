"""A student's own first page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.evaluation.queries.ballots import surveys_asked
from taoli.guidance.queries.alarms import own_alarm
from taoli.guidance.queries.talks import own_talk
from taoli.home.phrases import promise_words
from taoli.home.queries.families import own_children, privacy, promises
from taoli.home.queries.growth import growth_of
from taoli.matching.queries.asked import asked_of
from taoli.roster.queries.watch import numbers_of


@page(permission=("home.student_home", "view"))
def student_home(request: Request) -> HttpResponse:
    """Show how to talk with an adult, my mentor, what took place; and what an open round asks of me."""
    labels, found = promises(request.actor.school_id)
    context = {
        "children": own_children(request.actor),
        "own": True,
        "guidances": labels,
        "promises": [{"words": promise_words(one.label, one.times, one.per), "clause": one.clause} for one in found],
        "privacy": privacy(request.actor.school_id),
        "asks": [*asked_of(request.actor), *surveys_asked(request.actor)],
        "talk": own_talk(request.actor),
        "alarm": own_alarm(request.actor),
        "numbers": numbers_of(request.actor.school_id),
        "watch": reverse("guidance:unsafe_wait"),
        "growth": growth_of(request.actor),
    }
    return render(request, "home/student_home.html", context)
