"""A guardian says that something the school keeps is not right."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.queries.families import corrections_of, own_children_of
from taoli.guidance.services import ask_correction
from taoli.home.forms import FamilyTextForm


@page(permission=("guidance.family_correction", "ask"), methods=("GET", "POST"))
def family_correction(request: Request) -> HttpResponse:
    """Ask the school; show until when it answers, and what it has answered."""
    form = FamilyTextForm(request.POST or None, children=own_children_of(request.actor))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            ask_correction(by=request.actor, student_id=uuid.UUID(given["student"]), text=given["text"])
            messages.success(request, _("The school has it and will answer here."))
            return reverse("home:family_correction")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "home/family_correction.html", {"form": form, "rows": corrections_of(request.actor)})
