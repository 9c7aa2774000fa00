"""Move an exam on: complete, released, taken back, withdrawn."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.queries.exam_pages import get_exam
from taoli.archive.services import publish_exam, release_exam, reopen_exam, withdraw_exam
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.exam", "edit"), kind="action", methods=("POST",))
def exam_publish(request: Request, pk: uuid.UUID) -> HttpResponse:
    """`do` says which: publish, release, hold, reopen, withdraw; `edit` what was seen."""
    exam = get_exam(request.actor, pk, "edit")
    back = reverse("archive:exam_show", args=[exam.pk])

    def work() -> str:
        _move(request, pk)
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)


def _move(request: Request, pk: uuid.UUID) -> None:
    do, text = request.POST.get("do", ""), request.POST.get("edit", "")
    edit = int(text) if text.isdecimal() else 0
    if do in {"release", "hold"}:
        release_exam(by=request.actor, pk=pk, edit=edit, released=do == "release")
        return
    moves = {"publish": publish_exam, "reopen": reopen_exam, "withdraw": withdraw_exam}
    if do not in moves:
        raise TaoliError(_("Please choose from what is offered."))
    moves[do](by=request.actor, pk=pk, edit=edit)
