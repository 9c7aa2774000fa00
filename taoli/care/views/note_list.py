"""The sealed notes about a student."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.sealed import notes_of
from taoli.common.pages import Request, page


@page(permission=("care.sealed_note", "write"))
def note_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Open the notes to whoever holds the student; logged first."""
    return render(request, "care/note_list.html", {"view": notes_of(request.actor, pk)})
