"""What is decided about a case: one form for each move."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.care import services
from taoli.care.forms import MOVES, MoveForm
from taoli.care.forms.cases import first_values
from taoli.care.phrases import MOVE_WORDS
from taoli.care.queries.case_view import get_row, moves_of
from taoli.care.queries.people import staff_choices
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.tie", "follow"), methods=("GET", "POST"))
def case_move(request: Request, pk: uuid.UUID, do: str) -> HttpResponse:
    """Take on or not, pass on, answer, review, hand on, close, take up again: `do` says which."""
    case = get_row(request.actor, pk)
    if do not in MOVES or (request.method == "GET" and do not in moves_of(request.actor, case)):
        raise Http404
    form = MOVES[do](request.POST or None, initial=first_values(do, case.edit, case.leader_id))
    form.fill(staff_choices(request.actor.school_id))
    if do == "reopen" and case.state == "declined":
        del form.fields["day"]
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            _move(request, pk, do, form)
            messages.success(request, str(MOVE_WORDS[do].done))
            return reverse("care:case_show", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "case": case, "words": MOVE_WORDS[do], "op": request.POST.get("op", "")}
    return render(request, "care/case_move.html", context)


def _move(request: Request, pk: uuid.UUID, do: str, form: MoveForm) -> None:
    said = form.cleaned_data
    known: dict[str, Any] = {"by": request.actor, "pk": pk, "edit": said["edit"]}
    text, day = said["text"], said.get("day")
    if do == "take_on":
        services.decide_case(**known, takes=True, leader_id=form.leader_id(), review_on=day, text=text)
    elif do == "decline":
        services.decide_case(**known, takes=False, text=text)
    elif do == "hand_on":
        services.hand_on_case(**known, leader_id=form.leader_id(), reason=text)
    elif do == "review":
        services.review_case(**known, text=text, next_on=day)
    elif do == "close":
        services.close_case(**known, outcome=text)
    elif do == "reopen":
        services.reopen_case(**known, text=text, review_on=day)
    else:
        {"climb": services.climb_case, "answer": services.answer_case}[do](**known, text=text)
