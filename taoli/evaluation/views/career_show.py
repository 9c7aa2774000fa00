"""One mentor's career file as the office sees it: no totals; typed lines are confirmed here."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.permissions import CAREER
from taoli.evaluation.queries.career import career_of, get_mentor


@page(permission=("evaluation.career", "list"))
def career_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it."""
    mentor = get_mentor(request.actor, pk)
    log_view(request.actor, "evaluation.career", [mentor.pk], page="evaluation:career_show")
    confirms = CAREER.may(request.actor, "confirm") and mentor.pk != request.actor.person_id
    context = {"career": career_of(mentor), "confirms": confirms}
    return render(request, "evaluation/career_show.html", context)
