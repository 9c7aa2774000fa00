"""A mentor's short encouragement beside a goal."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import CheerForm
from taoli.archive.queries.goals import get_goal
from taoli.archive.services import cheer_goal
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.goals", "suggest"), kind="action", methods=("POST",))
def goal_cheer(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Keep it; an empty one takes it back."""
    goal = get_goal(request.actor, pk, "suggest")
    back, form = reverse("archive:goal_list", args=[goal.student_id]), CheerForm(request.POST)

    def work() -> str:
        if not form.is_valid():
            raise TaoliError(_("An encouragement has at most 100 characters."))
        cheer_goal(by=request.actor, pk=pk, text=form.cleaned_data["text"])
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
