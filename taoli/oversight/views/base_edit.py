"""Mark what of the base binds, what is left open, what is free."""

import uuid
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.bases import BaseTitleForm, MarksForm
from taoli.oversight.queries.bases import get_draft
from taoli.oversight.queries.points import entries, parts
from taoli.oversight.services.bases import mark_base, name_base


@page(permission=("oversight.base", "edit"), methods=("GET", "POST"))
def base_edit(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Show one part of it, `?part=`, place by place."""
    row = get_draft(request.actor, pk)
    offered = parts(row)
    part = request.GET.get("part") or offered[0][0]
    if part not in {name for name, _title, _count in offered}:
        raise Http404
    naming = request.method == "POST" and "title" in request.POST
    data = request.POST if request.method == "POST" else None
    title = BaseTitleForm(data if naming else None, initial={"title": row.title, "edit": row.edit})
    form = MarksForm(None if naming else data, entries=entries(row, part), edit=row.edit)
    asked: Any = title if naming else form
    if request.method == "POST" and asked.is_valid():

        def work() -> str:
            edit, by = asked.cleaned_data["edit"], request.actor
            if naming:
                name_base(by=by, pk=pk, title=title.cleaned_data["title"], edit=edit)
            else:
                mark_base(by=by, pk=pk, part=part, marks=form.marks(), edit=edit)
            return f"{reverse('oversight:base_edit', args=[pk])}?part={part}"

        try:
            return once(request, work)
        except TaoliError as refusal:
            if isinstance(refusal, ConflictError):  # saving once more replaces it on purpose
                asked.data = {**asked.data.dict(), "edit": str(row.edit)}
            asked.add_error(None, str(refusal))
    context = {"row": row, "parts": offered, "part": part, "form": form, "title": title}
    return render(request, "oversight/base_edit.html", context)
