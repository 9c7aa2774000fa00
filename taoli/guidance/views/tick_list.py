"""Sheets to tick on paper, week by week."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.guidance.queries.ticks import mentor_lines, monday_of
from taoli.guidance.services.ticks import make_sheets


@page(permission=("guidance.tick_sheet", "print"), methods=("GET", "POST"))
def tick_list(request: Request) -> HttpResponse:
    """Choose a week and mentors; a POST gives each a sheet with a code and shows them ready to print."""
    monday = monday_of(request.POST.get("week") or request.GET.get("week", ""))
    error = ""
    if request.method == "POST":
        chosen = [] if request.POST.get("all") else ids_of(request.POST.getlist("mentor"))

        def work() -> str:
            make_sheets(by=request.actor, monday=monday, mentor_ids=chosen)
            ids = "".join(f"&mentor={pk}" for pk in chosen)
            forms = "&forms=1" if request.POST.get("forms") else ""
            return f"{reverse('guidance:tick_paper')}?week={monday.isoformat()}{ids}{forms}"

        try:
            return once(request, work)
        except TaoliError as refusal:
            error = str(refusal)
    context = {"monday": monday, "lines": mentor_lines(request.actor, monday), "error": error}
    return render(request, "guidance/tick_list.html", context)
