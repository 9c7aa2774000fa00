"""What the family reads of one's own record."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance import services


@page(permission=("guidance.record", "correct"), kind="action", methods=("POST",))
def record_release(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Keep the writer's words for the family, or that it reads day and way only."""
    try:
        return once(request, lambda: _release(request, pk))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("guidance:record_show", pk=pk)


def _release(request: Request, pk: uuid.UUID) -> str:
    withheld = request.POST.get("show") == "day"
    services.release_text(by=request.actor, pk=pk, text=request.POST.get("text", ""), withheld=withheld)
    messages.success(request, _("The family's page shows it so from now on."))
    return reverse("guidance:record_show", args=[pk])
