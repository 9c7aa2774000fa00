"""Type coded paper sheets: student number, mentor numbers, Enter to the next; what is wrong stays to be mended."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching import services
from taoli.matching.forms import paper_lines
from taoli.matching.queries.handing_in import choice_round, handing_in
from taoli.matching.queries.rounds import ranks_of
from taoli.matching.queries.wishes import typed_names

LINES = 20


@page(permission=("matching.wish", "enter"), methods=("GET", "POST"))
def wishes_type(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show empty lines; a POST saves the right ones and shows them beside the wrong ones."""
    choice = choice_round(request.actor, pk)
    ranks, found = ranks_of(choice), services.TypedSheets()
    in_time = request.POST.get("in_time") == "1"
    if request.method == "POST":
        lines = paper_lines(request.POST, ranks)

        def work() -> str:
            done = services.type_wishes(by=request.actor, round_id=pk, lines=lines, in_time=in_time)
            found.saved, found.wrong = done.saved, done.wrong
            return reverse("matching:wishes_type", args=[pk])

        answer = once(request, work)
        if not found.saved and not found.wrong:
            return answer
    log_view(request.actor, "matching.wish", [student for student, _names in found.saved], page="matching:wishes_type")
    context = {
        "round": choice,
        "places": range(1, ranks + 1),
        "lines": [*found.wrong, *[(None, "")] * (LINES - len(found.wrong))],
        "saved": typed_names(request.actor, found.saved),
        "wrong": len(found.wrong),
        "in_time": in_time,
        "view": handing_in(request.actor, choice),
    }
    return render(request, "matching/wishes_type.html", context)
