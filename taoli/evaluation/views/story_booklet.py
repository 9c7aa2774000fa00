"""The collection as a booklet on paper."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.queries.stories import collection


@page(permission=("evaluation.story", "read"))
def story_booklet(request: Request) -> HttpResponse:
    """Show it ready to print; `?kind=` narrows it."""
    rows = collection(request.actor, request.GET.get("kind", ""))
    school = rows[0].author.school.name if rows else ""
    return render(request, "evaluation/story_booklet.html", {"rows": rows, "school": school})
