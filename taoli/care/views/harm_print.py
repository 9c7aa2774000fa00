"""A report of harm on paper, for police and bureau."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.harm import numbers_for, open_report
from taoli.common.pages import Request, page


@page(permission=("care.harm", "view"))
def harm_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it as one sheet; the opening is logged."""
    context = {
        "view": open_report(request.actor, pk, page="care:harm_print"),
        "numbers": numbers_for(request.actor.school_id),
    }
    return render(request, "care/harm_print.html", context)
