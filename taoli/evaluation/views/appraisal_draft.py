"""Draft the appraisal, or reckon it anew."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.jobs import start
from taoli.common.pages import Request, page
from taoli.evaluation.jobs import MANY, draft_school
from taoli.evaluation.queries.answers import mentor_count
from taoli.evaluation.services.drafting import Reckoned, reckon, store


@page(permission=("evaluation.appraisal", "edit"), kind="action", methods=("POST",))
def appraisal_draft(request: Request) -> HttpResponseRedirect:
    """Reckon here for a small school (before any transaction opens), by the worker for a big one."""
    actor = request.actor
    home = reverse("evaluation:appraisal_show")
    try:
        if mentor_count(actor.school_id) > MANY:
            return once(request, lambda: f"{home}?job={_start(request)}")
        reckoned = reckon(actor.school_id)
        answer = once(request, lambda: _store(request, reckoned))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)
    messages.success(request, _("The appraisal has been drafted."))
    return answer


def _start(request: Request) -> str:
    job = start(draft_school, by=request.actor, kind="appraisal_draft", account_id=str(request.actor.account_id))
    return str(job.pk)


def _store(request: Request, reckoned: Reckoned) -> str:
    store(by=request.actor, reckoned=reckoned)
    return reverse("evaluation:appraisal_show")
