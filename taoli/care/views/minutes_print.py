"""The minutes on one sheet, to be signed."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.showing import shown
from taoli.common.pages import Request, page


@page(permission=("care.conference", "manage"))
def minutes_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show who was there, what was said of whom, who does what by when."""
    view = shown(request.actor, pk, "care:minutes_print", whole=True)
    return render(request, "care/minutes_print.html", {"view": view})
