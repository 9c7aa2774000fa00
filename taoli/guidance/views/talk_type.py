"""Slips out of the box: code and ticks, and no name."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms.talks import SlipTypeForm
from taoli.guidance.services.talk_codes import type_slip


@page(permission=("guidance.talk_code", "type"), methods=("GET", "POST"))
def talk_type(request: Request) -> HttpResponse:
    """Type one slip; the answer never says whose it is."""
    form = SlipTypeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            type_slip(
                by=request.actor,
                text=given["code"],
                office=given["office"],
                may_pass=given["may_pass"],
                unsafe=given["unsafe"],
            )
            messages.success(request, _("It is on its way. Please destroy the slip."))
            return reverse("guidance:talk_type")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error("code", str(refusal))
    return render(request, "guidance/talk_type.html", {"form": form})
