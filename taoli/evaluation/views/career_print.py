"""A career file on paper."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.queries.career import career_of, get_mentor


@page(permission=("evaluation.career", "view"))
def career_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it ready to print; the totals only for the mentor who asks for them (`?points=1`)."""
    mentor = get_mentor(request.actor, pk)
    own = mentor.pk == request.actor.person_id
    if not own:
        log_view(request.actor, "evaluation.career", [mentor.pk], page="evaluation:career_print")
    points = own and request.GET.get("points") == "1"
    context = {"career": career_of(mentor, points=points), "own": own}
    return render(request, "evaluation/career_print.html", context)
