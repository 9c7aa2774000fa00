"""Confirm a line of a career file: the proof was seen."""

import uuid

from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.career import get_entry


@page(permission=("evaluation.career", "confirm"), kind="action", methods=("POST",))
def career_confirm(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Confirm it; back to the file."""
    entry = get_entry(request.actor, pk, "confirm")

    def work() -> str:
        services.confirm_career_entry(by=request.actor, pk=entry.pk)
        return reverse("evaluation:career_show", args=[entry.mentor_id])

    return once(request, work)
