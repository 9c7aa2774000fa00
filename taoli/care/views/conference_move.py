"""What becomes of a conference, by one tap."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.queries.conferences import get_managed
from taoli.care.services.conferences import begin_conference, cancel_conference, replan_conference
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.conference", "manage"), kind="action", methods=("POST",))
def conference_move(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Begin it, call it off with a reason, plan it anew: `do` says which."""
    get_managed(request.actor, pk)
    try:
        return once(request, lambda: _move(request, pk))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(reverse("care:conference_show", args=[pk]))


def _move(request: Request, pk: uuid.UUID) -> str:
    by, do = request.actor, request.POST.get("do", "")
    if do == "begin":
        begin_conference(by=by, pk=pk)
        return reverse("care:conference_run", args=[pk])
    if do == "cancel":
        cancel_conference(by=by, pk=pk, reason=request.POST.get("reason", ""))
    elif do == "replan":
        replan_conference(by=by, pk=pk, held_on=clock.today())
    else:
        raise TaoliError(_("Please choose from what is offered."))
    return reverse("care:conference_show", args=[pk])
