"""Appointments with families."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.guidance.queries.appointments import own_appointments
from taoli.guidance.queries.families import waiting_messages


@page(permission=("guidance.appointment", "view"))
def visit_list(request: Request) -> HttpResponse:
    """List what asks for an answer of mine, what is agreed, what waits for the family, what is over."""
    lists = own_appointments(request.actor)
    context = {
        "lists": lists,
        "some": any(lists.values()),
        "messages_waiting": waiting_messages(request.actor),
        "corrections": opens(request.actor, "guidance:correction_list"),
    }
    return render(request, "guidance/visit_list.html", context)
