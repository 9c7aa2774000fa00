"""Take back what one has just written."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance import services


@page(permission=("guidance.record", "correct"), kind="action", methods=("POST",))
def record_withdraw(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Undo: for its writer, ten minutes long."""
    try:
        return once(request, lambda: _withdraw(request, pk))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("guidance:record_list")


def _withdraw(request: Request, pk: uuid.UUID) -> str:
    count = services.record_withdraw(by=request.actor, pk=pk)
    text = ngettext("The record has been taken back.", "The records of %(count)s students have been taken back.", count)
    messages.success(request, text % {"count": count})
    return reverse("guidance:record_list")
