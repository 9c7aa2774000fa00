"""A student comes back (复学)."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.handover.forms.leaving import ReturnForm
from taoli.handover.queries.leaving import get_leaving
from taoli.handover.services.leaving import come_back
from taoli.matching.queries.year import mentor_choices, room_choices


@page(permission=("handover.leaving", "edit"), methods=("GET", "POST"))
def leaving_return(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask for class, day and mentor; the former ones are proposed; then the receiving slip can be printed."""
    row = get_leaving(request.actor, pk, "edit")
    school = request.actor.school_id
    form = ReturnForm(
        request.POST or None,
        rooms=room_choices(school),
        mentors=mentor_choices(school),
        initial={
            "room": str(row.school_class_id),
            "on": clock.today(),
            "mentor": str(row.pairing.mentor_id) if row.pairing else "",
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _write(request, form, pk))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"row": row, "form": form, "op": request.POST.get("op", "")}
    return render(request, "handover/leaving_return.html", context)


def _write(request: Request, form: ReturnForm, pk: uuid.UUID) -> str:
    given = form.cleaned_data
    room = uuid.UUID(given["room"])
    come_back(by=request.actor, pk=pk, room_id=room, on=given["on"], mentor_id=id_of(given["mentor"]))
    messages.success(request, _("Written down. The receiving slip can be printed."))
    return reverse("handover:leaving_slip", args=[pk])
