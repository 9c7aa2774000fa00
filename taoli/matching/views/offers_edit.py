"""How many students each mentor of a round takes."""

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
from taoli.matching.forms import OffersForm
from taoli.matching.queries.overview import seats_of
from taoli.matching.queries.rounds import asks_teaching, get_round, offers


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def offers_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the bounds, filled from the scheme, with seats against students before any matching."""
    choice = get_round(request.actor, pk, "edit")
    rows = offers(choice)
    form = OffersForm(request.POST or None, offers=rows, teaching=asks_teaching(choice))
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.set_offers(by=request.actor, round_id=pk, offers=form.taken())
            return reverse("matching:offers_edit", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The numbers are saved."))
            return answer
    context = {"round": choice, "form": form, "rows": form.rows(), "seats": seats_of(choice, rows)}
    return render(request, "matching/offers_edit.html", context)
