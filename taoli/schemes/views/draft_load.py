"""What a change would cost a mentor, before it is saved."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.forms import section_form
from taoli.schemes.queries import get_version, rules
from taoli.schemes.queries.demands import load_row
from taoli.schemes.queries.editing import new_name
from taoli.schemes.views import get_section


@page(permission=("schemes.scheme", "edit"), kind="part")
def draft_load(request: Request, pk: uuid.UUID, section: str, name: str) -> HttpResponse:
    """Answer for the form of an entry (`-`: of the part itself) as it is typed: the load now and with the change."""
    version, part = get_version(request.actor, pk, "edit"), get_section(section)
    scheme = rules(version)
    key = {"new": new_name(version, part) if part.kind == "list" else "", "-": ""}.get(name, name)
    form = section_form(request.GET, scheme=scheme, section=part, edit=version.edit, name=key)
    before, after, problem = load_row(scheme), None, ""
    if form is not None and not form.asks_again and form.is_valid():
        try:
            after = load_row(services.would_be(version, form.changes()))
        except TaoliError as refusal:
            problem = str(refusal)
    return render(request, "schemes/_draft_load.html", {"load": before, "after": after, "problem": problem})
