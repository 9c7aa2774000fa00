"""The certificate of a star, for printing."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.oversight.queries.candidacies import get_title


@page(permission=("oversight.star_title", "own"))
def star_certificate(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Print it with the code and the address where it can be checked."""
    door = request.build_absolute_uri(reverse("oversight:star_verify"))
    return render(request, "oversight/star_certificate.html", {"row": get_title(request.actor, pk), "door": door})
