"""Whoever cannot scan types the code of the slip."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.matching.queries.codes import plain_code
from taoli.oversight.forms.draws import CallCodeForm
from taoli.oversight.services.answering import enter


@page(permission="public", methods=("GET", "POST"))
@never_cache
def call_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code and lead on."""
    form = CallCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        try:
            with counted(request, "draw"):
                enter(text=code)
        except TaoliError as refusal:
            form.add_error("code", str(refusal))
        else:
            return redirect("oversight:call_door", code=plain_code(code))
    return render(request, "oversight/call_code.html", {"form": form})
