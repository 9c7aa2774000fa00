"""The inspection packs of the school."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.inspections import packs


@page(permission=("oversight.inspection", "edit"))
def inspection_list(request: Request) -> HttpResponse:
    """List them, the newest first."""
    return render(request, "oversight/inspection_list.html", {"rows": list(packs(request.actor))})
