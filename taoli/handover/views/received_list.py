"""What other schools handed over of a student."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.handover.queries.received import received_of


@page(permission=("handover.received", "view"))
def received_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Strengths first, then the old mentor's word, then the sections, each marked with its origin."""
    student, pages = received_of(request.actor, pk)
    return render(request, "handover/received_list.html", {"student": student, "pages": pages})
