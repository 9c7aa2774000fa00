"""One word for what a student is good at."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance import services


@page(permission=("guidance.student", "record"), kind="action", methods=("POST",))
def strength_tap(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Add the word, or take it away again."""
    try:
        return once(request, lambda: _tap(request, pk))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("guidance:student_timeline", pk=pk)


def _tap(request: Request, pk: uuid.UUID) -> str:
    services.tap_strength(by=request.actor, student_id=pk, code=request.POST.get("word", ""))
    return reverse("guidance:student_timeline", args=[pk]) + "#strengths"
