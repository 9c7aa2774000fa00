"""A mentor asks the office to coordinate about one student."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import CoordinationForm
from taoli.matching.queries.marks import get_own_marks, marking_of


@page(permission=("matching.offer", "write"), methods=("GET", "POST"))
def coordination_ask(request: Request, pk: uuid.UUID, student: uuid.UUID) -> HttpResponse:
    """Take a reason that only the office reads and that is erased when the round closes."""
    offer = get_own_marks(request.actor, pk)
    wisher = next((one for one in marking_of(offer).wishers if one.student.pk == student), None)
    if wisher is None:
        raise Http404
    form = CoordinationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.ask_coordination(
                by=request.actor, offer_id=pk, student_id=student, reason=form.cleaned_data["reason"]
            )
            return reverse("matching:mark_edit", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The office has your word. Nobody else reads it."))
            return answer
    return render(request, "matching/coordination_ask.html", {"offer": offer, "wisher": wisher, "form": form})
