"""Freeze the draft and put it in force."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.forms import PublishForm
from taoli.schemes.queries import get_version, reviewed, rules
from taoli.schemes.queries.checking import checked, first_day, said
from taoli.schemes.queries.demands import load_row, people
from taoli.schemes.views import show_url


@page(permission=("schemes.scheme", "edit"), methods=("GET", "POST"))
def scheme_publish(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say what will happen to how many people, then do it."""
    version = get_version(request.actor, pk, "edit")
    if version.state not in {"draft", "review"} and request.method == "GET":
        return redirect(show_url(version.pk))
    day, inside = first_day(request.actor.school_id)
    form = PublishForm(request.POST or None, initial={"in_force_from": day})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.publish(by=request.actor, pk=pk, in_force_from=form.cleaned_data["in_force_from"])
            return show_url(pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    scheme, found = rules(version), checked(version)
    staff, students = people(request.actor.school_id)
    context = {
        "version": version,
        "form": form,
        "inside": inside,
        "staff": staff,
        "students": students,
        "load": load_row(scheme),
        "checked": found,
        "review": reviewed(version),
        **said(version, found),
    }
    return render(request, "schemes/scheme_publish.html", context)
