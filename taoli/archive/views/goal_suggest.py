"""A mentor suggests a goal; the student decides."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import SuggestForm
from taoli.archive.queries.goals import get_student
from taoli.archive.services import suggest_goal
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.goals", "suggest"), methods=("GET", "POST"))
def goal_suggest(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take one sentence for one's own student."""
    student = get_student(request.actor, pk, "suggest")
    form = SuggestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            suggest_goal(by=request.actor, student_id=pk, text=form.cleaned_data["text"])
            messages.success(request, _("Suggested. It stands with the student's goals as soon as it is taken."))
            return reverse("archive:goal_list", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "student": student, "op": request.POST.get("op", "")}
    return render(request, "archive/goal_suggest.html", context)
