"""A family without a phone or without reading: what they have said is entered by whoever heard it."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms import HearForm
from taoli.guidance.phrases import moment_words
from taoli.guidance.queries.appointments import get_appointment, offers, students_of
from taoli.guidance.services import hear


@page(permission=("guidance.appointment", "edit"), methods=("GET", "POST"))
def visit_hear(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Two taps: who has spoken, and which time; how defaults to the telephone."""
    row = get_appointment(request.actor, pk, "edit")
    form = HearForm(request.POST or None, initial={"edit": row.edit, "place": row.place})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            hear(by=request.actor, pk=row.pk, edit=form.cleaned_data["edit"], answer=form.answer())
            messages.success(request, _("Saved."))
            return reverse("guidance:visit_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "form": form,
        "row": row,
        "children": students_of(row),
        "offers": [one for one in offers(row, "mentor") if not one.past],
        "agreed": moment_words(row.starts) if row.starts else "",
        "visit": row.place in {row.Place.HOME, row.Place.ELSEWHERE},
        "op": request.POST.get("op", ""),
    }
    return render(request, "guidance/visit_hear.html", context)
