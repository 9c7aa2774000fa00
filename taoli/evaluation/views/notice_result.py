"""The result: who has the honour, printed once the notice has been up."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.notices import get_notice, notice_paper, remarks, standing


@page(permission=("evaluation.notice", "edit"), methods=("GET", "POST"))
def notice_result(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show what will be decided, or the decision ready to print; POST decides."""
    notice = get_notice(request.actor, pk)
    refusal = ""
    if request.method == "POST":

        def work() -> str:
            services.decide_notice(by=request.actor, pk=notice.pk)
            return reverse("evaluation:notice_result", args=[notice.pk])

        try:
            return once(request, work)
        except TaoliError as error:
            refusal = str(error)
    context = {
        "notice": notice,
        "paper": notice_paper(notice),
        "stands": len(standing(notice)),
        "open": sum(row.upheld is None for row in remarks(notice)),
        "refusal": refusal,
    }
    return render(request, "evaluation/notice_result.html", context)
