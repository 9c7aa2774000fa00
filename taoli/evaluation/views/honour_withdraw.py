"""Take an honour back that was given by mistake."""

import uuid

from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.honours import get_grant


@page(permission=("evaluation.appraisal", "edit"), kind="action", methods=("POST",))
def honour_withdraw(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Remove it; the audit keeps that it was given and by whom it was taken back."""
    given = get_grant(request.actor.school_id, pk)
    back = reverse("evaluation:honour_grant", args=[given.run_id, given.honour])

    def work() -> str:
        services.withdraw(by=request.actor, given=given)
        return back

    return once(request, work)
