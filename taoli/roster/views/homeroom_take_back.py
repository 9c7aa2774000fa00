"""Take a handover of a class back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.queries.charges import get_charge
from taoli.roster.services.homerooms import withdraw_charge


@page(permission=("roster.school_class", "edit"), kind="action", methods=("POST",))
def homeroom_take_back(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Withdraw what has not begun, or end a stand-in today."""
    back = resolve_url("roster:homeroom_handover", get_charge(request.actor, pk).school_class_id)

    def work() -> str:
        withdraw_charge(by=request.actor, pk=pk)
        messages.success(request, _("Taken back."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
