"""Remarks on a notice: what came in, and what the school answered."""

import uuid
from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation import services
from taoli.evaluation.forms import AnswerForm, RemarkForm
from taoli.evaluation.queries.notices import get_notice, get_remark, remarks


@page(permission=("evaluation.notice", "edit"), methods=("GET", "POST"))
def notice_remark(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show them; POST notes one, or with `remark` answers one."""
    actor, notice = request.actor, get_notice(request.actor, pk)
    answering = "remark" in request.POST
    note = RemarkForm(None if answering else request.POST or None, names=notice.names)
    answer = AnswerForm(request.POST if answering else None)
    asked = answer if answering else note
    if request.method == "POST" and asked.is_valid():
        work = _answered(request, pk, answer) if answering else _noted(request, pk, note)
        try:
            return once(request, work)
        except TaoliError as refusal:
            asked.add_error(None, str(refusal))
    rows = remarks(notice)
    log_view(actor, "evaluation.noticeremark", [row.pk for row in rows], page="evaluation:notice_remark")
    context = {"notice": notice, "rows": rows, "note": note, "answer": answer, "op": request.POST.get("op", "")}
    return render(request, "evaluation/notice_remark.html", context)


def _noted(request: Request, pk: uuid.UUID, form: RemarkForm) -> Callable[[], str]:
    said = form.cleaned_data

    def work() -> str:
        services.note_remark(
            by=request.actor,
            pk=pk,
            came_on=said["came_on"],
            way=said["way"],
            text=said["text"],
            mentor_id=form.mentor_id(),
        )
        return reverse("evaluation:notice_remark", args=[pk])

    return work


def _answered(request: Request, pk: uuid.UUID, form: AnswerForm) -> Callable[[], str]:
    said = form.cleaned_data
    row = get_remark(get_notice(request.actor, pk), said["remark"])

    def work() -> str:
        upheld = said["upheld"] == "yes"
        services.answer_remark(by=request.actor, pk=pk, remark_id=row.pk, answer=said["answer"], upheld=upheld)
        return reverse("evaluation:notice_remark", args=[pk])

    return work
