"""One conference: its agenda, who comes, what was agreed."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.showing import shown
from taoli.common.pages import Request, page


@page(permission=("care.meeting", "attend"))
def conference_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show as much of it as the reader may see."""
    return render(request, "care/conference_show.html", {"view": shown(request.actor, pk, "care:conference_show")})
