"""Take the sheets back to a draft."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.sheets import get_run


@page(permission=("evaluation.appraisal", "edit"), kind="action", methods=("POST",))
def appraisal_recall(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Mentors no longer see their sheets; refused once one has objected."""
    run = get_run(request.actor, pk)
    home = reverse("evaluation:appraisal_show")

    def work() -> str:
        services.recall(by=request.actor, run_id=run.pk)
        return home

    try:
        answer = once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)
    messages.success(request, _("The appraisal is a draft again."))
    return answer
