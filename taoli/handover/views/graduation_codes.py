"""Slips for graduates: one code each."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.queries.graduation import get_graduates
from taoli.handover.services.graduation import TakeSlip, issue_codes


@page(permission=("handover.graduation", "edit"), methods=("GET", "POST"))
def graduation_codes(request: Request, room: uuid.UUID, day: str) -> HttpResponse:
    """Say what the slips do; make new codes and show them once, ready to print."""
    found = get_graduates(request.actor, room, day)
    if request.method != "POST":
        return render(request, "handover/graduation_codes.html", {"row": found})
    made: list[TakeSlip] = []

    def work() -> str:
        made.extend(issue_codes(by=request.actor, class_id=found.class_id, left_on=found.left_on))
        return reverse("handover:graduation_list")

    # A repeat finds no new codes made: the slips already printed stay good.
    answer = once(request, work)
    if not made:
        messages.info(request, _("These slips were made already. If they are lost, make new ones here."))
        return answer
    door = request.build_absolute_uri(reverse("handover:graduation_fetch"))
    return render(request, "handover/_graduation_slips.html", {"slips": made, "door": door, "row": found})
