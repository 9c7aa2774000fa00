"""Type what the text leaves open, and change what the school does otherwise."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.forms import SchemeForm
from taoli.schemes.queries import get_version, rules, to_type
from taoli.schemes.views import show_url


@page(permission=("schemes.scheme", "edit"), methods=("GET", "POST"))
def scheme_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the form of the draft; a published version is shown instead of edited."""
    version = get_version(request.actor, pk, "edit")
    if version.state != "draft":
        return redirect(show_url(version.pk))
    form = SchemeForm(request.POST or None, scheme=rules(version), edit=version.edit)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            edit = form.cleaned_data["edit"]
            services.set_values(by=request.actor, pk=pk, changes=form.changes(), edit=edit)
            return show_url(pk)

        try:
            return once(request, work)
        except ConflictError as refusal:
            form = _typed_again(request, form, version.edit)
            form.add_error(None, str(refusal))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "schemes/scheme_edit.html", {"form": form, "version": version, "open": to_type(version)})


def _typed_again(request: Request, form: SchemeForm, edit: int) -> SchemeForm:
    """Keep what was typed, but know the newest state: saving once more replaces it on purpose."""
    typed = request.POST.copy()
    typed["edit"] = str(edit)
    again = SchemeForm(typed, scheme=form.scheme, edit=edit)
    again.is_valid()
    return again
