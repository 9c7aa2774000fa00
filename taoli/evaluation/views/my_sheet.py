"""My own sheet of the term."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.phrases import shown
from taoli.evaluation.queries.evidence import lines
from taoli.evaluation.queries.honours import honours_of, pay_of
from taoli.evaluation.queries.sheets import counted_until, current_run, own_sheet
from taoli.roster.queries.calendar import current_term


@page(permission=("evaluation.sheet", "own"))
def my_sheet(request: Request) -> HttpResponse:
    """Show a mentor the own sheet with everything behind it, or say that there is none yet."""
    term = current_term(request.actor.school_id)
    sheet = own_sheet(request.actor, current_run(request.actor.school_id, term))
    context = {
        "term": term,
        "sheet": sheet,
        "lines": lines(sheet) if sheet else [],
        "total": shown(sheet.total) if sheet else "",
        "honours": honours_of(sheet) if sheet else [],
        "pay": pay_of(sheet) if sheet else None,
        "full": shown(sheet.full) if sheet else "",
        "until": counted_until(sheet.run) if sheet else None,
        "frozen": bool(sheet and sheet.run.checksum),
    }
    return render(request, "evaluation/my_sheet.html", context)
