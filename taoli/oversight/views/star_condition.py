"""Being a star as a condition elsewhere: paste names or numbers, read yes or no."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.forms.stars import AskedForm
from taoli.oversight.queries.stars import answers, holders


@page(permission=("oversight.star_round", "edit"), methods=("GET", "POST"))
def star_condition(request: Request) -> HttpResponse:
    """Show who holds what; POST answers line by line and keeps nothing."""
    form = AskedForm(request.POST or None)
    lines = form.asked() if request.method == "POST" and form.is_valid() else []
    rows = holders(request.actor.school_id)
    context = {"form": form, "rows": rows, "answers": answers(rows, lines)}
    return render(request, "oversight/star_condition.html", context)
