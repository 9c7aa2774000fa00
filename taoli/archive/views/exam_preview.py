"""What a workbook of marks says, before it is taken in."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.archive.queries.exam_pages import get_exam, get_import
from taoli.archive.services import apply_import, drop_import
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.exam", "edit"), methods=("GET", "POST"))
def exam_preview(request: Request, pk: uuid.UUID, batch: uuid.UUID) -> HttpResponse:
    """Show numbers; a POST takes the marks in, or forgets the workbook (`do=drop`)."""
    exam = get_exam(request.actor, pk, "edit")
    row = get_import(request.actor, exam, batch)
    back = reverse("archive:exam_show", args=[exam.pk])

    def work() -> str:
        if request.POST.get("do") == "drop":
            drop_import(by=request.actor, pk=row.pk)
            messages.success(request, _("The workbook has been forgotten. Nothing has been changed."))
        else:
            n = apply_import(by=request.actor, pk=row.pk).counts["marks"]
            text = ngettext("%(n)s mark has been taken in.", "%(n)s marks have been taken in.", n)
            messages.success(request, text % {"n": n})
        return back

    if request.method == "POST":
        try:
            return once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect(back)
    return render(request, "archive/exam_preview.html", {"exam": exam, "row": row})
