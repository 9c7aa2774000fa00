"""Type the marks of one class and subject."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.archive.forms import typed_marks
from taoli.archive.queries.exam_pages import chosen, get_exam, grid_of, markable_rooms
from taoli.archive.queries.pupils import subjects_of
from taoli.archive.services import Typed, WrongMarksError, type_marks
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.scores", "mark"), methods=("GET", "POST"))
def exam_mark(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the class of `?room=` in the subject of `?subject=`; what is wrong stays to be mended."""
    exam = get_exam(request.actor, pk)
    rooms, subjects = markable_rooms(request.actor, exam), subjects_of(request.actor.school_id, exam)
    room = chosen(rooms, request.GET.get("room", ""))
    subject = chosen(subjects, request.GET.get("subject", ""))
    here = f"{reverse('archive:exam_mark', args=[exam.pk])}?room={room.pk}&subject={subject.pk}"
    cells: dict[uuid.UUID, Typed] = typed_marks(request.POST)
    wrong: dict[uuid.UUID, str] = {}
    error = ""

    def work() -> str:
        n = type_marks(by=request.actor, subject_id=subject.pk, cells=cells)
        messages.success(request, ngettext("%(n)s mark saved.", "%(n)s marks saved.", n) % {"n": n})
        return here

    if request.method == "POST":
        try:
            return once(request, work)
        except WrongMarksError as refusal:
            error, wrong = str(refusal), refusal.wrong
        except TaoliError as refusal:
            error = str(refusal)
    lines = [
        (cell, cells.get(cell.student.pk, Typed(cell.text, cell.text)), wrong.get(cell.student.pk, ""))
        for cell in grid_of(request.actor, exam, room.pk, subject)
    ]
    context = {"exam": exam, "rooms": rooms, "subjects": subjects, "room": room, "subject": subject}
    context |= {"lines": lines, "error": error, "op": request.POST.get("op", "")}
    return render(request, "archive/exam_mark.html", context)
