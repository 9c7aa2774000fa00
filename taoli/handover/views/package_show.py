"""One package: what is lacking, what goes along restricted, where it stands, the receipt."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, opens, page
from taoli.handover.forms.packages import LineForm
from taoli.handover.queries.packages import package_page
from taoli.handover.services.answers import deliver, take_receipt
from taoli.handover.services.packages import drop_package


@page(permission=("handover.package", "send"), methods=("GET", "POST"))
def package_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """POST: `drop` gives it up, `deliver` brings it to the other school's Taoli, `receipt` takes the answer."""
    by, deed = request.actor, request.POST.get("do", "") if request.method == "POST" else ""
    view = package_page(by, pk, texts=not deed)
    form = LineForm(request.POST if deed == "receipt" else None)
    here = resolve_url("handover:package_show", pk=pk)
    try:
        if deed == "drop":

            def drop() -> str:
                drop_package(by=by, pk=pk, edit=int(request.POST.get("edit") or 0))
                return here

            return once(request, drop)
        if deed == "deliver":  # two schools, two transactions: never inside one
            messages.success(request, deliver(by=by, pk=pk))
        if deed == "receipt" and form.is_valid():

            def receipt() -> str:
                take_receipt(by=by, line=form.cleaned_data["line"])
                messages.success(request, _("The receipt is kept."))
                return here

            return once(request, receipt)
    except (TaoliError, ValueError) as refusal:
        form.add_error(None, str(refusal)) if deed == "receipt" else messages.error(request, str(refusal))
    context = {"view": package_page(by, pk) if deed else view, "form": form, "package": view.package}
    context["may_return"] = opens(by, "handover:leaving_return")
    return render(request, "handover/package_show.html", context)
