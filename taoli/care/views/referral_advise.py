"""What goes back to who referred, and to the mentor."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.referrals import AdviceForm
from taoli.care.queries.referrals import get_handled, moves_of
from taoli.care.services.referrals import advise
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.waiting", "handle"), methods=("GET", "POST"))
def referral_advise(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take level and advice; the referral goes on, ends, or is declined with them."""
    row = get_handled(request.actor, pk)
    form = AdviceForm(request.POST or None, row=row, moves=moves_of(row))
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            advise(by=request.actor, pk=pk, edit=form.cleaned_data["edit"], advice=form.advice())
            messages.success(request, _("Told: level and advice, nothing else."))
            return reverse("care:referral_open", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "row": row, "op": request.POST.get("op", "")}
    return render(request, "care/referral_advise.html", context)
