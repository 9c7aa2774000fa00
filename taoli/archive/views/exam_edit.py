"""Set up an exam, or change one."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import ExamForm, places_of
from taoli.archive.queries.exam_pages import get_exam
from taoli.archive.queries.pupils import places_to_examine, subjects_of
from taoli.archive.services import add_exam, change_exam
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("archive.exam", "edit"), methods=("GET", "POST"))
def exam_edit(request: Request) -> HttpResponse:
    """Take name, day, subjects and full marks; `?exam=`: one to be changed."""
    asked = request.GET.get("exam", "")
    exam = get_exam(request.actor, id_of(asked) or uuid.UUID(int=0), "edit") if asked else None
    grades, rooms = places_to_examine(request.actor)
    subjects = subjects_of(request.actor.school_id, exam) if exam else []
    form = ExamForm(request.POST or None, exam=exam, places=places_of(grades, rooms), subjects=subjects)
    if request.method == "POST" and form.is_valid():
        facts = form.facts({room.pk: room.grade_id for room in rooms})

        def work() -> str:
            if exam is None:
                made = add_exam(by=request.actor, facts=facts)
            else:
                made = change_exam(by=request.actor, pk=exam.pk, edit=form.cleaned_data["edit"] or 0, facts=facts)
            messages.success(request, _("Saved. Marks can be entered now."))
            return reverse("archive:exam_show", args=[made.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "exam": exam, "op": request.POST.get("op", "")}
    return render(request, "archive/exam_edit.html", context)
