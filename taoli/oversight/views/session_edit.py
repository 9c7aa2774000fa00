"""Plan a session of a course, or change one that has not begun."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.oversight.forms.courses import SessionForm
from taoli.oversight.queries.courses import get_course, get_session
from taoli.oversight.services.courses import plan_session


@page(permission=("oversight.course", "edit"), methods=("GET", "POST"))
def session_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take day, hours, place and seats for a course; `?session=`: one to be changed."""
    course, asked = get_course(request.actor, pk), request.GET.get("session", "")
    session = get_session(request.actor, id_of(asked) or uuid.UUID(int=0)) if asked else None
    form = SessionForm(request.POST or None, course=course, session=session)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            known, edit = session.pk if session else None, form.cleaned_data["edit"] or 0
            kept = plan_session(by=request.actor, course=course, plan=form.plan(), pk=known, edit=edit)
            return reverse("oversight:session_show", args=[kept.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "course": course, "session": session, "op": request.POST.get("op", "")}
    return render(request, "oversight/session_edit.html", context)
