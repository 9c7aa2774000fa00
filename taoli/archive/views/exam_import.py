"""Upload a workbook of marks."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.archive.forms import MarksForm
from taoli.archive.phrases.exams import problem_rows
from taoli.archive.queries.exam_pages import get_exam
from taoli.archive.queries.pupils import subjects_of
from taoli.archive.services import read_workbook, stage_marks
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.exam", "edit"), methods=("GET", "POST"))
def exam_import(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Read it and list its problems, or keep it waiting and lead to the preview."""
    exam = get_exam(request.actor, pk, "edit")
    form = MarksForm(request.POST or None, request.FILES or None)
    problems = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        reading = read_workbook(by=request.actor, exam=exam, name=file.name, data=data)
        problems = problem_rows(one.as_json() for one in reading.problems)

        def work() -> str:
            row = stage_marks(by=request.actor, exam=exam, reading=reading, name=file.name, data=data)
            return reverse("archive:exam_preview", args=[exam.pk, row.pk])

        try:
            if not problems:
                return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    names = "、".join(one.name for one in subjects_of(request.actor.school_id, exam))
    context = {"form": form, "exam": exam, "problems": problems, "names": names}
    return render(request, "archive/exam_import.html", context)
