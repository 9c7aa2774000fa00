"""One entry of a list of the draft: a requirement, a step, a conference, an item; or a new one."""

import uuid
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.forms import ValuesForm, section_form
from taoli.schemes.phrases.words import EDITED
from taoli.schemes.queries import get_version, rules
from taoli.schemes.queries.demands import load_row
from taoli.schemes.queries.editing import clause_of_entry, entry_title, kinds_to_add, new_name
from taoli.schemes.queries.sections import there, tree_of, value_of
from taoli.schemes.views import get_section, is_answer, saved, show_url

NEW = "new"


@page(permission=("schemes.scheme", "edit"), methods=("GET", "POST"))
def entry_edit(request: Request, pk: uuid.UUID, section: str, name: str) -> HttpResponseBase:
    """Show its form with the load beside it; `name` new adds one (steps and roles are added by their own name)."""
    version, part = get_version(request.actor, pk, "edit"), get_section(section)
    if version.state != "draft":
        return redirect(show_url(version.pk))
    scheme = rules(version)
    if part.kind not in {"list", "roles"} or not there(part, scheme):
        raise Http404
    entry = value_of(tree_of(scheme), f"{part.path}.{name}")
    to_add = dict(kinds_to_add(version, part))
    if entry is None and name not in to_add and (name != NEW or to_add):
        raise Http404
    key = new_name(version, part) if name == NEW else name

    def make(data: Any) -> Any:
        return section_form(data, scheme=scheme, section=part, edit=version.edit, name=key)

    form: ValuesForm = make(request.POST or None)
    if request.method == "POST" and form.asks_again:
        form.unread()
    elif request.method == "POST" and form.is_valid():

        def work() -> str:
            changes = form.changes()
            if "out" in request.POST:
                changes = {path: value for path, value in changes.items() if path in form.points.values()}
                changes[form.path] = None
            services.set_values(by=request.actor, pk=pk, changes=changes, edit=form.cleaned_data["edit"])
            return reverse("schemes:section_edit", args=[pk, part.name])

        found = saved(request, make, form, work, version.edit)
        if is_answer(found):
            return found  # type: ignore[no-any-return]
        form = found
    context = {
        "version": version,
        "section": part,
        "section_title": EDITED[part.name],
        "name": name,
        "title": to_add.get(name) or (entry_title(scheme, part, entry, name) if entry else ""),
        "entry": entry,
        "clause": clause_of_entry(scheme, form.path),
        "form": form,
        "load": load_row(scheme),
    }
    return render(request, "schemes/entry_edit.html", context)
