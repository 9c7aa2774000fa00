"""The account slip of a mentor from outside: account name and a code that works once."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.companions import get_companion
from taoli.neighbourhood.services.companions import Slip, hand_slip


@page(permission=("neighbourhood.companion", "edit"), methods=("GET", "POST"))
def companion_slip(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Make the slip and show it once; a code made before stops working."""
    staff, made = get_companion(request.actor, pk), list[Slip]()

    def work() -> str:
        made.append(hand_slip(by=request.actor, staff=staff))
        return reverse("neighbourhood:companion_slip", args=[pk])

    if request.method == "POST":
        try:
            answer = once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
        else:
            if not made:
                messages.info(request, _("This slip was made already. If it is lost, make a new one here."))
                return answer
    context = {"staff": staff, "slip": made[0] if made else None}
    return render(request, "neighbourhood/companion_slip.html", context)
