"""Who would like to talk with me, and the alarms for which I was rung."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.guidance.queries.alarms import my_alarms
from taoli.guidance.queries.talks import asked_of_me


@page(permission=("guidance.unsafe", "answer"))
def talk_list(request: Request) -> HttpResponse:
    """List what was sent to the actor and to nobody else; alarms first."""
    context = {"alarms": my_alarms(request.actor), "asks": asked_of_me(request.actor)}
    return render(request, "guidance/talk_list.html", context)
