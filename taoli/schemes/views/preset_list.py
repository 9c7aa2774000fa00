"""The published schemes that ship with the product."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.schemes.queries import presets
from taoli.schemes.queries.demands import demands, load_row, people


@page(permission=("schemes.scheme", "edit"))
def preset_list(request: Request) -> HttpResponse:
    """Show what each asks of a mentor and of the others, before any is adopted."""
    staff, students = people(request.actor.school_id)
    rows = [{"preset": row, "demands": demands(row.scheme), "load": load_row(row.scheme)} for row in presets()]
    return render(request, "schemes/preset_list.html", {"rows": rows, "staff": staff, "students": students})
