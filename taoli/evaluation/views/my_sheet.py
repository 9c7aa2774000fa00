"""My own sheet of the term."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.queries.page import sheet_page
from taoli.evaluation.queries.sheets import current_run, own_sheet
from taoli.roster.queries.calendar import current_term


@page(permission=("evaluation.sheet", "own"))
def my_sheet(request: Request) -> HttpResponse:
    """Show a mentor the own sheet with everything behind it, or say why there is none yet."""
    term = current_term(request.actor.school_id)
    run = current_run(request.actor.school_id, term)
    sheet = own_sheet(request.actor, run)
    context = {"term": term, "sheet": sheet, "published": bool(run and run.state != "draft")}
    if sheet:
        context |= sheet_page(request.actor, sheet)
    return render(request, "evaluation/my_sheet.html", context)
