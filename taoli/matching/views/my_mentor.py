"""Who is my mentor, and what does a mentor do: for the student, and for the family."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.queries.mine import mine_of


@page(permission=("matching.pairing", "own"))
def my_mentor(request: Request) -> HttpResponse:
    """Show the mentor with subject and introduction, and in plain words what the scheme asks of a mentor."""
    return render(request, "matching/my_mentor.html", {"view": mine_of(request.actor)})
