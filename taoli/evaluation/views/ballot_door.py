"""A one-time link or code, without an account: one questionnaire, once."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.evaluation import services
from taoli.evaluation.forms import BallotForm
from taoli.evaluation.queries.ballots import Asked, mentors_of
from taoli.evaluation.queries.surveys import questions_of

PAGE = "evaluation/ballot_door.html"
AT_ONCE = 20  # mentors on one page; who judges by office answers about the others afterwards


@page(permission="public", methods=("GET", "POST"))
@never_cache
def ballot_door(request: HttpRequest, code: str) -> HttpResponse:
    """Show the questions; an answered or closed one says so, and that is the thanks too."""
    try:
        with counted(request, "survey"):
            found = services.enter_ballot(text=code)
    except TaoliError as refusal:
        return render(request, PAGE, {"refusal": str(refusal)})
    form = None if found.token.spent or found.over else ballot_form(found, request)
    if request.method == "POST" and form and form.is_valid():
        try:
            services.cast(token=found.token, answers=form.answers())
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            return HttpResponseRedirect(reverse("evaluation:ballot_door", args=[code]) + "?done=1")
    context = {"asked": found, "form": form, "code": code, "done": "done" in request.GET}
    return render(request, PAGE, context)


def ballot_form(found: Asked, request: HttpRequest, start: int = 0) -> BallotForm:
    """Return the form of what is asked; among several, mentors who are not known may be left out."""
    known: list[tuple[str | None, str]] = [*mentors_of(found.token)] if found.token.about else [(None, "")]
    free, mentors = len(known) > 1, known[start : start + AT_ONCE]
    data = request.POST if request.method == "POST" else None
    return BallotForm(data, questions=questions_of(found.survey), mentors=mentors, free=free)
