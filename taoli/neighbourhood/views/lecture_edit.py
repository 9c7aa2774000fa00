"""Plan an evening of the parents' school, or a mentor's own one."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import LectureForm
from taoli.neighbourhood.queries.lectures import get_lecture, offered_rooms, parts_of, speakers
from taoli.neighbourhood.services.lectures import keep_lecture


@page(permission=("neighbourhood.lecture", "edit"), methods=("GET", "POST"))
def lecture_edit(request: Request) -> HttpResponse:
    """Take what is said; `?lecture=`: one to be changed."""
    asked = request.GET.get("lecture", "")
    lecture = get_lecture(request.actor, id_of(asked) or uuid.UUID(int=0), "edit") if asked else None
    form = LectureForm(
        request.POST or None,
        lecture=lecture,
        asked=parts_of(lecture) if lecture else [],
        rooms=offered_rooms(request.actor),
        staff=speakers(request.actor),
    )
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            edit, pk = form.cleaned_data["edit"] or 0, lecture.pk if lecture else None
            row = keep_lecture(by=request.actor, facts=form.facts(), rooms=form.asked(), pk=pk, edit=edit)
            return reverse("neighbourhood:lecture_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "lecture": lecture, "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/lecture_edit.html", context)
