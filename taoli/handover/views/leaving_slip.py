"""The receiving slip of a student who has come back."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.handover.queries.leaving import get_leaving, slip_of


@page(permission=("handover.leaving", "edit"))
def leaving_slip(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Print one A4: class, homeroom teacher, mentor, first day, and the stub to be signed."""
    return render(request, "handover/leaving_slip.html", {"slip": slip_of(get_leaving(request.actor, pk, "edit"))})
