"""Read the agreement and say yes: mentor, student, family."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.queries.agreements import get_agreement_round, own_sheet, ticked


@page(permission=("matching.agreement", "sign"), methods=("GET", "POST"))
def agreement_sign(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the words and the own pairings; a POST says yes for the chosen ones."""
    choice = get_agreement_round(request.actor, pk, "sign")
    if request.method == "POST":
        chosen = list(ticked(request.POST.getlist("pairing")))

        def work() -> str:
            services.sign(by=request.actor, round_id=pk, pairing_ids=chosen)
            return reverse("matching:agreement_sign", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Thank you. Your yes is noted."))
            return answer
    return render(request, "matching/agreement_sign.html", {"round": choice, "sheet": own_sheet(request.actor, choice)})
