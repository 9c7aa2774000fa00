"""Move a question of a survey that is being prepared one place up."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import PlaceForm
from taoli.evaluation.queries.surveys import get_draft


@page(permission=("evaluation.survey", "edit"), kind="action", methods=("POST",))
def question_move(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Do it, and go back to the questions."""
    survey, form = get_draft(request.actor, pk), PlaceForm(request.POST)
    home = reverse("evaluation:survey_edit", args=[survey.pk]) + "#questions"
    if not form.is_valid():
        messages.error(request, _("Please choose a question."))
        return HttpResponseRedirect(home)

    def work() -> str:
        services.move_question(by=request.actor, survey_id=pk, **form.cleaned_data)
        return home

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)
