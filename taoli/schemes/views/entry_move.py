"""Move an entry up or down, take it (or an optional part) out, or bring back what the text says."""

import uuid

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.queries import get_version, rules
from taoli.schemes.queries.sections import Section, names, tree_of
from taoli.schemes.views import get_section

STEP = {"up": -1, "down": 1}


@page(permission=("schemes.scheme", "edit"), kind="action", methods=("POST",))
def entry_move(request: Request, pk: uuid.UUID, section: str) -> HttpResponseBase:
    """Do what `to` says (up, down, out, printed) with the entry `name`, or with the part itself when none is named."""
    version, part = get_version(request.actor, pk, "edit"), get_section(section)
    name, to = request.POST.get("name", ""), request.POST.get("to", "")
    found = names(part, tree_of(rules(version))) if part.kind in {"list", "roles"} else []
    path = f"{part.path}.{name}" if name else part.path
    try:
        edit = int(request.POST.get("edit", ""))
    except ValueError:
        raise Http404 from None

    def work() -> str:
        if to == "printed":
            services.as_printed(by=request.actor, pk=pk, path=path, edit=edit)
        elif to == "out" and (name in found or (not name and part.optional)):
            services.set_values(by=request.actor, pk=pk, changes={path: None}, edit=edit)
        elif to in STEP and name in found:
            order = {part.path: _moved(found, name, STEP[to])}
            services.set_values(by=request.actor, pk=pk, changes=order, edit=edit)
        else:
            raise Http404
        return _back(pk, part)

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(_back(pk, part))


def _moved(found: list[str], name: str, step: int) -> list[str]:
    order = [one for one in found if one != name]
    order.insert(max(0, found.index(name) + step), name)
    return order


def _back(pk: uuid.UUID, part: Section) -> str:
    return reverse("schemes:section_edit", args=[pk, part.name])
