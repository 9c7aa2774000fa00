"""The published draw of a survey: anyone of the school can see how it was drawn, and draw it again."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.evaluation.queries.draws import drawn_people, get_drawn, unchanged


@page(permission="signed_in")
def survey_draw(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show seed, method, number and hash of the list; the office also who was drawn."""
    survey = get_drawn(request.actor, pk)
    office = opens(request.actor, "evaluation:draw_list")
    context = {"survey": survey, "office": office, "people": drawn_people(survey) if office else []}
    context["unchanged"] = office and unchanged(survey)
    return render(request, "evaluation/survey_draw.html", context)
