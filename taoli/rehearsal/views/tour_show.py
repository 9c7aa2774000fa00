"""One station of the demo's tour."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from taoli.common.demo import is_open
from taoli.common.pages import page
from taoli.rehearsal.queries.doors import doors
from taoli.rehearsal.queries.tour import TOUR, WALKED, address


@page(permission="public")
def tour_show(request: HttpRequest, place: int) -> HttpResponse:
    """Say what there is to see and offer the door to it; 404 anywhere but in the demo, on this machine."""
    if not is_open(request) or not 1 <= place <= len(TOUR):
        raise Http404
    step = TOUR[place - 1]
    door = next((one for one in doors() if one.role == step.door), None)
    request.session[WALKED] = sorted({*request.session.get(WALKED, []), place})
    return render(
        request,
        "rehearsal/tour_show.html",
        {
            "step": step,
            "door": door,
            "target": address(step.page),
            "place": place,
            "total": len(TOUR),
            "following": place + 1 if place < len(TOUR) else None,
        },
    )
