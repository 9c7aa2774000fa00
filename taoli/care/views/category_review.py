"""Whose facts are to be looked at again."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.categories import to_review
from taoli.common.pages import Request, opens, page
from taoli.common.views_log import log_view


@page(permission=("care.category", "edit"))
def category_review(request: Request) -> HttpResponse:
    """Show the students by class and name, never which fact: that stands on the student's own page."""
    rows = to_review(request.actor)
    log_view(request.actor, "roster.student", [one.student.pk for one in rows], page="care:category_review")
    context = {"rows": rows, "settings": opens(request.actor, "care:category_settings")}
    return render(request, "care/category_review.html", context)
