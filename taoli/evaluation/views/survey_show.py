"""One survey: where it stands, who is asked, what can be done now."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.evaluation.phrases import KINDS
from taoli.evaluation.queries.population import secret
from taoli.evaluation.queries.surveys import get_survey, grade_names, questions_of, source_word, who_is_asked


@page(permission=("evaluation.survey", "edit"))
def survey_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it; while it is prepared, how many would be asked; never who has answered."""
    survey = get_survey(request.actor, pk)
    draft = survey.state == "draft"
    context = {
        "survey": survey,
        "who": source_word(survey.source),
        "secret": secret(survey),
        "of_families": survey.source in {"student", "guardian"},
        "grades": grade_names(survey),
        "questions": [(one, KINDS[one.kind.value]) for one in questions_of(survey)],
        "would": len(who_is_asked(survey)) if draft else 0,
        "over": survey.closes_on < clock.today(),
    }
    return render(request, "evaluation/survey_show.html", context)
