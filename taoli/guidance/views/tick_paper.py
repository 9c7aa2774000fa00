"""Sheets to tick, one a page of A4."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.guidance.queries.ticks import monday_of, sheets_to_print


@page(permission=("guidance.tick_sheet", "print"))
def tick_paper(request: Request) -> HttpResponse:
    """Show the sheets of a week, of the chosen mentors or of all, with blank forms for a text if wanted."""
    monday = monday_of(request.GET.get("week", ""))
    grids = sheets_to_print(request.actor, monday, ids_of(request.GET.getlist("mentor")))
    context = {"monday": monday, "grids": grids, "forms": bool(request.GET.get("forms"))}
    return render(request, "guidance/tick_paper.html", context)
