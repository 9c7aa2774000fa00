"""Who mentors whom, within one's reach."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.permissions import PAIRING, ROUND
from taoli.matching.queries.asked import asked_of
from taoli.matching.queries.listing import listing_of

HEADINGS = 30


@page(permission=("matching.pairing", "list"))
def pairing_list(request: Request) -> HttpResponse:
    """List pairings of today by mentor or by class, narrowed by grade, class or a name."""
    listing = listing_of(
        request.actor,
        by=request.GET.get("by", "mentor"),
        grade=request.GET.get("grade", ""),
        room=request.GET.get("class", ""),
        text=request.GET.get("q", "").strip(),
    )
    shown = Paginator(listing.lines, HEADINGS).get_page(request.GET.get("page"))
    context = {"listing": listing, "page": shown, "ends": PAIRING.may(request.actor, "end")}
    context |= {"by_mentor": listing.by == "mentor", "by_class": listing.by == "class"}
    context["asks"] = [] if ROUND.may(request.actor, "edit") else asked_of(request.actor)
    return render(request, "matching/pairing_list.html", context)
