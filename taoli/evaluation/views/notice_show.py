"""The notice as it hangs on the wall: names by strokes, days, where remarks go; no scores."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.permissions import NOTICE
from taoli.evaluation.queries.honours import get_honour
from taoli.evaluation.queries.notices import get_notice, notice_paper


@page(permission=("evaluation.notice", "view"))
def notice_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it ready to print; the office puts it up or takes it down from here."""
    notice = get_notice(request.actor, pk)
    edits = NOTICE.may(request.actor, "edit")
    warns = get_honour(notice.run, notice.honour).sentences if edits and notice.state == "draft" else ()
    context = {"notice": notice, "paper": notice_paper(notice), "edits": edits, "warns": warns}
    return render(request, "evaluation/notice_show.html", context)
