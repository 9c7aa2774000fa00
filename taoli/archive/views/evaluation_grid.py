"""A class's evaluations of a term: who has spoken, what is read through, what is with the families."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.forms import chosen_term
from taoli.archive.queries.grid import evaluation_grid as grid_of
from taoli.archive.queries.grid import proof_rooms
from taoli.archive.queries.voices import begun_terms
from taoli.common import clock
from taoli.common.ids import id_of
from taoli.common.pages import Request, opens, page


@page(permission=("archive.evaluation", "proof"))
def evaluation_grid(request: Request) -> HttpResponse:
    """Show a class of mine, or `?room=`, of this term, or `?term=`."""
    rooms, terms = proof_rooms(request.actor), begun_terms(request.actor.school_id, clock.today())
    asked = id_of(request.GET.get("room", ""))
    room = next((one for one in rooms if one.pk == asked), rooms[0] if rooms else None)
    term = chosen_term(terms, request.GET.get("term", ""))
    context = {
        "rooms": rooms,
        "room": room,
        "terms": terms,
        "term": term,
        "may": {
            "months": opens(request.actor, "archive:performance_edit"),
            "settings": opens(request.actor, "archive:archive_settings"),
        },
        "grid": grid_of(request.actor, room.pk, term) if room and term else None,
    }
    return render(request, "archive/evaluation_grid.html", context)
