"""Prepare the public notice of an honour: days, telephone, where letters go."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import NoticeForm
from taoli.evaluation.queries.honours import get_honour
from taoli.evaluation.queries.notices import live_notice, names_of, suggested
from taoli.evaluation.queries.sheets import get_run


@page(permission=("evaluation.notice", "edit"), methods=("GET", "POST"))
def notice_edit(request: Request, pk: uuid.UUID, key: str) -> HttpResponse:
    """Show whom it names; POST keeps it as a draft."""
    run = get_run(request.actor, pk)
    row = get_honour(run, key)
    notice = live_notice(run, key)
    usual = suggested(request.actor.school_id) if notice is None else {}
    form = NoticeForm(request.POST or None, notice=notice, suggested=usual)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            edit = form.cleaned_data["edit"] or 0
            kept = services.prepare_notice(by=request.actor, run=run, row=row, facts=form.facts(), edit=edit)
            return reverse("evaluation:notice_show", args=[kept.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    names = notice.names if notice else names_of(run, row)
    context = {"run": run, "row": row, "notice": notice, "names": names, "form": form, "op": request.POST.get("op", "")}
    return render(request, "evaluation/notice_edit.html", context)
