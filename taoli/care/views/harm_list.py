"""Reports of harm of which one is told."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.harm import numbers_for, reports
from taoli.common.pages import Request, page


@page(permission=("care.harm", "view"))
def harm_list(request: Request) -> HttpResponse:
    """Show them, open ones first; the same empty page to everybody else."""
    context = {"rows": reports(request.actor), "numbers": numbers_for(request.actor.school_id)}
    return render(request, "care/harm_list.html", context)
