"""The office reads a text once more and hands it in to the bureau."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.oversight.forms.exchange import HandInForm
from taoli.oversight.queries.exchange import consents_missing, get_offer_of_story, names_left
from taoli.oversight.services.exchange import hand_in


@page(permission=("oversight.story_offer", "offer"), methods=("GET", "POST"))
def exchange_offer(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show text, consents and words that may be names; POST hands it in."""
    actor = request.actor
    offer = get_offer_of_story(actor, pk, "offer")
    found, missing = names_left(offer.story), consents_missing(offer.story)
    form = HandInForm(request.POST or None, found=found)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            hand_in(by=actor, pk=pk, looked=form.cleaned_data.get("looked", False))
            messages.success(request, _("Handed in to the bureau."))
            return reverse("oversight:exchange_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    log_view(actor, "evaluation.story", [offer.story_id], page="oversight:exchange_offer")
    context = {"offer": offer, "found": found, "missing": missing, "form": form, "op": request.POST.get("op", "")}
    return render(request, "oversight/exchange_offer.html", context)
