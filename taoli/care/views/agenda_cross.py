"""Cross a student off my list."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.care.services.agenda import cross_off
from taoli.common.pages import Request, page


@page(permission=("care.agenda", "view"), kind="action", methods=("POST",))
def agenda_cross(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Cross it off; once more changes nothing."""
    cross_off(by=request.actor, pk=pk)
    return redirect("care:agenda")
