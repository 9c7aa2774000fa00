"""What conferences have given me to do."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.actions import my_actions
from taoli.care.queries.agenda_parts import exam_hint
from taoli.care.queries.own import me
from taoli.common.pages import Request, page


@page(permission=("care.action", "settle"))
def action_list(request: Request) -> HttpResponse:
    """Show the open ones by day and those settled lately; after an exam one sentence of whom to look at."""
    still, past = my_actions(request.actor)
    hint = exam_hint(request.actor.school_id, me(request.actor))
    return render(request, "care/action_list.html", {"still": still, "past": past, "hint": hint})
