"""Add a line to an agenda by hand."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.care.queries.conferences import get_managed
from taoli.care.services.agendas import add_item
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("care.conference", "manage"), kind="action", methods=("POST",))
def item_add(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Add a student, some words, or both."""
    get_managed(request.actor, pk)
    back = reverse("care:conference_show", args=[pk])

    def work() -> str:
        student = id_of(request.POST.get("student", ""))
        add_item(by=request.actor, pk=pk, text=request.POST.get("text", ""), student_id=student)
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
