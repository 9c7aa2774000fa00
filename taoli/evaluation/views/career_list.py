"""The career files of the school's mentors."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.evaluation.queries.career import mentors_with_file


@page(permission=("evaluation.career", "list"))
def career_list(request: Request) -> HttpResponse:
    """Show everybody who mentors or has mentored, by staff number."""
    context = {"rows": mentors_with_file(request.actor), "own": opens(request.actor, "evaluation:my_career")}
    return render(request, "evaluation/career_list.html", context)
