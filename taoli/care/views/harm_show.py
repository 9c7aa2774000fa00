"""A report of harm, opened by one of the few."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.harm import numbers_for, open_report
from taoli.common.pages import Request, page


@page(permission=("care.harm", "view"))
def harm_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show what was seen, since when it is known, what was done; the opening is logged."""
    context = {"view": open_report(request.actor, pk), "numbers": numbers_for(request.actor.school_id)}
    return render(request, "care/harm_show.html", context)
