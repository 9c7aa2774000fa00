"""The certificate of a course, to print."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.matching.queries.codes import qr_image
from taoli.oversight.queries.bookings import proof_of


@page(permission=("oversight.booking", "own"))
def certificate_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Print it with the address at which anybody can look it up."""
    proof = proof_of(request.actor, pk)
    link = request.build_absolute_uri(reverse("oversight:certificate_verify", args=[proof.place]))
    context = {"proof": proof, "link": link, "image": qr_image(f"{link}?code={proof.code}")}
    return render(request, "oversight/certificate_print.html", context)
