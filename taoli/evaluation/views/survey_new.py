"""Prepare a survey: choose a questionnaire, look at it, say from when to when and whom."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import SurveyForm
from taoli.evaluation.forms.surveys import proposed
from taoli.evaluation.queries.surveys import blanks, grades, offer, offers, term_now


@page(permission=("evaluation.survey", "edit"), methods=("GET", "POST"))
def survey_new(request: Request) -> HttpResponse:
    """Offer the ready sets of the scheme in force and the school's own; `?set=`: the one that was chosen."""
    school, key = request.actor.school_id, request.GET.get("set", "")
    chosen = offer(school, key) if key else None
    context = {"offers": offers(school), "blanks": blanks(), "chosen": chosen, "term": term_now(school)}
    if chosen is None:
        return render(request, "evaluation/survey_new.html", context)
    form = SurveyForm(
        request.POST or None,
        grades=grades(school),
        scored=chosen.scored,
        initial=proposed(chosen.title, chosen.intro, clock.today()),
    )
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _make(request, key, form))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "evaluation/survey_new.html", {**context, "form": form, "op": request.POST.get("op", "")})


def _make(request: Request, key: str, form: SurveyForm) -> str:
    survey = services.make_survey(by=request.actor, key=key, facts=form.facts())
    page = "evaluation:survey_show" if survey.questions else "evaluation:survey_edit"
    return reverse(page, args=[survey.pk])
