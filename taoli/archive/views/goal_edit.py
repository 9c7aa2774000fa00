"""Set a goal, or change one and its plan."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import GoalForm
from taoli.archive.queries.goals import GoalRow, get_goals
from taoli.archive.services import change_goal, set_goal
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("archive.goals", "write"), methods=("GET", "POST"))
def goal_edit(request: Request) -> HttpResponse:
    """Take goal and steps; `?goal=`: one's own goal to be changed."""
    if request.actor.person_id is None:
        raise Http404
    student = request.actor.person_id
    view = get_goals(request.actor, student)
    asked = id_of(request.GET.get("goal", ""))
    goal = next((one for one in view.active if one.pk == asked), None)
    if asked and goal is None:
        raise Http404
    form = GoalForm(request.POST or None, goal=goal)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _write(request, form, goal, student))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "goal": goal, "view": view, "op": request.POST.get("op", "")}
    return render(request, "archive/goal_edit.html", context)


def _write(request: Request, form: GoalForm, goal: GoalRow | None, student: uuid.UUID) -> str:
    text = form.cleaned_data["text"]
    if goal is None:
        set_goal(by=request.actor, student_id=student, text=text, steps=form.plan())
    else:
        edit = form.cleaned_data["edit"] or 0
        change_goal(by=request.actor, pk=goal.pk, edit=edit, text=text, steps=form.plan())
    messages.success(request, _("Saved. Your mentor can read it and may write you a word."))
    return reverse("archive:goal_list", args=[student])
