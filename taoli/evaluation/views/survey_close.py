"""Close a survey: what will happen, to how many answers; then do it."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.evaluation.queries.results import get_survey
from taoli.evaluation.services.closing import close_survey


@page(permission=("evaluation.survey", "edit"), methods=("GET", "POST"))
def survey_close(request: Request, pk: uuid.UUID) -> HttpResponse:
    """GET says how many were asked and have answered; POST closes for good."""
    survey = get_survey(request.actor, pk, "open", "closed")
    done = HttpResponseRedirect(reverse("evaluation:survey_results", args=[pk]))
    if survey.state == "closed":
        return done
    error = ""
    if request.method == "POST":
        try:
            close_survey(by=request.actor, survey_id=pk)
        except TaoliError as refusal:
            error = str(refusal)
        else:
            messages.success(request, _("The survey is closed. Its results can be seen from now on."))
            return done
    return render(request, "evaluation/survey_close.html", {"survey": survey, "error": error})
