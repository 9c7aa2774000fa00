"""A change that was made: who is concerned, what to print, and the way back."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.queries.year import change_lines, get_change, letters
from taoli.matching.services.undoing import may_undo


@page(permission=("matching.year", "view"))
def year_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show each student with the mentor before and after."""
    row = get_change(request.actor, pk)
    context = {"change": row, "lines": change_lines(row), "told": len(letters(row)), "undo": may_undo(row)}
    return render(request, "matching/year_show.html", context)
