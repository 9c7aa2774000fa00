"""Offer other times, or another place."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms import OfferForm
from taoli.guidance.queries.appointments import get_appointment
from taoli.guidance.queries.visiting import companions
from taoli.guidance.services import repropose


@page(permission=("guidance.appointment", "edit"), methods=("GET", "POST"))
def visit_again(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The new offer takes the place of whatever was offered, asked for or agreed."""
    row = get_appointment(request.actor, pk, "edit")
    form = OfferForm(
        request.POST or None,
        companions=companions(row.school_id, row.mentor_id),
        initial={
            "place": row.place,
            "place_note": row.place_note,
            "minutes": row.minutes,
            "second": str(row.second_id or ""),
        },
    )
    edit = _edit(request, row.edit)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            repropose(by=request.actor, pk=row.pk, edit=edit, offered=form.offered())
            messages.success(request, _("Offered. The family's link goes on to work."))
            return reverse("guidance:visit_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "row": row, "edit": row.edit, "op": request.POST.get("op", "")}
    return render(request, "guidance/visit_again.html", context)


def _edit(request: Request, now: int) -> int:
    text = request.POST.get("edit", "")
    return int(text) if text.isdecimal() else now
