"""Remarks on the names of a notice, and the bureau's answers."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.oversight.forms.stars import StarAnswerForm, StarRemarkForm
from taoli.oversight.queries.stars import entry_rows, get_round, remarks_of
from taoli.oversight.services.star_rounds import answer_star_remark, note_star_remark


@page(permission=("oversight.star_round", "edit"), methods=("GET", "POST"))
def star_remark_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """List them; POST notes one, or with `remark` answers one."""
    actor, row = request.actor, get_round(request.actor, pk)
    names = [one.row for one in entry_rows(row) if one.row.chosen]
    answers = "remark" in request.POST
    note = StarRemarkForm(None if answers else request.POST or None, entries=names)
    answer = StarAnswerForm(request.POST if answers else None)
    form = answer if answers else note
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            if answers:
                upheld = said["upheld"] == "yes"
                answer_star_remark(by=actor, pk=row.pk, remark_id=said["remark"], answer=said["answer"], upheld=upheld)
            else:
                known = {name: said[name] for name in ("came_on", "way", "text")}
                note_star_remark(by=actor, pk=row.pk, entry_id=said["entry"], **known)
            return reverse("oversight:star_remark_list", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    rows = remarks_of(row)
    log_view(actor, "oversight.starremark", [one.pk for one in rows], page="oversight:star_remark_list")
    context = {"row": row, "rows": rows, "note": note, "answer": answer, "op": request.POST.get("op", "")}
    return render(request, "oversight/star_remark_list.html", context)
