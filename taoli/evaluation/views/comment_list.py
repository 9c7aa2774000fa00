"""Free texts of surveys that wait for a reviewer."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.queries.comments import review_counts


@page(permission=("evaluation.comment", "review"))
def comment_list(request: Request) -> HttpResponse:
    """Show how many wait in each survey; the texts one by one stand on their own page."""
    return render(request, "evaluation/comment_list.html", {"rows": review_counts(request.actor)})
