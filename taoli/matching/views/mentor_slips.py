"""Slips for the new mentors of a change."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.queries.year import get_change, slips
from taoli.roster.queries.imports import school_phone


@page(permission=("matching.year", "view"))
def mentor_slips(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show each new mentor who comes, with the families' telephones."""
    row = get_change(request.actor, pk)
    log_view(request.actor, "roster.student", [line["student"] for line in row.shifts], page="matching:mentor_slips")
    context = {"change": row, "slips": slips(row), "phone": school_phone(row.school_id), "today": clock.today()}
    return render(request, "matching/mentor_slips.html", context)
