"""Take an import of marks back within a day."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.queries.exam_pages import get_exam, get_import
from taoli.archive.services import undo_import
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.exam", "edit"), kind="action", methods=("POST",))
def exam_undo(request: Request, pk: uuid.UUID, batch: uuid.UUID) -> HttpResponse:
    """Its marks go, those they replaced come back."""
    exam = get_exam(request.actor, pk, "edit")
    row = get_import(request.actor, exam, batch)
    back = reverse("archive:exam_show", args=[exam.pk])

    def work() -> str:
        undo_import(by=request.actor, pk=row.pk)
        messages.success(request, _("Taken back. The marks are as they were before the workbook."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
