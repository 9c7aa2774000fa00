"""A one-time link, without an account: three questions, three taps, no name on the page."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.oversight.forms.draws import ThreeForm
from taoli.oversight.queries.calls import open_to_answer
from taoli.oversight.services.answering import answer, enter

PAGE = "oversight/call_door.html"


@page(permission="public", methods=("GET", "POST"))
@never_cache
def call_door(request: HttpRequest, code: str) -> HttpResponse:
    """Show the questions; an answered one says so, and that is the thanks too."""
    try:
        with counted(request, "draw"):
            place = enter(text=code)
    except TaoliError as refusal:
        return render(request, PAGE, {"refusal": str(refusal)})
    form = ThreeForm(request.POST or None, whom=place.list.whom) if open_to_answer(place) else None
    if request.method == "POST" and form and form.is_valid():
        try:
            answer(place=place, answers=form.cleaned_data)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            return HttpResponseRedirect(reverse("oversight:call_door", args=[code]) + "?done=1")
    return render(request, PAGE, {"call": place.list, "place": place, "form": form, "done": "done" in request.GET})
