"""The code of a session for the wall or the projector."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.courses import get_session


@page(permission=("oversight.course", "edit"))
def session_code(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the frame; the code itself comes in as a part, anew every few seconds."""
    return render(request, "oversight/session_code.html", {"session": get_session(request.actor, pk)})
