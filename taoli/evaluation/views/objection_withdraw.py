"""Take an own objection back."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.objections import get_objection


@page(permission=("evaluation.objection", "write"), kind="action", methods=("POST",))
def objection_withdraw(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """It waits for no answer any more."""
    objection = get_objection(request.actor, pk, "write")
    home = f"{reverse('evaluation:my_sheet')}#{objection.item}"

    def work() -> str:
        services.withdraw_objection(by=request.actor, objection=objection)
        return home

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)
