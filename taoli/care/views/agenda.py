"""My list for the next class conference."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.agenda import agenda as notes
from taoli.common.pages import Request, opens, page
from taoli.guidance.phrases import full_date


@page(permission=("care.agenda", "view"))
def agenda(request: Request) -> HttpResponse:
    """Show whom I want to speak of, to be crossed off."""
    rows = [{"note": one, "day": full_date(one.noted_on)} for one in notes(request.actor)]
    tells = opens(request.actor, "guidance:student_timeline")
    return render(request, "care/agenda.html", {"rows": rows, "tells": tells})
