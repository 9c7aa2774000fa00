"""Answer a survey, signed in. There is no row of operations for it: the right to answer is spent, that is enough."""

import uuid

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.ballots import get_asked
from taoli.evaluation.views.ballot_door import AT_ONCE, ballot_form


@page(permission="signed_in", methods=("GET", "POST"))
def ballot_answer(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the questions with who sees what; a second answer is refused, and what is in stays."""
    found = get_asked(request.actor, pk)
    start = _start(request.GET.get("from", ""), len(found.token.about))
    form = None if found.token.spent or found.over else ballot_form(found, request, start)
    if request.method == "POST" and form and form.is_valid():
        try:
            services.cast(token=found.token, answers=form.answers())
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            return HttpResponseRedirect(reverse("evaluation:ballot_list") + "?done=1")
    more = range(0, len(found.token.about), AT_ONCE) if len(found.token.about) > AT_ONCE else ()
    context = {"asked": found, "form": form, "start": start, "more": more}
    return render(request, "evaluation/ballot_answer.html", context)


def _start(text: str, count: int) -> int:
    """Read where the page begins among many mentors; from the first where that makes no sense."""
    start = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0  # noqa: PLR2004
    return start if start < count else 0
