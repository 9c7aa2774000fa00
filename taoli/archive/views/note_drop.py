"""Throw a note for oneself away."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.queries.notes import get_note
from taoli.archive.services import drop_note
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.note", "own"), kind="action", methods=("POST",))
def note_drop(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Erase it; it cannot be brought back."""
    get_note(request.actor, pk)

    def work() -> str:
        drop_note(by=request.actor, pk=pk)
        messages.success(request, _("Thrown away."))
        return reverse("archive:note_list")

    return once(request, work)
