"""Announce a draw."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.draws import DrawForm
from taoli.oversight.services.draws import announce


@page(permission=("oversight.draw", "edit"), methods=("GET", "POST"))
def draw_new(request: Request) -> HttpResponse:
    """Ask for what is announced; POST publishes it to the schools."""
    form = DrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            return reverse("oversight:draw_show", args=[announce(by=request.actor, facts=form.facts()).pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "oversight/draw_new.html", {"form": form, "op": request.POST.get("op", "")})
