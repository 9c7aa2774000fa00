"""What a reviewer was asked to review."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.stars import own_reviews


@page(permission=("oversight.star_review", "own"))
def my_reviews(request: Request) -> HttpResponse:
    """List it, what is still to be written first."""
    return render(request, "oversight/my_reviews.html", {"rows": own_reviews(request.actor)})
