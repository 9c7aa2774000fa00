"""Cancel a survey."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.surveys import get_survey


@page(permission=("evaluation.survey", "edit"), kind="action", methods=("POST",))
def survey_cancel(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Do it once, and go back to the survey."""
    home = reverse("evaluation:survey_show", args=[get_survey(request.actor, pk).pk])

    def work() -> str:
        services.cancel_survey(by=request.actor, survey_id=pk)
        messages.success(request, _("Cancelled. What had been answered is destroyed unread."))
        return home

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)
