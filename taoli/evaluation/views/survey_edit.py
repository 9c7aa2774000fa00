"""Change a survey that is being prepared: its days, whom it asks, its questions."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import SurveyForm
from taoli.evaluation.forms.surveys import said
from taoli.evaluation.phrases import KINDS
from taoli.evaluation.queries.surveys import get_draft, grades, questions_of


@page(permission=("evaluation.survey", "edit"), methods=("GET", "POST"))
def survey_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show both; what was typed on a page that somebody else overtook stays in the form."""
    survey = get_draft(request.actor, pk)
    known = grades(request.actor.school_id)
    form = SurveyForm(request.POST or None, grades=known, scored=survey.about_mentor, initial=said(survey))
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _save(request, pk, form))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    questions = [(one, KINDS[one.kind.value]) for one in questions_of(survey)]
    context = {"survey": survey, "form": form, "questions": questions, "op": request.POST.get("op", "")}
    return render(request, "evaluation/survey_edit.html", context)


def _save(request: Request, pk: uuid.UUID, form: SurveyForm) -> str:
    edit = form.cleaned_data["edit"] or 0
    services.edit_survey(by=request.actor, survey_id=pk, edit=edit, facts=form.facts())
    messages.success(request, _("Saved."))
    return reverse("evaluation:survey_show", args=[pk])
