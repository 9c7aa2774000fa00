"""What a student does with a goal by one tap."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.queries.goals import get_goal
from taoli.archive.services import close_goal, reopen_goal, take_goal, tick_step
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("archive.goals", "write"), kind="action", methods=("POST",))
def goal_move(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Tick a step, take or leave a suggestion, close a goal or take it up again: `do` says which."""
    goal = get_goal(request.actor, pk)
    back = reverse("archive:goal_list", args=[goal.student_id])

    def work() -> str:
        _move(request, pk)
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)


def _move(request: Request, pk: uuid.UUID) -> None:
    by, do = request.actor, request.POST.get("do", "")
    step = id_of(request.POST.get("step", "")) or uuid.UUID(int=0)
    if do in {"tick", "untick"}:
        tick_step(by=by, pk=pk, step_id=step, done=do == "tick")
    elif do in {"take", "decline"}:
        take_goal(by=by, pk=pk, takes=do == "take")
    elif do in {"reached", "aside"}:
        close_goal(by=by, pk=pk, reached=do == "reached", outcome=request.POST.get("outcome", ""))
    elif do == "reopen":
        reopen_goal(by=by, pk=pk)
    else:
        raise TaoliError(_("Please choose from what is offered."))
