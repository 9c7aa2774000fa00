"""A turn is taken out of the plan."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.services.watch import withdraw_turn


@page(permission=("roster.watch", "edit"), kind="action", methods=("POST",))
def watch_end(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Withdraw it; doing so again changes nothing."""

    def work() -> str:
        withdraw_turn(by=request.actor, pk=pk)
        messages.success(request, _("The turn has been taken out."))
        return reverse("roster:watch_list")

    return once(request, work)
