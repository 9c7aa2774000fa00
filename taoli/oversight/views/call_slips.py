"""Slips to cut for those who agreed: a one-time link, and the telephone for those without."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching.queries.codes import qr_image
from taoli.oversight.queries.calls import get_announced, get_call
from taoli.oversight.services.calls import CallSlip, make_slips


@page(permission=("oversight.call", "edit"), methods=("GET", "POST"))
def call_slips(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Make new codes and show them once, ready to print; earlier ones stop working."""
    row, call = get_announced(request.actor, pk), get_call(request.actor, pk)
    made: list[CallSlip] = []
    if request.method == "POST":

        def work() -> str:
            made.extend(make_slips(by=request.actor, announced=row))
            return reverse("oversight:call_slips", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect("oversight:call_slips", pk=pk)
        if not made:
            messages.info(request, _("These slips were made already. If they are lost, make new ones here."))
            return answer
    links = [
        request.build_absolute_uri(reverse("oversight:call_door", args=[one.code.replace("-", "")])) for one in made
    ]
    slips = [(slip, link, qr_image(link)) for slip, link in zip(made, links, strict=True)]
    return render(request, "oversight/call_slips.html", {"row": row, "call": call, "slips": slips})
