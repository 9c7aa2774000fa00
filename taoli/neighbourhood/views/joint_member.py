"""A department of the joint meeting: enter, correct, take off; or enter the usual ones at once."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import JointMemberForm
from taoli.neighbourhood.queries.meetings import get_member
from taoli.neighbourhood.services.meetings import drop_member, enter_usual, keep_member


@page(permission=("neighbourhood.joint", "edit"), methods=("GET", "POST"))
def joint_member(request: Request) -> HttpResponse:
    """Take what is said; `?member=`: one to be changed."""
    asked, deed = request.GET.get("member", ""), request.POST.get("deed", "")
    row = get_member(request.actor, id_of(asked) or uuid.UUID(int=0)) if asked else None
    begun = {name: getattr(row, name) for name in ("department", "person", "phone")} if row else {}
    form = JointMemberForm(request.POST if request.method == "POST" and not deed else None, initial=begun)

    def work() -> str:
        if deed == "usual":
            enter_usual(by=request.actor)
        elif deed == "drop" and row:
            drop_member(by=request.actor, pk=row.pk)
        else:
            keep_member(by=request.actor, **form.cleaned_data, pk=row.pk if row else None)
        return reverse("neighbourhood:joint_list")

    if request.method == "POST" and (deed == "usual" or (deed == "drop" and row) or form.is_valid()):
        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "row": row, "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/joint_member.html", context)
