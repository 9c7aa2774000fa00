"""Rename a class, or hand it to another homeroom teacher."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import ClassForm
from taoli.roster.queries.classes import get_class
from taoli.roster.services.staff import edit_class


@page(permission=("roster.school_class", "edit"), methods=("GET", "POST"))
def class_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take a name and a homeroom teacher; the reach changes hands today."""
    room = get_class(request.actor, pk, "edit")
    title = room.name
    form = ClassForm(request.POST or None, instance=room, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        fields = form.cleaned_data

        def work() -> str:
            edit_class(by=request.actor, room=room, name=fields["name"], homeroom_teacher=fields["homeroom_teacher"])
            messages.success(request, _("Saved."))
            return resolve_url("roster:class_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error("name", str(refusal))
    return render(request, "roster/class_edit.html", {"form": form, "title": title, "room": room})
