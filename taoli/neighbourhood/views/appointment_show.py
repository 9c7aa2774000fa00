"""One family: how to reach it, what it asks, and how it was settled. Every opening is logged."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.neighbourhood.forms import AgreeForm, SettleForm
from taoli.neighbourhood.queries.appointments import get_appointment
from taoli.neighbourhood.services.appointments import agree_appointment, settle_appointment


@page(permission=("neighbourhood.appointment", "own"), methods=("GET", "POST"))
def appointment_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it to the staff of the station; POST settles the time (`deed=agree`) or how it ended."""
    row = get_appointment(request.actor, pk)
    deed = request.POST.get("deed", "")
    agree = AgreeForm(request.POST if deed == "agree" else None, row=row)
    settle = SettleForm(request.POST if deed == "settle" else None)
    if request.method == "POST":
        try:
            if (agree if deed == "agree" else settle).is_valid():
                return once(request, lambda: _do(request, pk, agree if deed == "agree" else settle))
        except TaoliError as refusal:
            messages.error(request, str(refusal))
    log_view(request.actor, "neighbourhood.appointment", [row.pk], page="neighbourhood:appointment_show")
    context = {"row": row, "agree": agree, "settle": settle, "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/appointment_show.html", context)


def _do(request: Request, pk: uuid.UUID, form: AgreeForm | SettleForm) -> str:
    said = form.cleaned_data
    if isinstance(form, AgreeForm):
        agree_appointment(by=request.actor, pk=pk, at=form.moment(), edit=said["edit"])
    else:
        settle_appointment(by=request.actor, pk=pk, to=said["to"], words=said["words"], edit=said["edit"])
    return reverse("neighbourhood:appointment_show", args=[pk])
