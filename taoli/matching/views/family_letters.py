"""Letters to the families of a change, one sheet a student."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.matching.queries.year import get_change, letters
from taoli.roster.queries.imports import school_phone


@page(permission=("matching.year", "view"))
def family_letters(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a letter for each family whose child has another mentor from the day on."""
    row = get_change(request.actor, pk)
    context = {"change": row, "lines": letters(row), "phone": school_phone(row.school_id), "today": clock.today()}
    return render(request, "matching/family_letters.html", context)
