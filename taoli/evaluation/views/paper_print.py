"""Coded sheets of a class, ready to print."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.evaluation.queries.papers import questions_on, room_of, rooms_of
from taoli.evaluation.queries.results import get_survey
from taoli.evaluation.services.papers import issue_papers
from taoli.matching.queries.codes import qr_image


@page(permission=("evaluation.survey", "edit"), methods=("GET", "POST"))
@never_cache
def paper_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Choose a class; the new codes are shown once, to print."""
    survey, error = get_survey(request.actor, pk, "open"), ""
    if request.method == "POST":
        try:
            return _print(request, pk)
        except TaoliError as refusal:
            error = str(refusal)
    context = {"survey": survey, "rooms": rooms_of(survey), "error": error}
    return render(request, "evaluation/paper_print.html", context)


def _print(request: Request, pk: uuid.UUID) -> HttpResponse:
    survey = get_survey(request.actor, pk, "open")
    room = room_of(request.actor, survey, id_of(request.POST.get("room", "")) or uuid.uuid4())
    sheets = issue_papers(by=request.actor, survey_id=survey.pk, class_id=room.pk)
    context = {
        "survey": survey,
        "room": room,
        "sheets": [(sheet, qr_image(sheet.code)) for sheet in sheets],
        "questions": questions_on(survey),
    }
    return render(request, "evaluation/_paper_print.html", context)
