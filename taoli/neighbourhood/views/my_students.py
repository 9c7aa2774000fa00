"""The students given to a mentor from outside."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.companions import own_pairs


@page(permission=("neighbourhood.companion", "own"))
def my_students(request: Request) -> HttpResponse:
    """List them with what each was given for."""
    return render(request, "neighbourhood/my_students.html", {"rows": list(own_pairs(request.actor))})
