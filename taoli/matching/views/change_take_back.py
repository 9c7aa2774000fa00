"""Take one's request for another mentor back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching.queries.year import get_own_ask
from taoli.matching.services.asking import take_back_ask


@page(permission=("matching.change_ask", "ask"), kind="action", methods=("POST",))
def change_take_back(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Withdraw it, with its reason."""
    get_own_ask(request.actor, pk)
    back = reverse("matching:change_ask")

    def work() -> str:
        take_back_ask(by=request.actor, pk=pk)
        messages.success(request, _("Taken back, and the reason is erased."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
