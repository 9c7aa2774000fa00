"""The evaluation of a term on one page of paper."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.queries.report import term_report
from taoli.common.pages import Request, page


@page(permission=("archive.evaluation", "view"))
def evaluation_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the term's report: voices, goals, honours, works, months."""
    return render(request, "archive/evaluation_print.html", {"report": term_report(request.actor, pk)})
