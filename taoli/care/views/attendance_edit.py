"""Who is there: tap those who came, save once."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.care.queries.conferences import get_managed, title_of
from taoli.care.queries.members import members_of
from taoli.care.services.attendance import mark_attendance
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page


@page(permission=("care.conference", "manage"), methods=("GET", "POST"))
def attendance_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show everybody expected; whoever is not away and has not sent word is ticked at first."""
    row = get_managed(request.actor, pk)
    refused = ""
    if request.method == "POST":
        try:
            return once(request, lambda: _write(request, pk))
        except TaoliError as refusal:
            refused = str(refusal)
    members = [
        {"one": one, "here": one.state == "present" or (one.state == "expected" and not one.away)}
        for one in members_of(row)
    ]
    context = {"row": row, "title": title_of(row), "members": members, "refused": refused}
    return render(request, "care/attendance_edit.html", context)


def _write(request: Request, pk: uuid.UUID) -> str:
    n = mark_attendance(by=request.actor, pk=pk, here=ids_of(request.POST.getlist("here")))
    messages.success(request, ngettext("%(n)s person is there.", "%(n)s people are there.", n) % {"n": n})
    return reverse("care:conference_show", args=[pk])
