"""我现在不安全, on one's own account."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.guidance.queries.alarms import own_alarm
from taoli.guidance.services.alarms import press_unsafe, ring_due
from taoli.roster.queries.watch import numbers_of


@page(permission=("guidance.unsafe", "press"), methods=("GET", "POST"))
def unsafe_wait(request: Request) -> HttpResponse:
    """Press: ring at once, again joins the same alarm. Then say who is being called, and who has answered."""
    if request.method == "POST":
        press_unsafe(by=request.actor, source="own")
        return redirect("guidance:unsafe_wait")
    if request.htmx:  # the waiting page asks every few seconds, and so rings too where no job runs each minute
        ring_due(school_id=request.actor.school_id)
    context = {
        "alarm": own_alarm(request.actor),
        "numbers": numbers_of(request.actor.school_id),
        "watch": reverse("guidance:unsafe_wait"),
    }
    return render(request, "guidance/_unsafe_state.html" if request.htmx else "guidance/unsafe_wait.html", context)
