"""What the school has booked, what was answered, and how it was."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import FeedbackForm
from taoli.neighbourhood.permissions import VISIT
from taoli.neighbourhood.queries.resources import visits


@page(permission=("neighbourhood.visit", "view"))
def visit_list(request: Request) -> HttpResponse:
    """List the visits within reach."""
    context = {
        "rows": visits(request.actor),
        "today": clock.today(),
        "edits": VISIT.may(request.actor, "edit"),
        "form": FeedbackForm(auto_id=False),
    }
    return render(request, "neighbourhood/visit_list.html", context)
