"""One draw on the school's side."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, opens, page
from taoli.common.views_log import log_view
from taoli.oversight.queries.calls import call_of, drawn_people, get_announced, over, own_code, told_by_itself_on
from taoli.oversight.queries.draws import command_of


@page(permission=("oversight.call", "view"))
def call_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show what is announced, the frozen list, who was drawn and whether they agree; never an answer."""
    row = get_announced(request.actor, pk)
    call = call_of(request.actor, pk)
    people = drawn_people(call) if call else []
    log_view(request.actor, "oversight.call", [one.row.pk for one in people], page="oversight:call_show")
    code = own_code(request.actor)
    context = {
        "row": row,
        "call": call,
        "people": people,
        "code": code,
        "places": row.places.get(code, []),
        "command": command_of(row, code) if code in row.sizes else "",
        "over": call is not None and over(call),
        "by_itself": told_by_itself_on(call) if call and people else None,
        "in_time": clock.today() < row.seed_on,
        "edits": opens(request.actor, "oversight:call_freeze"),
    }
    return render(request, "oversight/call_show.html", context)
