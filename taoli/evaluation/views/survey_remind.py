"""Remind those who have not answered."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.surveys import get_survey


@page(permission=("evaluation.survey", "edit"), kind="action", methods=("POST",))
def survey_remind(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Do it once, and go back to the survey."""
    home = reverse("evaluation:survey_show", args=[get_survey(request.actor, pk).pk])

    def work() -> str:
        told = services.remind_survey(by=request.actor, survey_id=pk)
        words = ngettext("%(n)s person is reminded.", "%(n)s people are reminded.", told)
        messages.success(request, words % {"n": told})
        return home

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)
