"""Type what the text leaves open, and find the part to change."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.forms import OpenForm
from taoli.schemes.queries import base_of, get_version, rules, to_type
from taoli.schemes.queries.demands import load_row
from taoli.schemes.queries.editing import section_rows
from taoli.schemes.views import is_answer, saved, show_url


@page(permission=("schemes.scheme", "edit"), methods=("GET", "POST"))
def scheme_edit(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Show the parts of the draft with their counts; a version that is no draft is shown instead of edited."""
    version = get_version(request.actor, pk, "edit")
    if version.state != "draft":
        return redirect(show_url(version.pk))

    def make(data: Any) -> OpenForm:
        return OpenForm(data, scheme=rules(version), base=base_of(version), edit=version.edit)

    form = make(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            edit = form.cleaned_data["edit"]
            services.set_values(by=request.actor, pk=pk, changes=form.changes(), edit=edit)
            return show_url(pk)

        found = saved(request, make, form, work, version.edit)
        if is_answer(found):
            return found  # type: ignore[no-any-return]
        form = found
    return _shown(request, version, form)


def _shown(request: Request, version: Any, form: OpenForm) -> HttpResponse:
    scheme = rules(version)
    context = {
        "form": form,
        "version": version,
        "open": to_type(version),
        "sections": section_rows(version),
        "load": load_row(scheme),
    }
    return render(request, "schemes/scheme_edit.html", context)
