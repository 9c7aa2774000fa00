"""A package that has arrived: who is in it, and the decision; afterwards the receipt."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.arrivals import RefuseForm
from taoli.handover.phrases.packages import finding_words
from taoli.handover.queries.arrivals import preview
from taoli.handover.services.answers import return_receipt
from taoli.handover.services.arrivals import refuse_package


@page(permission=("handover.package", "receive"), methods=("GET", "POST"))
def package_preview(request: Request, pk: uuid.UUID) -> HttpResponse:
    """POST: `refuse` sends it back with a reason, `return` brings the receipt to the sender."""
    view = preview(request.actor, pk)
    deed = request.POST.get("do", "") if request.method == "POST" else ""
    form = RefuseForm(request.POST if deed == "refuse" else None, initial={"edit": view.arrival.edit})
    try:
        if deed == "refuse" and form.is_valid():
            said = form.cleaned_data

            def work() -> str:
                refuse_package(by=request.actor, pk=pk, edit=said["edit"], reason=said["reason"])
                messages.success(request, _("It goes back. Please bring the answer to the other school."))
                return resolve_url("handover:package_preview", pk=pk)

            return once(request, work)
        if deed == "return":  # two schools, two transactions
            messages.success(request, return_receipt(by=request.actor, pk=pk))
            return redirect("handover:package_preview", pk=pk)
    except TaoliError as refusal:
        waits = deed == "refuse" and view.arrival.state == "waiting"
        form.add_error(None, str(refusal)) if waits else messages.error(request, str(refusal))
    context = {
        "view": view,
        "arrival": view.arrival,
        "form": form,
        "wrong": [*([view.trouble] if view.trouble else []), *(finding_words(one) for one in view.refused)],
        "asked": [finding_words(one) for one in view.findings if not one.refuses],
    }
    return render(request, "handover/package_preview.html", context)
