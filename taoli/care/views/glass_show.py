"""The notes through a broken glass."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.sealed import notes_through_glass
from taoli.common.pages import Request, page


@page(permission=("care.break_glass", "open"))
def glass_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Open the notes to the asker while it lasts; logged first."""
    row, view = notes_through_glass(request.actor, pk)
    return render(request, "care/glass_show.html", {"row": row, "view": view})
