"""Write down a joint meeting and what it settled."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import JointMeetingForm
from taoli.neighbourhood.queries.meetings import decision_lines, get_meeting
from taoli.neighbourhood.services.meetings import keep_meeting


@page(permission=("neighbourhood.joint", "edit"), methods=("GET", "POST"))
def joint_edit(request: Request) -> HttpResponse:
    """Take what is said; `?meeting=`: one to be changed."""
    asked = request.GET.get("meeting", "")
    row = get_meeting(request.actor, id_of(asked) or uuid.UUID(int=0)) if asked else None
    form = JointMeetingForm(request.POST or None, meeting=row, lines=decision_lines(row) if row else "")
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            pk = row.pk if row else None
            keep_meeting(by=request.actor, facts=said, decisions=said["decisions"], pk=pk, edit=said["edit"] or 0)
            return reverse("neighbourhood:joint_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "row": row, "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/joint_edit.html", context)
