"""Begin a base scheme: from a published text, the last version, or a file."""

from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.bases import BaseStartForm
from taoli.oversight.queries.bases import area_of, draft_of, newest
from taoli.oversight.services.bases import start_base
from taoli.schemes.queries import base_rules, get_preset, presets
from taoli.schemes.queries.files import ReadFile, read_file

LAST = "last"


@page(permission=("oversight.base", "edit"), methods=("GET", "POST"))
def base_start(request: Request) -> HttpResponseBase:
    """Say what is wrong with a file, line by line, or make the draft."""
    last = newest(area_of(request.actor.school_id))
    choices = [(row.key, row.scheme.title) for row in presets()]
    if last:
        words = _("our base as it is: %(title)s, version %(number)s")
        choices = [(LAST, words % {"title": last.title, "number": last.version}), *choices]
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = BaseStartForm(*sent, choices=choices)
    found = ReadFile(None)
    if request.method == "POST" and form.is_valid():
        data, start = form.data_read(), form.cleaned_data["start"]
        if data is not None:
            found, binding = read_file(data), ()
        elif start == LAST and last:
            found, binding = ReadFile(base_rules(last)), tuple(last.binding)
        else:
            found, binding = ReadFile(get_preset(start)), ()
        if found.scheme is not None:
            try:
                return once(request, lambda: _begun(request, found.scheme, binding))
            except TaoliError as refusal:
                form.add_error(None, str(refusal))
    context = {"form": form, "faults": found.faults, "draft": draft_of(request.actor)}
    return render(request, "oversight/base_start.html", context)


def _begun(request: Request, scheme: Any, binding: tuple[str, ...]) -> str:
    row = start_base(by=request.actor, scheme=scheme, binding=binding)
    return reverse("oversight:base_edit", args=[row.pk])
