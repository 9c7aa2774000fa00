"""Take a text out of the exchange, everywhere."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.exchange import get_offer_of_story
from taoli.oversight.services.exchange import take_out


@page(permission=("oversight.story_offer", "settle"), kind="action", methods=("POST",))
def exchange_withdraw(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Author or office."""
    offer = get_offer_of_story(request.actor, pk, "settle")

    def work() -> str:
        take_out(by=request.actor, row=offer)
        messages.success(request, _("Taken out; no other school reads it any more."))
        return reverse("oversight:exchange_list")

    return once(request, work)
