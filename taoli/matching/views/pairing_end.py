"""End a pairing."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import EndForm
from taoli.matching.queries.pairings import get_pairing


@page(permission=("matching.pairing", "end"), methods=("GET", "POST"))
def pairing_end(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask for the last day and why; say what it means for the student."""
    pairing = get_pairing(request.actor, pk, "end")
    form = EndForm(request.POST or None, initial={"on": clock.today()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            services.end_pairing(by=request.actor, pk=pk, on=given["on"], reason=given["reason"], note=given["note"])
            return reverse("matching:pairing_list")

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The pairing has ended."))
            return answer
    return render(request, "matching/pairing_end.html", {"pairing": pairing, "form": form})
