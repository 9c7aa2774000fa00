"""The agenda on paper."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.showing import shown
from taoli.common.pages import Request, page


@page(permission=("care.conference", "manage"))
def conference_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the agenda with room to write, for who runs the meeting; `safe=0`: also what is not for all to see."""
    view = shown(request.actor, pk, "care:conference_print", whole=True)
    return render(request, "care/conference_print.html", {"view": view, "safe": request.GET.get("safe") != "0"})
