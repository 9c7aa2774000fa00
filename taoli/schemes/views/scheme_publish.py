"""Freeze the draft and put it in force."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.queries.calendar import current_term
from taoli.schemes import services
from taoli.schemes.forms import PublishForm
from taoli.schemes.phrases import change_words, open_sentence
from taoli.schemes.queries import get_version, own_clauses, rules, to_type
from taoli.schemes.queries.demands import load_row, people
from taoli.schemes.views import show_url


@page(permission=("schemes.scheme", "edit"), methods=("GET", "POST"))
def scheme_publish(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say what will happen to how many people, then do it."""
    version = get_version(request.actor, pk, "edit")
    if version.state != "draft" and request.method == "GET":
        return redirect(show_url(version.pk))
    term = current_term(request.actor.school_id)
    form = PublishForm(request.POST or None, initial={"in_force_from": term.starts if term else clock.today()})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.publish(by=request.actor, pk=pk, in_force_from=form.cleaned_data["in_force_from"])
            return show_url(pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    scheme = rules(version)
    staff, students = people(request.actor.school_id)
    context = {
        "version": version,
        "form": form,
        "staff": staff,
        "students": students,
        "load": load_row(scheme),
        "changes": [change_words(scheme, one) for one in own_clauses(version)],
        "open": [open_sentence(scheme, point) for point in to_type(version)],
    }
    return render(request, "schemes/scheme_publish.html", context)
