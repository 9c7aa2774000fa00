"""Type the stub of a card that came back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.cards import StubForm
from taoli.handover.services.cards import type_receipt


@page(permission=("handover.card", "issue"), methods=("GET", "POST"))
def receipt_type(request: Request) -> HttpResponse:
    """One stub after another."""
    form = StubForm(request.POST or None, initial={"received_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            row = type_receipt(
                by=request.actor, code=said["code"], received_on=said["received_on"], received_by=said["received_by"]
            )
            messages.success(request, _("The receipt for %(name)s is kept.") % {"name": row.student.name})
            return resolve_url("handover:receipt_type")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "handover/receipt_type.html", {"form": form, "op": request.POST.get("op", "")})
