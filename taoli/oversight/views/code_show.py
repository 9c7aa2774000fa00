"""The code that counts just now, as QR and to be typed."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.matching.queries.codes import qr_image
from taoli.oversight.queries.codes import code_at
from taoli.oversight.queries.courses import get_session
from taoli.oversight.services.courses import secret_of


@page(permission=("oversight.course", "edit"), kind="part")
def code_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it while the sign-in is open, with how many are there."""
    session = get_session(request.actor, pk)
    code = code_at(secret_of(session), session.pk, clock.now()) if session.state == "held" else ""
    link = request.build_absolute_uri(reverse("oversight:check_in", args=[session.pk])) + f"?code={code}"
    context = {"session": session, "code": code, "image": qr_image(link) if code else ""}
    return render(request, "oversight/_code_show.html", context)
