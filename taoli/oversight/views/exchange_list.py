"""What works elsewhere: texts without names from the schools of the area; my own, for the office those to hand in."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.oversight.forms.exchange import PARTS
from taoli.oversight.permissions import STORY_OFFER
from taoli.oversight.queries.exchange import desk, events_offered, own_texts, shared


@page(permission=("oversight.exchange", "read"))
def exchange_list(request: Request) -> HttpResponse:
    """List them; `?part=` narrows."""
    actor, part = request.actor, request.GET.get("part", "")
    context = {
        "opens_topics": opens(request.actor, "oversight:topic_list"),
        "rows": shared(actor, part),
        "part": part,
        "parts": PARTS,
        "own": own_texts(actor),
        "desk": desk(actor) if STORY_OFFER.may(actor, "offer") else [],
        "events": events_offered(actor),
    }
    return render(request, "oversight/exchange_list.html", context)
