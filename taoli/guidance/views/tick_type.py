"""A paper sheet is typed: the page mirrors it, the keyboard is enough."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.guidance.forms.ticks import read_ticks
from taoli.guidance.queries.ticks import get_grid
from taoli.guidance.services.ticks import type_sheet


@page(permission=("guidance.tick_sheet", "type"), methods=("GET", "POST"))
def tick_type(request: Request) -> HttpResponse:
    """Ask for the code, then show the grid; a POST writes everything in one go."""
    code, error = (request.POST or request.GET).get("code", ""), ""
    ticks = read_ticks(request.POST.getlist("tick"))
    papers = ids_of(request.POST.getlist("paper"))
    if request.method == "POST":

        def work() -> str:
            typed = type_sheet(by=request.actor, code=code, ticks=ticks, papers=papers)
            words = ngettext("%(n)s record written.", "%(n)s records written.", typed.written)
            messages.success(request, words % {"n": typed.written})
            return reverse("guidance:tick_type")

        try:
            return once(request, work)
        except TaoliError as refusal:
            error = str(refusal)
    context = {
        "code": code,
        "grid": get_grid(request.actor, code) if code else None,
        "error": error,
        "ticked": request.POST.getlist("tick"),
    }
    return render(request, "guidance/tick_type.html", context)
