"""One text of the exchange."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.oversight.queries.exchange import get_shared, is_marked


@page(permission=("oversight.exchange", "read"))
def exchange_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it, with how many schools found it of use."""
    story = get_shared(request.actor, pk)
    context = {
        "story": story,
        "marks": opens(request.actor, "oversight:exchange_useful"),
        "marked": is_marked(request.actor, story.pk),
    }
    return render(request, "oversight/exchange_show.html", context)
