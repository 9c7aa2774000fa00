"""One rehearsal: how the term went, and rule by rule what it showed."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.rehearsal.phrases import OUTCOMES
from taoli.rehearsal.phrases.report import told
from taoli.rehearsal.queries.rehearsals import get_rehearsal


@page(permission=("rehearsal.rehearsal", "view"))
def rehearsal_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the report; `?outcome=` keeps the rules of one outcome."""
    row = get_rehearsal(request.actor, pk)
    wanted = request.GET.get("outcome", "")
    wanted = wanted if wanted in OUTCOMES else ""
    report = told(row.report, wanted)
    options = [(code, words) for code, words in OUTCOMES.items() if report["outcomes"].get(code)]
    context = {"row": row, "report": report, "outcome": wanted, "options": options}
    return render(request, "rehearsal/rehearsal_show.html", context)
