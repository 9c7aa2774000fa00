"""What came of a closed survey: school, grades, mentors by number."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.common.views_log import log_view
from taoli.evaluation.queries.comments import released
from taoli.evaluation.queries.results import get_survey, results


@page(permission=("evaluation.result", "view"))
def survey_results(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the figures made at closing and the texts released on no mentor in particular."""
    survey = get_survey(request.actor, pk, "closed")
    log_view(request.actor, "evaluation.result", [survey.pk], page="evaluation:survey_results")
    context = {
        "survey": survey,
        "asked": results(survey),
        "texts": released(survey.school_id, survey, None),
        "may_review": opens(request.actor, "evaluation:comment_list"),
    }
    return render(request, "evaluation/survey_results.html", context)
