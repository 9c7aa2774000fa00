"""One part of the draft: its values, or its entries."""

import uuid
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.forms import section_form
from taoli.schemes.phrases.words import EDITED
from taoli.schemes.queries import base_of, get_version, rules
from taoli.schemes.queries.demands import load_row
from taoli.schemes.queries.editing import entries_taken_out, entry_rows, kinds_to_add
from taoli.schemes.queries.sections import there, tree_of, value_of
from taoli.schemes.views import get_section, is_answer, saved, show_url


@page(permission=("schemes.scheme", "edit"), methods=("GET", "POST"))
def section_edit(request: Request, pk: uuid.UUID, section: str) -> HttpResponseBase:
    """Show the part as a form made from its types, and its entries as a list."""
    version, part = get_version(request.actor, pk, "edit"), get_section(section)
    if version.state != "draft":
        return redirect(show_url(version.pk))
    scheme = rules(version)
    if not there(part, scheme):
        raise Http404

    def make(data: Any) -> Any:
        return section_form(data, scheme=scheme, section=part, edit=version.edit)

    form = make(request.POST or None)
    if request.method == "POST" and form is not None and form.is_valid():

        def work() -> str:
            edit = form.cleaned_data["edit"]
            services.set_values(by=request.actor, pk=pk, changes=form.changes(), edit=edit)
            return reverse("schemes:scheme_edit", args=[pk]) + f"#{part.name}"

        found = saved(request, make, form, work, version.edit)
        if is_answer(found):
            return found  # type: ignore[no-any-return]
        form = found
    listed = part.kind in {"list", "roles"}
    context = {
        "version": version,
        "section": part,
        "title": EDITED[part.name],
        "form": form,
        "listed": listed,
        "entries": entry_rows(version, part) if listed else [],
        "taken_out": entries_taken_out(version, part) if part.kind == "list" else [],
        "kinds": kinds_to_add(version, part) if listed else [],
        "is_there": part.optional and value_of(tree_of(scheme), part.path) is not None,
        "in_text": part.optional and value_of(tree_of(base_of(version)), part.path) is not None,
        "changed": any(path == part.path or path.startswith(f"{part.path}.") for path in version.changes),
        "load": load_row(scheme),
    }
    return render(request, "schemes/section_edit.html", context)
